import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/lib/language/language';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { PLACEHOLDERS } from '@/lib/playbook/playbook';
import { fillTemplate } from './fill-template';

const drafts = defaultPlaybook.messages.drafts.flatMap(({ event, texts, short }) =>
  LANGUAGES.flatMap((language): [string, string][] => [
    [`${event}, ${language}`, texts[language] ?? ''],
    [`${event}, ${language}, short`, short[language] ?? ''],
  ]),
);

describe('a template for customers', () => {
  it('takes in what is known', () => {
    expect(fillTemplate('Hello {customer}, by {date}.', { customer: 'Mira', date: 'Friday' })).toBe(
      'Hello Mira, by Friday.',
    );
  });

  it('leaves out the sentence whose value is missing, and the paragraph with it', () => {
    const template = 'Work begins. It is with {name}. You hear from us.\n\nBy {date}.\n\nThank you.';
    expect(fillTemplate(template, { date: ' ' })).toBe('Work begins. You hear from us.\n\nThank you.');
  });

  it.each([
    ['Hello {customer},\n\nThanks.', 'Hello,\n\nThanks.'],
    ['Hola, {customer}:\n\nGracias.', 'Hola:\n\nGracias.'],
    ['Здравствуйте, {customer}!', 'Здравствуйте!'],
  ])('greets people without a name: %s', (template, greeted) => {
    expect(fillTemplate(template, {})).toBe(greeted);
  });

  it('leaves values as they are, braces and dollar signs too', () => {
    const question = 'Is {name} set to $& or $1? {customer}';
    expect(fillTemplate('We ask: {question}', { question })).toBe(`We ask: ${question}`);
  });

  it.each(drafts)('keeps every sentence of %s when all is known, and never shows braces', (_, text) => {
    const all = Object.fromEntries(PLACEHOLDERS.map((name) => [name, 'known']));
    expect(fillTemplate(text, all)).toBe(text.replace(/\{[a-zA-Z]+\}/g, 'known'));
    fc.assert(
      fc.property(fc.subarray([...PLACEHOLDERS]), (names) => {
        // These two are never missing: see `toMessageValues`.
        const known = [...names, 'expertise', 'date'].map((name) => [name, 'known']);
        const filled = fillTemplate(text, Object.fromEntries(known));
        expect(filled).not.toMatch(/[{}]|\s[,.:!]\s*$| {2}/m);
        expect(filled.length).toBeGreaterThan(15);
      }),
      { numRuns: 40 },
    );
  });
});
