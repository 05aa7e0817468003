import { type Bucket, bucketOf, findPostings, type PostingRange } from './bucket';
import type { Accept } from './filter';
import { hashKey, type TermHash } from './hash';
import { impactsOf } from './impact';
import { isDead } from './manifest';
import type { RankParameters } from './parameters';
import type { AnalyzedQuery, QueryTerm } from './query-terms';
import { bucketKey } from './segment';
import type { OpenSegment, Snapshot } from './snapshot';

/** A query term with what the index knows of it. */
export interface WeighedTerm {
  readonly term: QueryTerm;
  /** Records that hold it, the deleted ones left out. */
  readonly found: number;
  readonly idf: number;
  readonly weight: number;
  /** One for every segment of the snapshot, null where the segment lacks the term. */
  readonly postings: readonly (PostingRange | null)[];
  /** The terms it stands for, where it stands for several. */
  readonly alternatives?: readonly TermHash[];
}

/** A record by its place. */
export class Candidate {
  readonly segment: OpenSegment;
  readonly segmentAt: number;
  readonly record: number;
  readonly score: number;

  constructor(segment: OpenSegment, segmentAt: number, record: number, score: number) {
    this.segment = segment;
    this.segmentAt = segmentAt;
    this.record = record;
    this.score = score;
  }

  /** Made when asked for: of most candidates nobody asks. */
  get id(): string {
    return this.segment.table.ids.at(this.record);
  }
}

/** The buckets a query needs, known before anything is loaded. */
export function bucketKeysOf(terms: readonly TermHash[], snapshot: Snapshot): Set<string> {
  const keys = new Set<string>();
  for (const { number, bits } of snapshot.segments) {
    for (const term of terms) keys.add(bucketKey(number, bucketOf(term, bits)));
  }
  return keys;
}

/** Probability-like rarity: 0 for a word in every record, never negative. */
function idfOf(found: number, count: number): number {
  return Math.log(1 + (count - found + 0.5) / (found + 0.5));
}

/** Every term of the query with rarity and weight, strongest first; unknown terms included. */
export function weighTerms(
  query: AnalyzedQuery,
  snapshot: Snapshot,
  buckets: ReadonlyMap<string, Bucket>,
): WeighedTerm[] {
  const weighed = query.terms.map((term) =>
    weighTerm(term, query.rank, snapshot, postingsOf(term, snapshot, buckets)),
  );
  return weighed.sort(byWeight);
}

const byWeight = (a: WeighedTerm, b: WeighedTerm): number =>
  b.weight - a.weight || hashKey(a.term) - hashKey(b.term);

/** Where the term stands in each segment. */
export function postingsOf(
  term: TermHash,
  { segments }: Snapshot,
  buckets: ReadonlyMap<string, Bucket>,
): (PostingRange | null)[] {
  return segments.map(({ number, bits, shard }) => {
    const bucket = buckets.get(bucketKey(number, bucketOf(term, bits)));
    return bucket ? findPostings(bucket, term, shard) : null;
  });
}

export function weighTerm(
  term: QueryTerm,
  { k3 }: RankParameters,
  snapshot: Snapshot,
  postings: readonly (PostingRange | null)[],
): WeighedTerm {
  let found = 0;
  for (const [at, range] of postings.entries()) found += countAlive(range, snapshot.segments[at]);
  const idf = idfOf(found, snapshot.count);
  const weight = (idf * term.count * (k3 + 1)) / (term.count + k3);
  return { term, found, idf, weight, postings };
}

/** Deleted records must not count: the same records give the same answer, whatever was there before. */
function countAlive(range: PostingRange | null, segment: OpenSegment | undefined): number {
  if (!range || !segment) return 0;
  if (segment.deadCount === 0) return range.end - range.start;
  let alive = 0;
  for (let at = range.start; at < range.end; at += 1) {
    if (!isDead(segment.dead, range.bucket.records[at] ?? 0)) alive += 1;
  }
  return alive;
}

/** The terms that are scored: the strongest, as long as they do not cost too many postings. */
export function chooseTerms(
  weighed: readonly WeighedTerm[],
  most: number,
  mostPostings: number,
): WeighedTerm[] {
  const chosen: WeighedTerm[] = [];
  let postings = 0;
  for (const term of weighed) {
    if (term.found === 0) continue;
    if (chosen.length === most) break;
    // A frequent word is passed over, a rarer one further down may still fit.
    if (chosen.length > 0 && postings + term.found > mostPostings) continue;
    postings += term.found;
    chosen.push(term);
  }
  return chosen;
}

/** Scores are told apart by this many steps when the best are looked for. */
const STEPS = 2048;
/** In large collections every so many-th record is counted to set the bar, as counting takes longer than comparing. */
const SAMPLED = 8;
const LARGE = 20_000;
/** How many more than wanted are let over a bar that was set by a sample. */
const MARGIN = 1.5;

/** One sum per record, kept between queries so that nothing large is allocated for one. */
export class Scorer {
  readonly #sums = new Map<number, Float32Array>();

  /** The best candidates by BM25F; ties go to the smaller id, so that the order never depends on how the index grew. */
  best(
    snapshot: Snapshot,
    chosen: readonly WeighedTerm[],
    query: AnalyzedQuery,
    most: number,
    accepts: readonly Accept[],
  ): Candidate[] {
    const impacts = impactsOf(query.rank);
    const highest = chosen.reduce((sum, { weight }) => sum + weight, 0);
    const counts = new Uint32Array(STEPS + 1);
    const stride = snapshot.count < LARGE ? 1 : SAMPLED;
    const scored = snapshot.segments.map((segment, segmentAt) => {
      const sums = this.#sumsOf(segmentAt, segment.count);
      addUp(sums, segmentAt, chosen, impacts);
      countScores(sums, segment, STEPS / highest, counts, stride);
      return { segment, segmentAt, sums, accept: accepts[segmentAt] };
    });
    let candidates: Candidate[] = [];
    // Where many of the best are not accepted, the bar is lowered until there are enough.
    for (let wanted = stride === 1 ? most : (most * MARGIN) / stride; ; wanted *= 4) {
      const step = lowestStep(counts, wanted);
      candidates = scored.flatMap((it) => collect(it, (step * highest) / STEPS));
      if (candidates.length >= most || step === 0) break;
    }
    return candidates.sort(byScore).slice(0, most);
  }

  #sumsOf(segmentAt: number, count: number): Float32Array {
    const known = this.#sums.get(segmentAt);
    if (known && known.length >= count) return known.fill(0);
    const sums = new Float32Array(count);
    this.#sums.set(segmentAt, sums);
    return sums;
  }
}

function addUp(
  sums: Float32Array,
  segmentAt: number,
  chosen: readonly WeighedTerm[],
  impacts: Float32Array,
): void {
  const scaled = new Float32Array(256);
  for (const { weight, postings } of chosen) {
    const range = postings[segmentAt];
    if (!range) continue;
    for (let code = 0; code < 256; code += 1) scaled[code] = weight * (impacts[code] as number);
    addTo(sums, scaled, range);
  }
}

/** The innermost loop; the casts are for the compiler, as every index lies within. */
function addTo(sums: Float32Array, scaled: Float32Array, { bucket, start, end }: PostingRange): void {
  const { records, codes } = bucket;
  for (let at = start; at < end; at += 1) {
    const record = records[at] as number;
    sums[record] = (sums[record] as number) + (scaled[codes[at] as number] as number);
  }
}

function countScores(
  sums: Float32Array,
  { count }: OpenSegment,
  scale: number,
  counts: Uint32Array,
  stride: number,
): void {
  for (let record = 0; record < count; record += stride) {
    const score = sums[record] as number;
    if (score <= 0) continue;
    const step = Math.min(STEPS, (score * scale) | 0);
    counts[step] = (counts[step] as number) + 1;
  }
}

/** The step from which upwards at least `wanted` records lie; 0 where there are fewer. */
function lowestStep(counts: Uint32Array, wanted: number): number {
  let sum = 0;
  for (let step = STEPS; step > 0; step -= 1) {
    sum += counts[step] ?? 0;
    // One step lower, as the border may fall to either side of a rounded product.
    if (sum >= wanted) return step - 1;
  }
  return 0;
}

interface ScoredSegment {
  readonly segment: OpenSegment;
  readonly segmentAt: number;
  readonly sums: Float32Array;
  readonly accept: Accept | undefined;
}

function collect({ segment, segmentAt, sums, accept }: ScoredSegment, lowest: number): Candidate[] {
  const { count, dead } = segment;
  const candidates: Candidate[] = [];
  for (let record = 0; record < count; record += 1) {
    const score = sums[record] as number;
    if (score < lowest || score <= 0 || isDead(dead, record)) continue;
    if (accept && !accept(record)) continue;
    candidates.push(new Candidate(segment, segmentAt, record, score));
  }
  return candidates;
}

const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
