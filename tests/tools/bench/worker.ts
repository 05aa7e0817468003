import { expose } from 'comlink';
import type { SearchQuery, SearchRecord } from '@/lib/knowledge/search/record';
import { percentile } from '../eval/measure';
import { type Corpus, createCorpus } from './corpus';
import type { BenchSystem } from './system';

/** Each is loaded by itself, so that none stands in another one's memory. */
const SYSTEMS: Record<string, () => Promise<BenchSystem>> = {
  baton: async () => new (await import('./systems/baton')).Baton(),
  minisearch: async () => (await import('./systems/minisearch')).createMiniSearch(),
  'minisearch-tuned': async () => (await import('./systems/minisearch')).createTunedMiniSearch(),
  flexsearch: async () => new (await import('./systems/flexsearch')).FlexSearchInMemory(),
  'flexsearch-indexeddb': async () => {
    // Its store looks for IndexedDB on `window` alone, and so would not run in a worker as it is.
    Object.assign(globalThis, { window: globalThis });
    return new (await import('./systems/flexsearch')).FlexSearchInDatabase();
  },
  orama: async () => new (await import('./systems/orama')).Orama(),
  scan: async () => new (await import('./systems/scan')).LinearScan(),
};

/** Times are milliseconds. */
export interface Built {
  readonly ms: number;
  readonly bytes: number;
  readonly queries: Corpus['queries'];
  /** Records with other words in their titles, for the update. */
  readonly changed: readonly SearchRecord[];
}

export interface Answered {
  /** Queries asked before the time ran out. */
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  /** Share of queries whose record is among the first ten. */
  readonly found: number;
}

const QUERIES = 200;
const CHANGED = 100;

async function createSystem(name: string): Promise<BenchSystem> {
  const create = SYSTEMS[name];
  if (!create) throw new Error(`There is no system ${name}.`);
  return create();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

let opened: BenchSystem;

/** What the page asks of a worker: one builds, another one starts cold and answers. */
const bench = {
  async build(name: string, size: number): Promise<Built> {
    const { records, queries } = createCorpus(size, QUERIES);
    const system = await createSystem(name);
    const ms = await timed(() => system.build(records));
    const changed = records
      .slice(0, CHANGED)
      .map((record) => ({ ...record, title: `${record.title} changed` }));
    return { ms, bytes: await system.size(), queries, changed };
  },
  /** Answers its first query from what was stored. */
  async start(name: string, query: SearchQuery): Promise<void> {
    opened = await createSystem(name);
    await opened.open();
    await opened.search(query);
  },
  async ask(queries: Corpus['queries'], budgetMs: number): Promise<Answered> {
    const times: number[] = [];
    let found = 0;
    const start = performance.now();
    for (const { query, gold } of queries) {
      if (performance.now() - start > budgetMs) break;
      let ids: string[] = [];
      const ms = await timed(async () => {
        ids = await opened.search(query);
      });
      times.push(ms);
      if (ids.includes(gold)) found += 1;
    }
    return {
      n: times.length,
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      found: found / Math.max(1, times.length),
    };
  },
  update: (records: readonly SearchRecord[]) => timed(() => opened.update(records)),
};

export type Bench = typeof bench;

expose(bench);
