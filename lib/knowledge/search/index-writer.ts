import { BlockBatch } from './block-batch';
import type { BlockStore } from './block-store';
import { SHARD_RECORDS } from './bucket';
import { type Ids, readIds } from './ids';
import { Lexicon } from './lexicon';
import { encodeManifest, isDead, MANIFEST_KEY, type Manifest, type SegmentEntry, withDead } from './manifest';
import { chooseCompaction, chooseMerge } from './merge-policy';
import { mergeSegments } from './merge-segments';
import { createPacer, type Pacer } from './pacer';
import { type SearchParameters, searchParameters } from './parameters';
import { readBlocks } from './read-blocks';
import type { SearchRecord } from './record';
import { idsKey, segmentPrefix } from './segment';
import { SegmentBuilder } from './segment-builder';
import { loadManifest } from './snapshot';

/** What changed in the store of records. An id in both is put. */
export interface IndexChanges {
  readonly put?: Iterable<SearchRecord>;
  readonly delete?: Iterable<string>;
}

/** Postings after which a segment is written out, so that a first fill stays within some tens of megabytes. */
const MOST_POSTINGS = 800_000;

/**
 * Writes the index. One writer at a time: the caller holds a Web Lock around every call. Every call ends with one put
 * of the manifest; until then the old index stays whole, and what an interrupted call left is overwritten.
 */
export class IndexWriter {
  readonly #store: BlockStore;
  readonly #parameters: SearchParameters;
  readonly #pacer: Pacer;
  readonly #lexicon = new Lexicon();
  /** By number of the segment, whose ids never change. */
  readonly #ids = new Map<number, Ids>();

  constructor(store: BlockStore, options: { parameters?: SearchParameters; pacer?: Pacer } = {}) {
    this.#store = store;
    this.#parameters = options.parameters ?? searchParameters;
    this.#pacer = options.pacer ?? createPacer();
  }

  /** Adds, replaces and deletes records. Work grows with the changes, not with the index. */
  async apply(changes: IndexChanges): Promise<void> {
    const manifest = await loadManifest(this.#store);
    const put = new Map<string, SearchRecord>();
    for (const record of changes.put ?? []) put.set(record.id, record);
    const gone = new Set([...(changes.delete ?? []), ...put.keys()]);
    if (gone.size === 0) return;
    await this.#loadIds(manifest);
    const kept = manifest.segments.map((segment) => withDead(segment, this.#placesOf(segment, gone)));
    const { segments, next } = await this.#write(put.values(), manifest.next);
    await this.#publish({ ...manifest, next, segments: [...kept, ...segments] });
  }

  /** Merges a few segments where that is due; true when something was merged, so more may be due. */
  async merge(): Promise<boolean> {
    return this.#merge(chooseMerge);
  }

  /** Leaves as few segments as possible. Done once after a first fill. */
  async compact(): Promise<void> {
    while (await this.#merge(chooseCompaction)) await this.#pacer.pause();
  }

  /** Forgets every record. Segment numbers go on, so that no reader takes a new segment for one it knows. */
  async clear(): Promise<void> {
    const manifest = await loadManifest(this.#store);
    const obsolete = [...manifest.obsolete, ...manifest.segments.map(({ number }) => number)];
    await this.#publish({ ...manifest, segments: [], obsolete });
  }

  /** True where no index was ever written, or it was lost, or it is of another format. */
  async isNew(): Promise<boolean> {
    return (await loadManifest(this.#store)).generation === 0;
  }

  async #merge(choose: (segments: readonly SegmentEntry[]) => SegmentEntry[]): Promise<boolean> {
    const manifest = await loadManifest(this.#store);
    const old = choose(manifest.segments);
    if (old.length === 0) {
      await this.#sweep(manifest);
      return false;
    }
    const merged = await this.#clearing(manifest.next, () =>
      mergeSegments(this.#store, old, manifest.next, this.#pacer),
    );
    const gone = new Set(old.map(({ number }) => number));
    // In the place of the first, so that records keep their order.
    const segments = manifest.segments.flatMap((segment) => {
      if (segment.number === old[0]?.number) return merged.count === 0 ? [] : [merged];
      return gone.has(segment.number) ? [] : [segment];
    });
    const unused = merged.count === 0 ? [merged.number] : [];
    const obsolete = [...manifest.obsolete, ...gone, ...unused];
    await this.#publish({ ...manifest, next: manifest.next + 1, segments, obsolete });
    return true;
  }

  /** Knows the ids of these segments and of no others. */
  async #loadIds({ segments }: Manifest): Promise<void> {
    const numbers = new Set(segments.map(({ number }) => number));
    for (const number of this.#ids.keys()) if (!numbers.has(number)) this.#ids.delete(number);
    const missing = [...numbers].filter((number) => !this.#ids.has(number));
    const loaded = await readBlocks(this.#store, missing.map(idsKey), readIds);
    for (const [at, ids] of loaded.entries()) this.#ids.set(missing[at] ?? 0, ids);
  }

  /** Where the living records with one of these ids stand. */
  #placesOf({ number, dead }: SegmentEntry, ids: ReadonlySet<string>): number[] {
    const places = this.#ids.get(number)?.find(ids) ?? [];
    return places.filter((record) => !isDead(dead, record));
  }

  async #write(
    records: Iterable<SearchRecord>,
    first: number,
  ): Promise<{ segments: SegmentEntry[]; next: number }> {
    const segments: SegmentEntry[] = [];
    let next = first;
    let builder = new SegmentBuilder(this.#parameters, this.#lexicon);
    const flush = async () => {
      if (builder.count === 0) return;
      const full = builder;
      builder = new SegmentBuilder(this.#parameters, this.#lexicon);
      segments.push(await this.#clearing(next, () => this.#writeSegment(full, next)));
      next += 1;
    };
    for (const record of records) {
      builder.add(record);
      if (builder.postings >= MOST_POSTINGS || builder.count === SHARD_RECORDS) await flush();
      const pause = this.#pacer.pause();
      if (pause) await pause;
    }
    await flush();
    return { segments, next };
  }

  async #writeSegment(builder: SegmentBuilder, number: number): Promise<SegmentEntry> {
    const { blocks, size } = builder.finish(number);
    const batch = new BlockBatch(this.#store);
    for (const block of blocks) {
      batch.add(block);
      await batch.write();
    }
    await batch.write(true);
    return { ...size, number, dead: null };
  }

  /** A write that broke off may have left blocks under this number, more than the new one will overwrite. */
  async #clearing<T>(number: number, write: () => Promise<T>): Promise<T> {
    await this.#store.delete(segmentPrefix(number));
    return write();
  }

  /** The one write that counts; only then are merged segments deleted. */
  async #publish(manifest: Manifest): Promise<void> {
    const published = { ...manifest, generation: manifest.generation + 1 };
    await this.#store.put([[MANIFEST_KEY, encodeManifest(published)]]);
    await this.#sweep(published);
  }

  /** Deletes what no manifest will name again. When that breaks off, a later write sees to it. */
  async #sweep(manifest: Manifest): Promise<void> {
    if (manifest.obsolete.length === 0) return;
    for (const number of manifest.obsolete) await this.#store.delete(segmentPrefix(number));
    const swept = { ...manifest, generation: manifest.generation + 1, obsolete: [] };
    await this.#store.put([[MANIFEST_KEY, encodeManifest(swept)]]);
  }
}
