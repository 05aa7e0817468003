import { describe, expect, it } from 'vitest';
import { newEscalation } from '@/lib/escalation/new-escalation';
import type { Ticket } from '@/lib/ticket/ticket';
import { aMessage, aTicket } from '@/tests/factories';
import { findReport } from './finds';

const PARTS = [
  { name: 'Reports', words: ['report*', 'bericht*', 'отчёт*'] },
  { name: 'Billing', words: ['invoice*', 'rechnung*'] },
];

const conversation = (...texts: string[]): Partial<Ticket> => ({
  subject: 'Invoice export stops',
  messages: texts.flatMap((text) => [aMessage({ text }), aMessage({ role: 'agent', text: 'E-9999?' })]),
});

const find = (changes: Partial<Ticket>) => findReport(aTicket(changes), PARTS);

describe('findReport', () => {
  it('reads free conversation, each find with its message and its reason', async () => {
    const finds = await find(
      conversation(
        '1. I open https://app.marlow.test/invoices\n2. I press Export\n\nA red box says "Not exported, E-4102".',
        'A file with all rows should come out.\n\nFirefox 144 on Windows 11.',
      ),
    );
    expect(finds.steps?.[0]).toMatchObject({ source: 'message 1', sure: true });
    expect(finds.expected?.[0]).toMatchObject({
      value: 'A file with all rows should come out.',
      source: 'message 3',
      reason: '“should” tells what should be',
    });
    expect(finds.where?.[0]).toMatchObject({
      value: 'https://app.marlow.test/invoices',
      source: 'message 1',
    });
    expect(finds.error).toEqual([
      {
        value: 'Not exported, E-4102',
        source: 'message 1',
        reason: 'a quoted message that tells of failure',
        sure: true,
      },
    ]);
    expect(finds.environment?.[0]).toMatchObject({ value: 'Firefox 144, Windows 11', source: 'message 3' });
    expect(finds.part?.[0]).toMatchObject({ value: 'Billing', source: 'subject' });
    expect(finds.title?.[0]?.value).toBe('Invoice export stops');
  });

  it('keeps apart what another message says', async () => {
    const finds = await find(
      conversation('It says "Upload failed, E-1".', 'Now it says "Quota reached, E-22".'),
    );
    expect(finds.error?.map(({ value }) => value)).toEqual(['Upload failed, E-1', 'Quota reached, E-22']);
  });

  it('reads how much a customer weighs from the desk’s own fields and tags', async () => {
    const finds = await find({
      tags: ['reports', 'VIP', 'key-account'],
      customFields: [
        { name: 'support_plan', value: 'Enterprise' },
        { name: 'vip', value: 'true' },
        { name: 'annual_revenue_eur', value: '71500' },
        { name: 'renewal_on', value: '2026-12-31' },
        { name: 'product_area', value: 'Invoices' },
        { name: 'tier', value: 'none' },
        { name: '__proto__', value: 'gold' },
        { name: 'Which plan did the customer ask about', value: 'Basic' },
      ],
    });
    expect(finds.importance?.map(({ value }) => value)).toEqual(['Enterprise, vip, key-account']);
    expect(finds.importance?.[0]?.reason).toBe(
      'the ticket’s field “support plan”; the ticket’s field “vip”; the tag “VIP”; the tag “key-account”',
    );
    expect(finds.revenue?.[0]).toMatchObject({ value: '71500', source: 'ticket' });
    expect(finds.renewal?.[0]?.value).toBe('2026-12-31');
    expect(finds.part?.[0]?.value).toBe('Invoices');
    expect(Object.getPrototypeOf(finds)).toBe(Object.prototype);
  });

  it('finds nothing where nothing is said', async () => {
    const finds = await findReport(
      aTicket({ subject: '', organization: null, messages: [aMessage({ role: 'agent' })] }),
      [],
    );
    expect(Object.values(finds).flat()).toEqual([]);
  });

  it('reads a thread of 300 messages in three languages once', async () => {
    const languages = [
      'When I press Save an error appears: "Not stored (E-4102)". It should be stored.',
      'Wenn ich auf Speichern klicke, erscheint ein Fehler. Die Rechnung sollte bleiben.',
      'Когда я нажимаю «Сохранить», появляется ошибка. Отчёт должен сохраниться.',
    ];
    const messages = Array.from({ length: 300 }, (_, at) =>
      aMessage({ text: `${languages[at % 3]} ${at}. `.repeat(10) }),
    );
    const finds = await find({ messages });
    expect(finds.steps?.[0]?.source).toBe('message 1');
    expect(finds.quote?.[0]?.source).toBe('message 1');
    expect(await find({ messages: messages.map((message) => ({ ...message })) })).toBe(finds);
  });

  it('counts messages as the ticket does, also at the end of a long thread', async () => {
    const filler = Array.from({ length: 150 }, (_, at) =>
      aMessage({ text: `Thank you, day ${at} is fine.` }),
    );
    const last = aMessage({ text: 'Since then we see "Import refused, E-777".' });
    const finds = await find({ subject: 'Imports', messages: [...filler, last] });
    expect(finds.error?.[0]).toMatchObject({ value: 'Import refused, E-777', source: 'message 151' });
  });
});

describe('a fresh draft', () => {
  it('holds what is sure, and leaves what is only likely to the agent', async () => {
    const ticket = aTicket({
      subject: 'Export',
      tags: ['vip'],
      messages: [
        aMessage({
          text: 'It takes 40 seconds until our report is drawn. Usually it is there at once.',
        }),
      ],
    });
    const finds = await findReport(ticket, PARTS);
    expect(finds.actual?.[0]?.sure).toBe(false);
    const { report, details } = await newEscalation(ticket, 1, PARTS);
    expect(report.actual).toEqual({ value: '', source: '' });
    expect(report.expected).toEqual({ value: 'Usually it is there at once.', source: 'message 1' });
    expect(report.part).toEqual({ value: 'Reports', source: 'message 1' });
    expect(details?.importance).toEqual({ value: 'vip', source: 'ticket' });
  });
});
