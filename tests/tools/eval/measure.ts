import { MemoryBlockStore } from '@/lib/knowledge/search/block-store';
import { IndexWriter } from '@/lib/knowledge/search/index-writer';
import type { SearchQuery, SearchRecord } from '@/lib/knowledge/search/record';
import { Searcher } from '@/lib/knowledge/search/searcher';
import type { EvaluationSet, Question, Report } from './read-set';

/** Shares are fractions, times are milliseconds. */
export interface Figures {
  readonly n: number;
  readonly r1: number;
  readonly r5: number;
  readonly r10: number;
  readonly mrr: number;
  readonly p50: number;
  readonly p95: number;
}

export interface Evaluation {
  readonly title: Figures;
  readonly full: Figures;
  readonly buildMs: number;
  readonly bytes: number;
}

const LIMIT = 10;

/** Builds the index as the product does and asks it every query, with the title alone and with the body. */
export async function evaluate(set: EvaluationSet): Promise<Evaluation> {
  const store = new MemoryBlockStore();
  const start = performance.now();
  const writer = new IndexWriter(store);
  await writer.apply({ put: set.corpus.map(toRecord) });
  await writer.compact();
  const buildMs = performance.now() - start;
  const searcher = new Searcher(store);
  return {
    title: await ask(searcher, set, (query) => toQuery(query, '')),
    full: await ask(searcher, set, (query) => toQuery(query, query.body)),
    buildMs,
    bytes: store.bytes,
  };
}

async function ask(
  searcher: Searcher,
  set: EvaluationSet,
  toSearch: (query: Question) => SearchQuery,
): Promise<Figures> {
  const reports = new Map(set.corpus.map((report) => [report.id, report]));
  const records = new Map(set.corpus.map((report) => [report.id, toRecord(report)]));
  const load = async (ids: readonly string[]) => ids.map((id) => records.get(id));
  const ranks: number[] = [];
  const times: number[] = [];
  for (const query of set.queries) {
    // Only what was known when the query was written may answer it.
    const accept = (id: string) => id !== query.id && (reports.get(id)?.created ?? '') < query.created;
    const start = performance.now();
    const matches = await searcher.search(toSearch(query), { limit: LIMIT, accept, load });
    times.push(performance.now() - start);
    const gold = new Set(query.gold);
    ranks.push(matches.findIndex(({ id }) => gold.has(id)) + 1);
  }
  return { ...toShares(ranks), p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

/** Shares from the place of the first right answer, 0 where there was none. */
export function toShares(ranks: readonly number[]): Omit<Figures, 'p50' | 'p95'> {
  const n = ranks.length;
  const within = (most: number) => ranks.filter((rank) => rank > 0 && rank <= most).length / n;
  const mrr = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / n;
  return { n, r1: within(1), r5: within(5), r10: within(LIMIT), mrr };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Sets without dates number their reports (`seq:17`): age then says nothing. */
function toTime(created: string): number | undefined {
  const time = Date.parse(created);
  return Number.isNaN(time) ? undefined : time;
}

function toRecord({ id, title, body, created, parts, versions }: Report): SearchRecord {
  const at = toTime(created);
  return { id, title, text: body, parts, versions, ...(at === undefined ? {} : { at }) };
}

function toQuery({ title, parts, created }: Question, body: string): SearchQuery {
  const now = toTime(created);
  return { title, body, parts, ...(now === undefined ? {} : { now }) };
}
