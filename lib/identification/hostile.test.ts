import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { PhraseBook } from '@/lib/language/phrases';
import { defaultQuestionSets } from '@/lib/playbook/defaults/question-sets';
import { aMessage } from '@/tests/factories';
import { identify } from './identify';

const run = (...texts: string[]) =>
  identify(
    { subject: texts[0] ?? '', messages: texts.map((text) => aMessage({ text })) },
    defaultQuestionSets,
    undefined,
  );

describe('hostile text', () => {
  it.each([
    ...['a', ' ', '?', '.', '"', '😀', 'é', '\u202E', '\u0301', '-', '\n', "n'", '{customer}', '*'].map(
      (sign) => [sign, sign.repeat(10_000)],
    ),
    ['a family', '👩‍👩‍👧‍👦'.repeat(1_000)],
    ['one long sentence', 'caps lock was on '.repeat(2_000)],
  ])('of %j is read like any other', (_, text) => {
    expect(run(text, text)?.set.questions.length).toBeGreaterThan(0);
  });

  it('never throws, and quotes word for word', () => {
    const pieces = fc.constantFrom(
      'caps lock was on',
      'in the app',
      '\u202E',
      '😀',
      '\n',
      '. ',
      '? ',
      ', ',
      'nicht ',
      'x'.repeat(300),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 40 }),
        (parts) => {
          const text = parts.join(' ');
          for (const { quote, message } of run(text)?.said.values() ?? []) {
            expect(text).toContain(quote);
            expect(quote).not.toBe('');
            expect(message).toBe(1);
          }
        },
      ),
    );
  });

  it('changes nothing about a playbook with strange phrases', () => {
    const [set] = defaultQuestionSets;
    if (!set) throw new Error('no set');
    const odd = { ...set, symptoms: ['*', '***', '()', 'a*b*', '__proto__', 'E-Mail*', '(a+)+$'] };
    const found = identify({ subject: 'No e-mails here', messages: [] }, [odd], undefined);
    expect(found?.because).toEqual(['e mails']);
    expect(identify({ subject: '__proto__ constructor', messages: [] }, [odd], undefined)?.because).toEqual([
      '__proto__',
    ]);
  });
});

describe('a thread of 300 messages in three languages', () => {
  const texts = [
    'On the phone it works, on the computer it does not.',
    'Auf dem Handy geht es, am Rechner nicht.',
    'На телефоне работает, на компьютере нет.',
  ];
  const long = Array.from(
    { length: 300 },
    (_, index) => `${texts[index % 3]} ${'Filler words follow. '.repeat(20)}`,
  );

  it('looks at each word twice at most, whatever the playbook asks', () => {
    const matchAt = vi.spyOn(PhraseBook.prototype, 'matchAt');
    const found = run(...long);
    const perWord = matchAt.mock.calls.length / long.join(' ').split(' ').length;
    matchAt.mockRestore();
    expect(found?.said.get('other-device')?.message).toBe(300);
    // One look at all phrases together, and a few at single lists where one of them begins.
    expect(perWord).toBeLessThan(2);
  });
});
