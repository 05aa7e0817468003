// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnowledgeRecord } from '@/lib/knowledge/knowledge-record';
import { ok } from '@/lib/std/result';
import { nextOffset, SLIP, toNumberedPage, toOffset } from './next-offset';
import { type Spot, type Walk, walkChanges } from './walk-changes';

interface Row {
  readonly id: number;
  readonly at: number;
  readonly text: string;
}

const NOW = 1_800_000_000_000;
const PAGE = 20;
const isRow = (item: unknown): item is Row => typeof item === 'object' && item !== null && 'at' in item;
const changedAt = (item: unknown) => (isRow(item) ? item.at : null);
const toRecord = ({ id, at, text }: Row): KnowledgeRecord => ({
  kind: 'article',
  id: String(id),
  title: text,
  text,
  body: null,
  labels: [],
  audience: 'internal',
  owner: '',
  verifiedAt: null,
  url: '',
  createdAt: null,
  updatedAt: at,
});

/** A server that filters by seconds, sorts by change and pages by offset; `meddle` runs before each page. */
function walkOf(
  rows: Map<number, Row>,
  meddle: () => void = () => undefined,
  now = () => NOW,
): Walk & { pages: number } {
  const walk = {
    pages: 0,
    now,
    changedAt,
    fetchPage: async (spot: Spot) => {
      meddle();
      walk.pages += 1;
      const found = [...rows.values()]
        .filter((row) => spot.since === null || row.at >= spot.since)
        .sort((a, b) => a.at - b.at || a.id - b.id);
      const offset = toOffset(spot.position);
      const items = found.slice(offset, offset + PAGE);
      const isLast = items.length === 0 || offset + items.length >= found.length;
      const next = isLast ? null : nextOffset(spot, { items, offset, now: now(), changedAt });
      return ok({ items, put: items.map(toRecord), broken: [], next, total: found.length });
    },
  };
  return walk;
}

async function take(from: string | null, walk: Walk, into = new Map<string, string>()) {
  let cursor = from;
  let put = 0;
  for await (const page of walkChanges(from, walk)) {
    if (!page.ok) throw new Error(page.error.message);
    cursor = page.value.cursor;
    put += page.value.put.length;
    for (const record of page.value.put) into.set(record.id, 'text' in record ? record.text : '');
  }
  return { cursor, put, into };
}

/** Seconds in which the rows changed; few of them, so that many rows share one. */
const seconds = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 120 });
const toRows = (list: readonly number[]) =>
  new Map(list.map((second, id) => [id, { id, at: second * 1000 + (id % 3) * 300, text: `row ${id}` }]));

describe('walkChanges', () => {
  it('reads everything, whatever changed in the same second, and nothing twice afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(seconds, async (list) => {
        const rows = toRows(list);
        const first = await take(null, walkOf(rows));
        expect(first.into.size).toBe(rows.size);
        expect(first.put).toBe(rows.size);
        expect((await take(first.cursor, walkOf(rows))).put).toBe(0);
      }),
    );
  });

  it('loses nothing that changes between pages, as few as the pages overlap', async () => {
    const touches = fc.array(fc.array(fc.nat({ max: 119 }), { maxLength: SLIP }), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(seconds, touches, async (list, plan) => {
        const rows = toRows(list);
        const moves = [...plan];
        let at = 20_000;
        const walk = walkOf(rows, () => {
          for (const id of moves.shift() ?? []) {
            at += 1_000;
            if (rows.has(id)) rows.set(id, { id, at, text: `row ${id} at ${at}` });
          }
        });
        const first = await take(null, walk);
        await take(first.cursor, walkOf(rows), first.into);
        expect(Object.fromEntries(first.into)).toEqual(
          Object.fromEntries([...rows.values()].map((row) => [row.id, row.text])),
        );
      }),
    );
  });

  it('takes a change within the second it knows, and is not led astray by a date in the future', async () => {
    const rows = toRows([1, 2, 3]);
    rows.set(9, { id: 9, at: 8.64e15, text: 'from the future' });
    const first = await take(null, walkOf(rows));
    rows.set(2, { id: 2, at: 3_600, text: 'changed at once' });
    rows.set(4, { id: 4, at: NOW - 1_000, text: 'new' });
    const later = await take(first.cursor, walkOf(rows));
    expect([...later.into.values()]).toEqual(['changed at once', 'new']);
    rows.set(5, { id: 5, at: NOW, text: 'newer' });
    expect([...(await take(later.cursor, walkOf(rows))).into.values()]).toEqual(['newer']);
  });

  it('loses nothing where the clock of the server is ahead of ours', async () => {
    const rows = toRows([]);
    const ahead = NOW + 3_600_000;
    for (let id = 0; id < PAGE * 5; id += 1) rows.set(id, { id, at: ahead + id * 10_000, text: `row ${id}` });
    let clock = NOW;
    const walk = walkOf(rows, undefined, () => {
      clock += 60_000;
      return clock;
    });
    const first = await take(null, walk);
    expect(first.into.size).toBe(PAGE * 5);
    rows.set(0, { id: 0, at: ahead + 2_000_000, text: 'changed' });
    const later = await take(first.cursor, walk);
    expect([...later.into]).toEqual([['0', 'changed']]);
  });

  it('ends when a page repeats, and when items cannot be written out', async () => {
    let nested: unknown = [];
    for (let depth = 0; depth < 200_000; depth += 1) nested = [nested];
    for (const items of [[{ at: 1 }], [nested], []]) {
      let pages = 0;
      const walk: Walk = {
        now: () => NOW,
        changedAt,
        fetchPage: async () => {
          pages += 1;
          return ok({ items, put: [], broken: [], next: { since: pages, position: '' }, total: null });
        },
      };
      await take(null, walk);
      expect(pages).toBeLessThanOrEqual(2);
    }
  });
});

describe('toNumberedPage', () => {
  it('begins at the offset or before it, and always gets on', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20_000 }), (target) => {
        const { page, perPage, offset } = toNumberedPage(target);
        expect(offset).toBe((page - 1) * perPage);
        expect(offset).toBeLessThanOrEqual(target);
        expect(perPage).toBeLessThanOrEqual(100);
        expect(offset + perPage).toBeGreaterThanOrEqual(target + 50);
      }),
    );
  });
});
