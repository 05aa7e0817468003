import { BlockBatch } from './block-batch';
import type { BlockStore } from './block-store';
import { readBucket, shardsOf } from './bucket';
import { BucketWriter, bucketBits } from './bucket-writer';
import { fromHashKey } from './hash';
import { isDead, type SegmentEntry } from './manifest';
import type { Pacer } from './pacer';
import { readBlocks } from './read-blocks';
import { bucketKey, labelsOf, titlesKey, wordsKey } from './segment';
import { loadTables } from './snapshot';
import { TableBuilder } from './table-builder';
import { GONE, TermCursor } from './term-cursor';
import { readTitles, TITLES_PER_BLOCK } from './titles';
import { readVocabulary } from './vocabulary';
import { WordCollector } from './word-collector';

/** Postings are read and written in parts of about this size: one transaction for hundreds of blocks. */
const PART_BYTES = 2_000_000;
/** Values of `hashKey`. */
const HASHES = 2 ** 48;

/** Writes one segment that holds the living records of several, and tells what the manifest will say about it. */
export async function mergeSegments(
  store: BlockStore,
  segments: readonly SegmentEntry[],
  number: number,
  pacer: Pacer,
): Promise<SegmentEntry> {
  const batch = new BlockBatch(store);
  const table = new TableBuilder();
  const places: Uint32Array[] = [];
  for (const segment of segments) places.push(await copyRecords(store, segment, table, pacer));
  for (const block of table.blocks(number)) {
    batch.add(block);
    await batch.write();
  }
  const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
  const bits = bucketBits(bytes);
  const words = await copyWords(store, segments);
  const counter = words.counter();
  const emit = (bucket: number, block: Uint8Array) => batch.add([bucketKey(number, bucket), block]);
  const writer = new BucketWriter(bits, emit, { counter, shards: shardsOf(table.count) });
  const cursors = places.map((it) => new TermCursor(it));
  const partBits = Math.max(0, Math.ceil(Math.log2(bytes / PART_BYTES)));
  for (let part = 0; part < 2 ** partBits; part += 1) {
    const keys = segments.map((segment) => bucketsOf(segment, part, partBits));
    const buckets = await readBlocks(store, keys.flat(), readBucket);
    for (const [at, cursor] of cursors.entries()) cursor.feed(buckets.splice(0, keys[at]?.length));
    copyTerms(cursors, writer, ((part + 1) / 2 ** partBits) * HASHES);
    await batch.write();
    await pacer.pause();
  }
  writer.finish();
  batch.add([wordsKey(number), words.encode(counter)]);
  await batch.write(true);
  return { number, count: table.count, bits, bytes: batch.total, dead: null };
}

/** The keys of the segment's buckets that begin in this of 2^partBits equal parts of all hashes. */
function bucketsOf({ number, bits }: SegmentEntry, part: number, partBits: number): string[] {
  const perPart = 2 ** (bits - partBits);
  const first = Math.ceil(part * perPart);
  const end = Math.ceil((part + 1) * perPart);
  return Array.from({ length: end - first }, (_, at) => bucketKey(number, first + at));
}

/** Copies the terms whose hash lies below the limit. One that no living record holds is left out by the writer. */
function copyTerms(cursors: readonly TermCursor[], writer: BucketWriter, limit: number): void {
  for (let key = leastOf(cursors); key < limit; key = leastOf(cursors)) {
    writer.term(fromHashKey(key));
    for (const cursor of cursors) if (cursor.key === key) cursor.copyTo(writer);
  }
}

function leastOf(cursors: readonly TermCursor[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { key } of cursors) if (key < least) least = key;
  return least;
}

/** Copies the living records into the table and tells where each has gone. */
async function copyRecords(
  store: BlockStore,
  { number, count, dead }: SegmentEntry,
  table: TableBuilder,
  pacer: Pacer,
): Promise<Uint32Array> {
  const [source] = await loadTables(store, [number]);
  const places = new Uint32Array(count).fill(GONE);
  if (!source) return places;
  const keys = Array.from({ length: Math.ceil(count / TITLES_PER_BLOCK) }, (_, block) =>
    titlesKey(number, block),
  );
  for (const [block, titles] of (await readBlocks(store, keys, readTitles)).entries()) {
    const first = block * TITLES_PER_BLOCK;
    const size = Math.min(TITLES_PER_BLOCK, count - first);
    for (let at = 0; at < size; at += 1) {
      const record = first + at;
      if (isDead(dead, record)) continue;
      places[record] = table.count;
      table.add({
        id: source.ids.at(record),
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
async function copyWords(store: BlockStore, segments: readonly SegmentEntry[]): Promise<WordCollector> {
  const words = new WordCollector();
  const keys = segments.map(({ number }) => wordsKey(number));
  for (const vocabulary of await readBlocks(store, keys, readVocabulary)) {
    for (const word of vocabulary.all()) words.add(word.text, word);
  }
  return words;
}
