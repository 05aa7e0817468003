import { type Bucket, createBucket, type PostingRange } from './bucket';
import type { TermHash } from './hash';
import { impactsOf, isStrong } from './impact';
import { isDead } from './manifest';
import type { AnalyzedQuery } from './query-terms';
import { postingsOf, type WeighedTerm, weighTerm } from './score';
import type { Snapshot } from './snapshot';

const MOST = 16;
/** No term hashes to this on purpose; nothing is looked up by it. */
const GROUP: TermHash = { high: 0, low: 0 };

/** Several terms of which any will do, as one: a record counts with the one it holds best. Null where none is held. */
export function weighAlternatives(
  terms: readonly TermHash[],
  query: AnalyzedQuery,
  snapshot: Snapshot,
  buckets: ReadonlyMap<string, Bucket>,
): WeighedTerm | null {
  const { rank } = query;
  const toQueryTerm = (hash: TermHash) => ({ ...hash, count: rank.titleWeight, inTitle: false });
  const held = terms
    .map((hash) => weighTerm(toQueryTerm(hash), rank, snapshot, postingsOf(hash, snapshot, buckets)))
    .filter(({ postings }) => isTitled(postings, snapshot))
    .slice(0, MOST);
  if (held.length === 0) return null;
  const impacts = impactsOf(rank);
  const postings = snapshot.segments.map(({ count }, at) => {
    const ranges = held.flatMap((term) => term.postings[at] ?? []);
    return ranges.length === 0 ? null : bestOf(ranges, count, impacts);
  });
  const group = weighTerm(toQueryTerm(GROUP), rank, snapshot, postings);
  return { ...group, alternatives: held.map(({ term }) => term) };
}

/** Whether a living record holds the term where words are taken from: the word may be a deleted record's. */
function isTitled(postings: WeighedTerm['postings'], { segments }: Snapshot): boolean {
  return segments.some(({ dead }, segmentAt) => {
    const range = postings[segmentAt];
    if (!range) return false;
    const { records, codes } = range.bucket;
    for (let at = range.start; at < range.end; at += 1) {
      if (isStrong(codes[at] as number) && !isDead(dead, records[at] as number)) return true;
    }
    return false;
  });
}

/** The postings of all, one for each record. */
function bestOf(ranges: readonly PostingRange[], count: number, impacts: Float32Array): PostingRange {
  const best = new Uint8Array(count);
  let records = 0;
  for (const { bucket, start, end } of ranges) {
    for (let at = start; at < end; at += 1) {
      const record = bucket.records[at] as number;
      const code = bucket.codes[at] as number;
      const known = best[record] as number;
      if (known === 0) records += 1;
      if ((impacts[code] as number) > (impacts[known] as number)) best[record] = code;
    }
  }
  const { bucket } = createBucket(0, records);
  let end = 0;
  for (const [record, code] of best.entries()) {
    if (code === 0) continue;
    bucket.records[end] = record;
    bucket.codes[end] = code;
    end += 1;
  }
  return { bucket, start: 0, end };
}
