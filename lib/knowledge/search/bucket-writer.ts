import { bucketOf, createBucket, SHARD_RECORDS } from './bucket';
import { Growing } from './growing';
import { hashKey, type TermHash } from './hash';
import { isStrong } from './impact';
import type { TermCounter } from './word-collector';

/** Buckets of about this size: small enough to load a hundred for a first query, large enough to be few. */
const USUAL_BYTES = 40_000;
const MOST_BITS = 12;

/** How many bits of the hash number the buckets of a segment of this size. */
export function bucketBits(bytes: number): number {
  const wanted = Math.ceil(Math.log2(Math.max(1, bytes / USUAL_BYTES)));
  return Math.min(MOST_BITS, Math.max(0, wanted));
}

/** Takes terms in the order of their hash with their postings and hands out full buckets. */
export class BucketWriter {
  readonly #bits: number;
  readonly #emit: (bucket: number, bytes: Uint8Array) => void;
  readonly #counter: TermCounter | undefined;
  readonly #shards: number;
  readonly #highs = new Growing((length) => new Uint32Array(length));
  readonly #lows = new Growing((length) => new Uint16Array(length));
  readonly #starts = new Growing((length) => new Uint32Array(length));
  readonly #records = new Growing((length) => new Uint16Array(length));
  readonly #codes = new Growing((length) => new Uint8Array(length));
  #current = 0;
  /** Number of the first record behind the shard at hand. */
  #shardEnd = SHARD_RECORDS;

  constructor(
    bits: number,
    emit: (bucket: number, bytes: Uint8Array) => void,
    { counter, shards = 1 }: { counter?: TermCounter; shards?: number } = {},
  ) {
    this.#bits = bits;
    this.#emit = emit;
    this.#counter = counter;
    this.#shards = shards;
  }

  /** Begins the next term; its postings follow in the order of their records. One without any is left out. */
  term(hash: TermHash): void {
    this.#endTerm();
    const bucket = bucketOf(hash, this.#bits);
    while (this.#current < bucket) this.#flush();
    this.#highs.push(hash.high);
    this.#lows.push(hash.low);
    this.#starts.push(this.#records.length);
    this.#shardEnd = SHARD_RECORDS;
  }

  posting(record: number, code: number): void {
    while (record >= this.#shardEnd) this.#endShard();
    this.#records.push(record % SHARD_RECORDS);
    this.#codes.push(code);
  }

  /** Writes what is left; every bucket exists afterwards, empty ones too. */
  finish(): void {
    this.#endTerm();
    while (this.#current < 2 ** this.#bits) this.#flush();
  }

  #endShard(): void {
    this.#starts.push(this.#records.length);
    this.#shardEnd += SHARD_RECORDS;
  }

  #endTerm(): void {
    const terms = this.#highs.length;
    while (this.#starts.length < terms * this.#shards) this.#endShard();
    const last = terms - 1;
    if (last < 0 || this.#starts.at(last * this.#shards) < this.#records.length) return;
    this.#highs.length = last;
    this.#lows.length = last;
    this.#starts.length = last * this.#shards;
  }

  #flush(): void {
    if (this.#counter) this.#count(this.#counter);
    const { bucket, bytes } = createBucket(this.#highs.length, this.#records.length, this.#shards);
    bucket.highs.set(this.#highs.values);
    bucket.lows.set(this.#lows.values);
    bucket.starts.set(this.#starts.values);
    bucket.records.set(this.#records.values);
    bucket.codes.set(this.#codes.values);
    this.#emit(this.#current, bytes);
    this.#current += 1;
    for (const column of [this.#highs, this.#lows, this.#starts, this.#records, this.#codes])
      column.length = 0;
  }

  #count(counter: TermCounter): void {
    for (let at = 0; at < this.#highs.length; at += 1) {
      if (!counter.wants(hashKey({ high: this.#highs.at(at), low: this.#lows.at(at) }))) continue;
      const next = (at + 1) * this.#shards;
      const end = next < this.#starts.length ? this.#starts.at(next) : this.#codes.length;
      let count = 0;
      for (let posting = this.#starts.at(at * this.#shards); posting < end; posting += 1) {
        if (isStrong(this.#codes.at(posting))) count += 1;
      }
      counter.set(count);
    }
  }
}
