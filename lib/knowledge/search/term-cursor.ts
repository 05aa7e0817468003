import { type Bucket, createBucket, rangeAt, SHARD_RECORDS } from './bucket';
import type { BucketWriter } from './bucket-writer';
import { hashKey } from './hash';

/** Walks over the terms of a segment in the order of their hash. */
export class TermCursor {
  readonly #places: Uint32Array;
  readonly #waiting: Bucket[] = [];
  #bucket = createBucket(0, 0).bucket;
  #at = 0;
  /** `hashKey` of the term at hand; Infinity when all that was fed is read. */
  key = Number.POSITIVE_INFINITY;

  /** `places` tells where each record has gone. */
  constructor(places: Uint32Array) {
    this.#places = places;
  }

  /** Takes the buckets that come next. */
  feed(buckets: readonly Bucket[]): void {
    this.#waiting.push(...buckets);
    if (this.key === Number.POSITIVE_INFINITY) this.#read();
  }

  /** Copies the postings of the term at hand and steps to the next. */
  copyTo(writer: BucketWriter): void {
    const { records, codes, shards } = this.#bucket;
    for (let shard = 0; shard < shards; shard += 1) {
      const { start, end } = rangeAt(this.#bucket, this.#at, shard);
      const first = shard * SHARD_RECORDS;
      for (let at = start; at < end; at += 1) {
        const place = this.#places[first + (records[at] as number)] as number;
        if (place !== GONE) writer.posting(place, codes[at] as number);
      }
    }
    this.#at += 1;
    this.#read();
  }

  #read(): void {
    while (this.#at >= this.#bucket.highs.length) {
      const next = this.#waiting.shift();
      if (!next) {
        this.key = Number.POSITIVE_INFINITY;
        return;
      }
      this.#bucket = next;
      this.#at = 0;
    }
    const { highs, lows } = this.#bucket;
    this.key = hashKey({ high: highs[this.#at] as number, low: lows[this.#at] as number });
  }
}

/** Among places: a record that is left out. */
export const GONE = 0xffffffff;
