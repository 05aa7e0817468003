import type { TermHash } from './hash';

/**
 * A bucket holds the terms whose hash starts with the bucket's number, with all their postings. One lookup of one
 * block answers for a term; nothing else of the dictionary is needed.
 *
 * Bytes: terms n, postings p, shards s (u32 each) · high hash[n] u32, sorted · start[n · s] u32 · record[p] u16, counted
 * from the shard's first · low hash[n] u16 · code[p] u8. The processor's byte order, as everything browsers run on is little-endian and an index stays where
 * it was built.
 */
export interface Bucket {
  readonly bytes: number;
  readonly shards: number;
  readonly highs: Uint32Array;
  readonly lows: Uint16Array;
  readonly starts: Uint32Array;
  readonly records: Uint16Array;
  readonly codes: Uint8Array;
}

/** Postings of one term in one shard of a segment. */
export interface PostingRange {
  readonly bucket: Bucket;
  readonly start: number;
  readonly end: number;
}

const HEADER = 12;
const PER_TERM = 6;
const PER_POSTING = 3;

/** Records that 16 bits can number; larger segments number theirs by shards of so many. */
export const SHARD_RECORDS = 0x10000;

export const shardsOf = (records: number): number => Math.max(1, Math.ceil(records / SHARD_RECORDS));

export function bucketBytes(terms: number, postings: number, shards = 1): number {
  return HEADER + terms * (PER_TERM + shards * 4) + postings * PER_POSTING;
}

function view(
  buffer: ArrayBufferLike,
  base: number,
  terms: number,
  postings: number,
  shards: number,
): Bucket {
  const starts = base + HEADER + terms * 4;
  const records = starts + terms * shards * 4;
  const lows = records + postings * 2;
  return {
    bytes: bucketBytes(terms, postings, shards),
    shards,
    highs: new Uint32Array(buffer, base + HEADER, terms),
    starts: new Uint32Array(buffer, starts, terms * shards),
    records: new Uint16Array(buffer, records, postings),
    lows: new Uint16Array(buffer, lows, terms),
    codes: new Uint8Array(buffer, lows + terms * 2, postings),
  };
}

/** An empty bucket to be filled, and the bytes it is made of. */
export function createBucket(
  terms: number,
  postings: number,
  shards = 1,
): { bucket: Bucket; bytes: Uint8Array } {
  const bytes = new Uint8Array(bucketBytes(terms, postings, shards));
  new Uint32Array(bytes.buffer, 0, 3).set([terms, postings, shards]);
  return { bucket: view(bytes.buffer, 0, terms, postings, shards), bytes };
}

/** The bucket in these bytes, or null where they are not one. */
export function readBucket(stored: Uint8Array): Bucket | null {
  if (stored.byteLength < HEADER) return null;
  // Views need their own alignment, which a slice of somebody's larger buffer may lack.
  const bytes = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  const [terms = 0, postings = 0, shards = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, 3);
  if (bucketBytes(terms, postings, shards) !== bytes.byteLength) return null;
  return view(bytes.buffer, bytes.byteOffset, terms, postings, shards);
}

/** The postings of a term, or null where no record of the shard holds it. */
export function findPostings(bucket: Bucket, hash: TermHash, shard = 0): PostingRange | null {
  const { highs, lows } = bucket;
  let low = 0;
  let high = highs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((highs[middle] ?? 0) < hash.high) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < highs.length && highs[at] === hash.high; at += 1) {
    if (lows[at] !== hash.low) continue;
    const range = rangeAt(bucket, at, shard);
    return range.start === range.end ? null : range;
  }
  return null;
}

/** The postings of the term at this place. */
export function rangeAt(bucket: Bucket, at: number, shard: number): PostingRange {
  const first = at * bucket.shards + shard;
  const start = bucket.starts[first] ?? 0;
  const end = bucket.starts[first + 1] ?? bucket.records.length;
  return { bucket, start, end };
}

/** The number of the bucket a hash belongs to, when there are 2^bits. */
export function bucketOf(hash: TermHash, bits: number): number {
  return bits === 0 ? 0 : hash.high >>> (32 - bits);
}
