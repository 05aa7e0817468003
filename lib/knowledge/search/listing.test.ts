import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryBlockStore } from './block-store';
import { IndexWriter } from './index-writer';
import { createPacer } from './pacer';
import type { SearchFilter, SearchRecord } from './record';
import { Searcher } from './searcher';

const pacer = createPacer(1000);
const LABELS = ['kind:bug', 'kind:article', 'part:Web', '__proto__', ''];

/** What list and filter must come to. */
function scan(records: Iterable<SearchRecord>, { labels, since }: SearchFilter): string[] {
  const listed = [...records].filter(
    (record) =>
      labels.every((group) => group.some((label) => record.labels?.includes(label))) &&
      (since === undefined || (record.at !== undefined && record.at >= since)),
  );
  const time = ({ at }: SearchRecord) => at ?? Number.NEGATIVE_INFINITY;
  const order = (a: SearchRecord, b: SearchRecord) => (a.id < b.id ? -1 : 1);
  return listed.sort((a, b) => (time(a) === time(b) ? order(a, b) : time(b) - time(a))).map(({ id }) => id);
}

const change = fc.record(
  {
    id: fc.nat(15).map(String),
    title: fc.constantFrom('printer', 'printer jams', 'export'),
    text: fc.constant(''),
    labels: fc.array(fc.constantFrom(...LABELS), { maxLength: 4 }),
    at: fc.nat(5),
  },
  { requiredKeys: ['id', 'title', 'text'] },
);
const step = fc.oneof(
  fc.record({ put: fc.array(change, { maxLength: 6 }) }),
  fc.record({ delete: fc.array(fc.nat(15).map(String), { maxLength: 3 }) }),
  fc.constantFrom('merge' as const, 'compact' as const),
);
const filter = fc.record(
  {
    labels: fc.array(fc.array(fc.constantFrom(...LABELS, 'unknown'), { maxLength: 3 }), { maxLength: 3 }),
    since: fc.nat(6),
  },
  { requiredKeys: ['labels'] },
);

describe('lists and filters', () => {
  it('agree with a walk over the records, whatever was written in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 12 }),
        fc.array(filter, { maxLength: 4 }),
        async (steps, filters) => {
          const store = new MemoryBlockStore();
          const writer = new IndexWriter(store, { pacer });
          const searcher = new Searcher(store);
          const alive = new Map<string, SearchRecord>();
          for (const one of steps) {
            if (one === 'merge') await writer.merge();
            else if (one === 'compact') await writer.compact();
            else {
              await writer.apply(one);
              if ('put' in one) for (const record of one.put) alive.set(record.id, record);
              else for (const id of one.delete) alive.delete(id);
            }
          }
          for (const narrowed of [{ labels: [] }, ...filters]) {
            const expected = scan(alive.values(), narrowed);
            const { ids, total } = await searcher.list(narrowed, 0, 100);
            expect([ids, total]).toEqual([expected, expected.length]);
            const { ids: page } = await searcher.list(narrowed, 2, 3);
            expect(page).toEqual(expected.slice(2, 5));
            const found = await searcher.search({ title: 'printer' }, { limit: 100, filter: narrowed });
            const printers = expected.filter((id) => alive.get(id)?.title.includes('printer'));
            expect(found.map(({ id }) => id).sort()).toEqual(printers.sort());
          }
          const counts = new Map<string, number>();
          for (const record of alive.values()) {
            for (const label of new Set(record.labels)) counts.set(label, (counts.get(label) ?? 0) + 1);
          }
          expect(new Map([...(await searcher.countLabels())].sort())).toEqual(new Map([...counts].sort()));
        },
      ),
      { numRuns: 80 },
    );
  }, 60_000);

  it('follow what is written while the searcher stands', async () => {
    const store = new MemoryBlockStore();
    const writer = new IndexWriter(store, { pacer });
    await writer.apply({ put: [{ id: 'a', title: 'a', text: '', at: 1 }] });
    const searcher = new Searcher(store);
    expect((await searcher.list({ labels: [] }, 0, 9)).ids).toEqual(['a']);
    await writer.apply({ put: [{ id: 'b', title: 'b', text: '', at: 2 }], delete: ['a'] });
    await searcher.refresh();
    expect(await searcher.list({ labels: [] }, 0, 9)).toEqual({ ids: ['b'], total: 1 });
  });

  it.each([
    [-5, 2, ['0', '1']],
    [3, 9, []],
    [1, -1, []],
    [1, Number.POSITIVE_INFINITY, ['1', '2']],
  ])('cut a page from %d with %d to what there is', async (from, count, ids) => {
    const store = new MemoryBlockStore();
    const put = ['0', '1', '2'].map((id) => ({ id, title: id, text: '' }));
    await new IndexWriter(store, { pacer }).apply({ put });
    expect(await new Searcher(store).list({ labels: [] }, from, count)).toEqual({ ids, total: 3 });
  });
});
