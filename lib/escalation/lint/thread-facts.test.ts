import { beforeEach, describe, expect, it } from 'vitest';
import { applyPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { aMessage, aReadyEscalation, aTicket } from '@/tests/factories';
import { addFacts } from './add-facts';
import { findThreadFacts, missingFacts } from './thread-facts';

const said = (...texts: string[]) => aTicket({ messages: texts.map((text) => aMessage({ text })) });
const NONE: ReadonlySet<string> = new Set();

let draft: Escalation;
beforeEach(async () => {
  draft = await aReadyEscalation();
});

const missing = (ticket = aTicket(), escalation = draft, picked = NONE) =>
  missingFacts(ticket, escalation, defaultPlaybook, picked);
const values = (...given: Parameters<typeof missing>) => missing(...given).map(({ value }) => value);

const THREAD = [
  'The export of order INV-20391 ends with E-7714 on https://app.example/orders?id=9 in Firefox 144.',
  'It has 118 204 rows and is worth € 1,204.50. Version 5.2.1. Call me: tel. 030 5550100.',
];

describe('facts of the thread', () => {
  it('are errors, addresses, browsers, versions, numbers and files, each with its message', () => {
    const ticket = {
      ...said(...THREAD),
      attachments: [{ id: 'a1', name: 'log.txt', type: 'text/plain', size: 9, url: 'https://desk.test/a1' }],
    };
    expect(findThreadFacts(ticket).map(({ kind, value, source }) => [kind, value, source])).toEqual([
      ['error', 'E-7714', 'message 1'],
      ['address', 'https://app.example/orders?id=9', 'message 1'],
      ['environment', 'Firefox 144', 'message 1'],
      ['number', 'INV-20391', 'message 1'],
      ['environment', 'Version 5.2.1', 'message 2'],
      ['number', '118 204', 'message 2'],
      ['number', '€ 1,204.50', 'message 2'],
      ['file', 'log.txt', 'attached'],
    ]);
  });

  it('are taken from customers alone, and never the number of the ticket itself', () => {
    const ticket = aTicket({
      number: '48213000',
      messages: [
        aMessage({ role: 'agent', text: 'Does E-9999 show on https://app.example/agent?' }),
        aMessage({ text: 'About ticket 48213000: nothing new.' }),
      ],
    });
    expect(findThreadFacts(ticket)).toEqual([]);
  });

  it('are missing until they stand in any field that leaves', () => {
    const ticket = said('It says E-7714 on https://app.example/orders/ with 118 204 rows.');
    expect(values(ticket)).toEqual(['E-7714', 'https://app.example/orders/', '118 204']);
    const steps = { value: 'Open app.example/orders, 118,204 rows, wait for e-7714', source: '' };
    expect(values(ticket, { ...draft, report: { ...draft.report, steps } })).toEqual([]);
  });

  it('stay away once dismissed, over readings of the ticket', () => {
    const text = 'It says E-7714 for order #778123.';
    const [first] = missing(said(text));
    const escalation = { ...draft, dismissedFacts: [first?.id ?? ''] };
    expect(values(said(text), escalation)).toEqual(['#778123']);
  });

  it('count a file until it is picked', () => {
    const attachments = [{ id: 'a1', name: 'a.png', type: '', size: null, url: 'https://desk.test/a1' }];
    const ticket = aTicket({ messages: [], attachments });
    expect(values(ticket)).toEqual(['a.png']);
    expect(values(ticket, draft, new Set(['a1']))).toEqual([]);
  });

  it('name a code once when the message it stands in is named', () => {
    expect(values(said('A box says "Export failed, E-7714" and that is it.'))).toEqual([
      'Export failed, E-7714',
    ]);
  });

  it('are read in time from a thread of 300 long messages', () => {
    const texts = Array.from({ length: 300 }, (_, at) => `${'1 2.3 0 44 / +'.repeat(700)} E-${1000 + at}`);
    const ticket = said(...texts);
    const start = performance.now();
    expect(missing(ticket)).toHaveLength(30);
    // Far above what it takes: only what runs away fails.
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('adding facts', () => {
  const add = (ticket = said(...THREAD), escalation = draft) =>
    applyPatch(escalation, addFacts(missing(ticket, escalation), escalation, defaultPlaybook), 2);

  it('puts each where it belongs, after what stands there, and leaves nothing missing', () => {
    const before = { ...draft, report: { ...draft.report, error: { value: 'E-4102', source: 'message 1' } } };
    const after = add(said(...THREAD), before);
    expect(after.report.error).toEqual({ value: 'E-4102\nE-7714', source: 'message 1' });
    expect(after.report.environment.value).toMatch(/Firefox 144, Version 5\.2\.1$/);
    expect(after.report.where).toEqual(draft.report.where);
    expect(after.details?.['also-mentioned']).toEqual({
      value: 'https://app.example/orders?id=9\nINV-20391\n118 204\n€ 1,204.50',
      source: 'message 1, message 2',
    });
    expect(values(said(...THREAD), after)).toEqual([]);
  });

  it('fills an empty address', () => {
    const before = { ...draft, report: { ...draft.report, where: { value: '', source: '' } } };
    expect(add(said(...THREAD), before).report.where.value).toBe('https://app.example/orders?id=9');
  });

  it('keeps what the template has no field for', () => {
    const after = add(said('It says E-7714 now.'), { ...draft, kind: 'consultation' });
    expect(after.details?.['also-mentioned']?.value).toContain('E-7714');
  });
});

describe('long numbers', () => {
  const numbers = (text: string) =>
    findThreadFacts(said(text))
      .filter(({ kind }) => kind === 'number')
      .map(({ value }) => value);

  it.each([
    ['order 20931844 is missing', ['20931844']],
    ['booking BK-77812 and #4711', ['BK-77812', '#4711']],
    ['1.204,50 € or 99 EUR, not 12', ['1.204,50 €', '99 EUR']],
    ['118 204 rows, 1,000,000 in all', ['118 204', '1,000,000']],
  ])('are found in “%s”', (text, expected) => expect(numbers(text)).toEqual(expected));

  it.each([
    '+47 55 01 04 42',
    'Tel.: 0301234567',
    'mobile 5550100200',
    'on 23.11.2026 at 10:00',
    '2026-11-23',
    'version 5.2.10',
    'IP 192.168.100.200',
    'https://app.example/x/1234567',
    'since 2024, 42 % of 12345',
  ])('are no telephones, dates, versions and places: %s', (text) => expect(numbers(text)).toEqual([]));
});
