import { describe, expect, it } from 'vitest';
import { extractReport } from './extract-report';
import type { Find } from './find';
import table from './fixtures/tickets.json';

const KINDS = ['errorCodes', 'errorTexts', 'addresses', 'versions', 'browsers', 'systems'] as const;

interface Count {
  labelled: number;
  found: number;
  invented: number;
}

const values = (finds: readonly Find[]) => finds.map(({ value }) => value);
const includes = (all: readonly string[], value: string) =>
  all.some((it) => it.toLowerCase() === value.toLowerCase());

/** Labelled by hand before the extractor read them; invented companies. */
describe('the table of tickets', () => {
  const wrong: string[] = [];
  const counts = Object.fromEntries(
    [...KINDS, 'part'].map((kind): [string, Count] => [kind, { labelled: 0, found: 0, invented: 0 }]),
  );
  for (const ticket of table.tickets) {
    const own = extractReport({ subject: ticket.subject, messages: [ticket.text], parts: table.parts });
    const part = own.part ? [table.parts[own.part.part]?.name ?? ''] : [];
    const found: [string, readonly string[], readonly string[]][] = [
      ...KINDS.map((kind): [string, readonly string[], readonly string[]] => [
        kind,
        ticket[kind],
        values(own[kind]),
      ]),
      ['part', ticket.part === null ? [] : [ticket.part], part],
    ];
    for (const [kind, labelled, got] of found) {
      const count = counts[kind];
      if (!count) continue;
      count.labelled += labelled.length;
      count.found += labelled.filter((value) => includes(got, value)).length;
      count.invented += got.filter((value) => !includes(labelled, value)).length;
      for (const value of labelled)
        if (!includes(got, value)) wrong.push(`${ticket.subject}: ${kind} missed ${value}`);
      for (const value of got)
        if (!includes(labelled, value)) wrong.push(`${ticket.subject}: ${kind} invented ${value}`);
    }
  }

  it('holds at least 60 tickets in the languages of the rules', () => {
    expect(table.tickets.length).toBe(67);
    expect(new Set(table.tickets.map(({ language }) => language)).size).toBeGreaterThanOrEqual(6);
  });

  it('is read with nothing invented, and all found but what the playbook has no word for', () => {
    expect(wrong).toEqual(['Eksport nie działa: part missed Reports']);
    expect(counts).toEqual({
      errorCodes: { labelled: 33, found: 33, invented: 0 },
      errorTexts: { labelled: 21, found: 21, invented: 0 },
      addresses: { labelled: 22, found: 22, invented: 0 },
      versions: { labelled: 16, found: 16, invented: 0 },
      browsers: { labelled: 42, found: 42, invented: 0 },
      systems: { labelled: 45, found: 45, invented: 0 },
      part: { labelled: 55, found: 54, invented: 0 },
    });
  });
});
