import type { PostingRange } from './bucket';
import type { Entry } from './entry';
import { signatureKeys } from './found';
import { hashKey } from './hash';
import { foldTitle, LetterComparer } from './letters';
import { keyMark, partMark, signatureMark, versionMark } from './marks';
import type { RerankWeights, SearchParameters } from './parameters';
import type { AnalyzedQuery } from './query-terms';
import type { SearchQuery } from './record';
import type { Candidate, WeighedTerm } from './score';
import { hasMark, type RecordTable } from './segment';
import type { IndexedTitle } from './titles';

/** What the second look sees of a record, each within 0…1. */
export type Features = { -readonly [Feature in keyof RerankWeights]: number };

const DAY_MS = 86_400_000;
const MANY_LINKED = 100;
const MOST_KEYS = 20;

/** Compares candidates with one query. */
export class Reranker {
  readonly #parameters: SearchParameters;
  readonly #weights: RerankWeights;
  readonly #letters: LetterComparer;
  /** By the hash of the term, which is what titles are stored as. */
  readonly #terms = new Map<number, WeighedTerm>();
  readonly #titleTerms: readonly WeighedTerm[];
  readonly #titleIdf: number;
  /** In the query's title, the term that follows each. */
  readonly #follows = new Map<number, number>();
  readonly #parts: readonly { readonly mark: number; readonly weight: number }[];
  readonly #signatures: readonly number[];
  readonly #version: number | null;
  readonly #keys: readonly number[];
  readonly #now: number;
  readonly #rareTerms: readonly WeighedTerm[];
  readonly #rareIdf: number;

  constructor(
    query: SearchQuery,
    analyzed: AnalyzedQuery,
    weighed: readonly WeighedTerm[],
    candidates: readonly Candidate[],
    entries: readonly Entry[],
    parameters: SearchParameters,
  ) {
    this.#parameters = parameters;
    this.#weights = analyzed.rank.rerank;
    this.#letters = new LetterComparer(foldTitle(query.title));
    for (const term of weighed) this.#terms.set(term.term.high, term);
    const inTitle = new Map(weighed.flatMap((it) => (it.term.inTitle ? [[it.term, it] as const] : [])));
    this.#titleTerms = analyzed.terms.flatMap((term) => inTitle.get(term) ?? []);
    this.#titleIdf = sumOf(this.#titleTerms, ({ idf }) => idf);
    for (const [at, term] of this.#titleTerms.entries()) {
      const next = this.#titleTerms[at + 1];
      if (next) this.#follows.set(term.term.high, next.term.high);
    }
    // A word that one record alone holds tells nothing about the others.
    this.#rareTerms = weighed
      .filter(({ found }) => found > 1)
      .sort((a, b) => b.idf - a.idf || hashKey(a.term) - hashKey(b.term))
      .slice(0, parameters.rareTerms);
    this.#rareIdf = sumOf(this.#rareTerms, ({ idf }) => idf);
    this.#parts = weighParts(query.parts ?? [], candidates);
    this.#signatures = [...signatureKeys(entries)].map(signatureMark);
    this.#version = query.version ? versionMark(query.version) : null;
    this.#keys = keysIn(query.title, entries);
    this.#now = query.now ?? Number.NaN;
  }

  /** What can be said without the record's title, for choosing whom to look at twice. */
  prior({ segment, record }: Candidate): number {
    const { prior } = this.#parameters;
    return prior.part * this.#part(segment.table, record) + prior.age * this.#age(segment.table, record);
  }

  features(candidate: Candidate, title: IndexedTitle, bestScore: number): Features {
    const { segment, segmentAt, record, score } = candidate;
    const { table } = segment;
    const place = (terms: readonly WeighedTerm[], idf: number) => shareFound(terms, idf, segmentAt, record);
    const signatures = this.#signatures.some((mark) => hasMark(table, record, mark));
    const linked = Math.log1p(table.linked[record] ?? 0) / Math.log1p(MANY_LINKED);
    return {
      best: bestScore === 0 ? 0 : score / bestScore,
      letters: this.#letters.compare(title.letters),
      pairs: this.#pairsFound(title.terms),
      part: this.#part(table, record),
      age: this.#age(table, record),
      titleFound: place(this.#titleTerms, this.#titleIdf),
      titleSaid: this.#titleSaid(title.terms),
      rareFound: place(this.#rareTerms, this.#rareIdf),
      brief: 1 - (table.lengths[record] ?? 0) / 255,
      signature: signatures ? 1 : 0,
      linked: Math.min(1, linked),
      version: this.#version !== null && hasMark(table, record, this.#version) ? 1 : 0,
      key: this.#keys.some((mark) => hasMark(table, record, mark)) ? 1 : 0,
    };
  }

  score(features: Features): number {
    let score = 0;
    for (const feature of FEATURES) score += this.#weights[feature] * features[feature];
    return score;
  }

  /** Share of the neighbouring words of the ticket's title that stand side by side in the record's. */
  #pairsFound(titleTerms: Uint32Array): number {
    let found = 0;
    for (let at = 1; at < titleTerms.length; at += 1) {
      if (this.#follows.get(titleTerms[at - 1] ?? 0) === titleTerms[at]) found += 1;
    }
    return this.#follows.size === 0 ? 0 : found / this.#follows.size;
  }

  #part(table: RecordTable, record: number): number {
    let share = 0;
    for (const { mark, weight } of this.#parts) if (hasMark(table, record, mark)) share += weight;
    return share;
  }

  /** 1 now, falling with the logarithm of the days: reports of one cause come in bursts. */
  #age(table: RecordTable, record: number): number {
    const days = Math.abs(this.#now - (table.times[record] ?? Number.NaN)) / DAY_MS;
    if (Number.isNaN(days)) return 0;
    return Math.max(0, 1 - Math.log1p(days) / Math.log1p(this.#parameters.oldestDays));
  }

  #titleSaid(titleTerms: Uint32Array): number {
    let all = 0;
    let said = 0;
    for (const term of titleTerms) {
      const known = this.#terms.get(term);
      // A word the query lacks was never looked up, so its rarity is not known.
      all += known ? known.idf : this.#parameters.usualIdf;
      said += known ? known.idf : 0;
    }
    return all === 0 ? 0 : said / all;
  }
}

/** What may be a key: the whole title, and every name or number in it. */
function keysIn(title: string, entries: readonly Entry[]): number[] {
  const named = entries.slice(0, MOST_KEYS).flatMap(({ key, run }) => (key ? [run] : []));
  return [title, ...named].map(keyMark);
}

/** The parts of the query, 1 in all. One that every candidate has, as the only product has, tells nothing. */
function weighParts(
  parts: readonly string[],
  candidates: readonly Candidate[],
): { mark: number; weight: number }[] {
  const marks = [...new Set(parts.map(partMark))].map((mark) => {
    const having = candidates.filter(({ segment, record }) => hasMark(segment.table, record, mark));
    return { mark, rarity: 1 - having.length / (candidates.length + 1) };
  });
  const all = sumOf(marks, ({ rarity }) => rarity);
  return marks.map(({ mark, rarity }) => ({ mark, weight: all === 0 ? 0 : rarity / all }));
}

/** Share of the terms' rarity that the record holds. */
function shareFound(
  terms: readonly WeighedTerm[],
  allIdf: number,
  segmentAt: number,
  record: number,
): number {
  if (allIdf === 0) return 0;
  let found = 0;
  for (const { postings, idf } of terms) {
    if (holds(postings[segmentAt] ?? null, record)) found += idf;
  }
  return found / allIdf;
}

const FEATURES: readonly (keyof RerankWeights)[] = [
  'best',
  'letters',
  'pairs',
  'part',
  'age',
  'titleFound',
  'titleSaid',
  'rareFound',
  'brief',
  'signature',
  'linked',
  'version',
  'key',
];

const sumOf = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((sum, value) => sum + of(value), 0);

/** Whether the record is among the postings, which are sorted by record. */
function holds(range: PostingRange | null, record: number): boolean {
  if (!range) return false;
  const { records } = range.bucket;
  let low = range.start;
  let high = range.end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((records[middle] as number) < record) low = middle + 1;
    else high = middle;
  }
  return low < range.end && records[low] === record;
}
