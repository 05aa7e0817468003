import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockStore, MemoryBlockStore } from './block-store';
import { IndexWriter } from './index-writer';
import { MANIFEST_KEY } from './manifest';
import { createPacer } from './pacer';
import type { SearchRecord } from './record';
import { Searcher } from './searcher';

const pacer = createPacer(1000);
const record = (id: string, title: string, text = ''): SearchRecord => ({
  ...{ id, title, text },
  labels: [`first:${title[0]}`, 'all'],
});
const WORDS =
  'login save printer report crash export invoice timeout NullPointerException E-4102 __proto__'.split(' ');
const idsOf = async (store: BlockStore, title: string) =>
  (await new Searcher(store).search({ title }, { limit: 100 })).map(({ id }) => id);
const everything = async (store: BlockStore) => {
  const searcher = new Searcher(store);
  const answers: unknown[] = [await searcher.list({ labels: [['all', 'first:p']] }, 0, 100)];
  answers.push([...(await searcher.countLabels())].sort());
  for (const word of [...WORDS, WORDS.join(' ')]) {
    answers.push(await searcher.search({ title: word, body: 'crash report' }, { limit: 100 }));
    answers.push(await searcher.search({ title: word.slice(0, 3), typing: true }, { limit: 100 }));
  }
  return answers;
};

async function filled(records: readonly SearchRecord[]): Promise<MemoryBlockStore> {
  const store = new MemoryBlockStore();
  await new IndexWriter(store, { pacer }).apply({ put: records });
  return store;
}

describe('the index', () => {
  it('answers the same whether it grew or was built at once', async () => {
    const words = fc
      .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
      .map((it) => it.join(' '));
    const put = fc.record({
      kind: fc.constant('put' as const),
      id: fc.nat(12).map(String),
      title: words,
      text: words,
      at: fc.option(fc.nat(1e12), { nil: undefined }),
      linkedCount: fc.nat(9),
      signatures: fc.subarray(['APP-1', 'APP-12']),
      labels: fc.subarray(['all', 'first:p', 'other']),
    });
    const remove = fc.record({ kind: fc.constant('delete' as const), id: fc.nat(12).map(String) });
    const merge = fc.record({ kind: fc.constant('merge' as const) });
    const compact = fc.record({ kind: fc.constant('compact' as const) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(put, put, remove, merge, compact), { maxLength: 25 }),
        async (steps) => {
          const store = new MemoryBlockStore();
          const writer = new IndexWriter(store, { pacer });
          const alive = new Map<string, SearchRecord>();
          for (const step of steps) {
            if (step.kind === 'merge') await writer.merge();
            else if (step.kind === 'compact') await writer.compact();
            else if (step.kind === 'delete') {
              alive.delete(step.id);
              await writer.apply({ delete: [step.id] });
            } else {
              const { kind: _, at, ...rest } = step;
              const next = at === undefined ? rest : { ...rest, at };
              alive.set(step.id, next);
              await writer.apply({ put: [next] });
            }
          }
          expect(await everything(store)).toEqual(await everything(await filled([...alive.values()])));
          expect(await new Searcher(store).count()).toBe(alive.size);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is the same bytes for the same records', async () => {
    const records = WORDS.map((word, at) => record(String(at), word, WORDS.slice(at).join(' ')));
    const one = [...(await filled(records)).entries()];
    expect([...(await filled(records)).entries()]).toEqual(one);
  });

  it('forgets deleted and replaced records', async () => {
    const store = await filled([record('1', 'printer jams'), record('2', 'printer offline')]);
    const writer = new IndexWriter(store, { pacer });
    await writer.apply({ put: [record('1', 'export fails')], delete: ['2', 'never there'] });
    expect(await idsOf(store, 'printer')).toEqual([]);
    expect(await idsOf(store, 'export')).toEqual(['1']);
    await writer.apply({ delete: ['1'] });
    expect(await new Searcher(store).count()).toBe(0);
    await writer.compact();
    expect(store.keys().filter((key) => key !== MANIFEST_KEY)).toEqual([]);
  });

  it('takes the last of several records with one id, and a put over a delete', async () => {
    const store = new MemoryBlockStore();
    const writer = new IndexWriter(store, { pacer });
    await writer.apply({ put: [record('1', 'printer'), record('1', 'export')], delete: ['1'] });
    expect([await idsOf(store, 'printer'), await idsOf(store, 'export')]).toEqual([[], ['1']]);
  });

  it('keeps few segments however often it is written', async () => {
    const store = new MemoryBlockStore();
    const writer = new IndexWriter(store, { pacer });
    for (let at = 0; at < 60; at += 1) {
      await writer.apply({ put: [record(String(at), `printer ${at}`)] });
      await writer.merge();
    }
    const segments = new Set(store.keys().map((key) => /^segment\/(\d+)/.exec(key)?.[1]));
    expect(segments.size).toBeLessThan(14);
    expect(await idsOf(store, 'printer')).toHaveLength(60);
  });

  it('goes on with an open searcher while segments are merged away', async () => {
    const store = await filled([record('1', 'printer')]);
    const writer = new IndexWriter(store, { pacer });
    await writer.apply({ put: [record('2', 'export')] });
    const searcher = new Searcher(store);
    expect(await searcher.count()).toBe(2);
    await writer.compact();
    expect((await searcher.search({ title: 'printer export' })).map(({ id }) => id).sort()).toEqual([
      '1',
      '2',
    ]);
  });

  it('starts anew over a manifest it cannot read', async () => {
    const store = await filled([record('1', 'printer')]);
    await store.put([[MANIFEST_KEY, new Uint8Array([1, 2, 3])]]);
    expect(await idsOf(store, 'printer')).toEqual([]);
    await new IndexWriter(store, { pacer }).apply({ put: [record('2', 'export')] });
    expect(await idsOf(store, 'export')).toEqual(['2']);
  });

  it('holds more records in one segment than 16 bits can number', async () => {
    const store = new MemoryBlockStore();
    const writer = new IndexWriter(store, { pacer });
    const ids = Array.from({ length: 70_000 }, (_, at) => String(at));
    for (const first of [0, 35_000]) {
      await writer.apply({ put: ids.slice(first, first + 35_000).map((id) => record(id, `p${id}`)) });
    }
    await writer.apply({ put: [record('69999', 'printer')], delete: ['3', '65000'] });
    await writer.compact();
    expect(store.keys().filter((key) => key.endsWith('/table'))).toHaveLength(1);
    const searcher = new Searcher(store);
    expect((await searcher.list({ labels: [['first:p']] }, 0, 1)).total).toBe(69_998);
    const find = async (title: string) => (await searcher.search({ title })).map(({ id }) => id);
    for (const id of ['0', '65535', '65536', '69998']) expect(await find(`p${id}`)).toEqual([id]);
    for (const id of ['3', '65000', '69999']) expect(await find(`p${id}`)).toEqual([]);
    expect(await find('printer')).toEqual(['69999']);
    await writer.apply({ delete: ['65536'] });
    await searcher.refresh();
    expect(await find('p65536')).toEqual([]);
    expect(await find('p65537')).toEqual(['65537']);
  }, 60_000);

  it('is empty after clear', async () => {
    const store = await filled([record('1', 'printer')]);
    await new IndexWriter(store, { pacer }).clear();
    expect([...store.keys()]).toEqual([MANIFEST_KEY]);
    expect(await idsOf(store, 'printer')).toEqual([]);
  });
});

/** Fails at the n-th write of any kind and at every later one, as a killed worker does. */
class DyingStore implements BlockStore {
  readonly #inner: MemoryBlockStore;
  #left: number;

  constructor(inner: MemoryBlockStore, writes: number) {
    this.#inner = inner;
    this.#left = writes;
  }

  get(keys: readonly string[]): Promise<(Uint8Array | undefined)[]> {
    return this.#inner.get(keys);
  }

  async put(entries: readonly (readonly [string, Uint8Array])[]): Promise<void> {
    this.#spend();
    await this.#inner.put(entries);
  }

  async delete(prefix: string): Promise<void> {
    this.#spend();
    await this.#inner.delete(prefix);
  }

  #spend(): void {
    if (this.#left === 0) throw new Error('killed');
    this.#left -= 1;
  }
}

describe('a write that breaks off', () => {
  const OLD = [record('1', 'printer jams'), record('2', 'printer offline'), record('3', 'export')];
  const WRITES: Record<string, (writer: IndexWriter) => Promise<unknown>> = {
    update: (writer) =>
      writer.apply({ put: [record('2', 'printer smokes'), record('4', 'printer')], delete: ['1'] }),
    compact: (writer) => writer.compact(),
  };

  it.each(Object.entries(WRITES))(
    'leaves the old index or the new one at every write: %s',
    async (_, write) => {
      const build = async () => {
        const store = await filled(OLD);
        await new IndexWriter(store, { pacer }).apply({ put: [record('5', 'printer burns')] });
        return store;
      };
      const before = await everything(await build());
      const whole = await build();
      await write(new IndexWriter(whole, { pacer }));
      const after = await everything(whole);
      let survived = false;
      let writes = 0;
      for (; !survived; writes += 1) {
        const store = await build();
        const dying = new IndexWriter(new DyingStore(store, writes), { pacer });
        survived = await write(dying).then(
          () => true,
          () => false,
        );
        const found = await everything(store);
        expect([before, after]).toContainEqual(found);
        // The next attempt ends where an undisturbed one does, and leaves no block behind.
        await write(new IndexWriter(store, { pacer }));
        await new IndexWriter(store, { pacer }).compact();
        expect(await everything(store)).toEqual(after);
        const segments = new Set(store.keys().map((key) => /^segment\/(\d+)/.exec(key)?.[1] ?? 'manifest'));
        expect(segments.size).toBeLessThanOrEqual(2);
      }
      expect(writes).toBeGreaterThan(3);
    },
  );
});
