import { BlockBatch } from './block-batch';
import { MissingBlockError } from './block-cache';
import type { BlockStore } from './block-store';
import { type Bucket, readBucket } from './bucket';
import { BucketWriter, bucketBits } from './bucket-writer';
import { isDead, type SegmentEntry } from './manifest';
import type { Pacer } from './pacer';
import { bucketKey, labelsOf, titlesKey, wordsKey } from './segment';
import type { OpenSegment } from './snapshot';
import { TableBuilder } from './table-builder';
import { readTitles, TITLES_PER_BLOCK } from './titles';
import { readVocabulary } from './vocabulary';
import { WordCollector } from './word-collector';

/** Stands for a record that is left out. */
const GONE = 0xffff;
/** Values of the lower part of a hash. */
const LOW_RANGE = 0x10000;

/** Writes one segment that holds the living records of several, and tells what the manifest will say about it. */
export async function mergeSegments(
  store: BlockStore,
  segments: readonly OpenSegment[],
  number: number,
  pacer: Pacer,
): Promise<SegmentEntry> {
  const batch = new BlockBatch(store);
  const table = new TableBuilder();
  const places: Uint16Array[] = [];
  for (const segment of segments) places.push(await copyRecords(store, segment, table, pacer));
  for (const block of table.blocks(number)) {
    batch.add(block);
    await batch.write();
  }
  const bits = bucketBits(segments.reduce((sum, { bytes }) => sum + bytes, 0));
  const words = await copyWords(store, segments);
  const counter = words.counter();
  const emit = (bucket: number, bytes: Uint8Array) => batch.add([bucketKey(number, bucket), bytes]);
  const writer = new BucketWriter(bits, emit, counter);
  const cursors = segments.map((segment, at) => new Cursor(store, segment, places[at] ?? new Uint16Array(0)));
  for (const cursor of cursors) await cursor.start();
  for (let least = leastOf(cursors); least < Number.POSITIVE_INFINITY; least = leastOf(cursors)) {
    copyTerm(cursors, least, writer);
    let loaded = false;
    for (const cursor of cursors) {
      if (!cursor.needsBucket) continue;
      await cursor.load();
      loaded = true;
    }
    if (!loaded) continue;
    await batch.write();
    await pacer.pause();
  }
  writer.finish();
  batch.add([wordsKey(number), words.encode(counter)]);
  await batch.write(true);
  return { number, count: table.count, bits, bytes: batch.total, dead: null };
}

/** Copies the living records into the table and tells where each has gone. */
async function copyRecords(
  store: BlockStore,
  { number, table: source, count, dead }: OpenSegment,
  table: TableBuilder,
  pacer: Pacer,
): Promise<Uint16Array> {
  const places = new Uint16Array(count).fill(GONE);
  for (let first = 0; first < count; first += TITLES_PER_BLOCK) {
    const key = titlesKey(number, first / TITLES_PER_BLOCK);
    const [stored] = await store.get([key]);
    const titles = stored ? readTitles(stored) : null;
    if (!titles) throw new MissingBlockError(`The search index lacks ${key}.`);
    const size = Math.min(TITLES_PER_BLOCK, count - first);
    for (let at = 0; at < size; at += 1) {
      const record = first + at;
      if (isDead(dead, record)) continue;
      places[record] = table.count;
      table.add({
        id: source.ids[record] ?? '',
        title: titles.at(at),
        time: source.times[record] ?? Number.NaN,
        linked: source.linked[record] ?? 0,
        language: source.languages[record] ?? 0,
        length: source.lengths[record] ?? 0,
        marks: source.marks.subarray(source.markStarts[record], source.markStarts[record + 1]),
        labels: labelsOf(source, record),
      });
    }
    await pacer.pause();
  }
  return places;
}

/** The words of all segments. Those that no living record holds are left out when they are written. */
async function copyWords(store: BlockStore, segments: readonly OpenSegment[]): Promise<WordCollector> {
  const words = new WordCollector();
  for (const { number } of segments) {
    const key = wordsKey(number);
    const [stored] = await store.get([key]);
    const vocabulary = stored ? readVocabulary(stored) : null;
    if (!vocabulary) throw new MissingBlockError(`The search index lacks ${key}.`);
    for (const word of vocabulary.all()) words.add(word.text, word);
  }
  return words;
}

/** Walks over the terms of a segment in the order of their hash. */
class Cursor {
  readonly places: Uint16Array;
  readonly #store: BlockStore;
  readonly #segment: OpenSegment;
  #bucket: Bucket | null = null;
  #nextBucket = 0;
  #at = 0;

  constructor(store: BlockStore, segment: OpenSegment, places: Uint16Array) {
    this.#store = store;
    this.#segment = segment;
    this.places = places;
  }

  async start(): Promise<void> {
    await this.load();
  }

  get needsBucket(): boolean {
    return this.#bucket !== null && this.#at >= this.#bucket.highs.length;
  }

  /** Goes on to the next bucket that holds a term; after the last one there is none. */
  async load(): Promise<void> {
    this.#bucket = null;
    this.#at = 0;
    while (this.#nextBucket < 2 ** this.#segment.bits) {
      const key = bucketKey(this.#segment.number, this.#nextBucket);
      this.#nextBucket += 1;
      const [bytes] = await this.#store.get([key]);
      const bucket = bytes ? readBucket(bytes) : null;
      if (!bucket) throw new MissingBlockError(`The search index lacks ${key}.`);
      if (bucket.highs.length === 0) continue;
      this.#bucket = bucket;
      return;
    }
  }

  /** The 48 bits of the term's hash as one number; Infinity after the last term. */
  get key(): number {
    const bucket = this.#bucket;
    if (!bucket || this.#at >= bucket.highs.length) return Number.POSITIVE_INFINITY;
    return (bucket.highs[this.#at] ?? 0) * LOW_RANGE + (bucket.lows[this.#at] ?? 0);
  }

  /** Hands over the postings of living records and steps to the next term. */
  take(onPosting: (record: number, code: number) => void): void {
    const bucket = this.#bucket;
    if (!bucket) return;
    const end = bucket.starts[this.#at + 1] ?? bucket.records.length;
    for (let at = bucket.starts[this.#at] ?? 0; at < end; at += 1) {
      const place = this.places[bucket.records[at] ?? 0] ?? GONE;
      if (place !== GONE) onPosting(place, bucket.codes[at] ?? 0);
    }
    this.#at += 1;
  }
}

function leastOf(cursors: readonly Cursor[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { key } of cursors) if (key < least) least = key;
  return least;
}

/** One term of all segments that hold it. Written only when a living record holds it. */
function copyTerm(cursors: readonly Cursor[], key: number, writer: BucketWriter): void {
  let begun = false;
  for (const cursor of cursors) {
    if (cursor.key !== key) continue;
    cursor.take((record, code) => {
      if (!begun) writer.term({ high: Math.floor(key / LOW_RANGE), low: key % LOW_RANGE });
      begun = true;
      writer.posting(record, code);
    });
  }
}
