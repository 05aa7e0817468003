import type { BlockStore } from './block-store';
import { SHARD_RECORDS, shardsOf } from './bucket';
import { readIds } from './ids';
import { LANGUAGES } from './language';
import {
  countDead,
  decodeManifest,
  EMPTY_MANIFEST,
  isDead,
  MANIFEST_KEY,
  type Manifest,
  type SegmentEntry,
} from './manifest';
import { readBlocks } from './read-blocks';
import { decodeTable, idsKey, type RecordTable, shardTable, tableKey } from './segment';

/** A segment as it is searched, or one shard of a large one. Its records are counted from its own first. */
export interface OpenSegment extends Pick<SegmentEntry, 'number' | 'count' | 'bits' | 'dead'> {
  readonly shard: number;
  readonly table: RecordTable;
  readonly deadCount: number;
}

/** The index as one manifest describes it. Never changes: a write makes another one. */
export interface Snapshot {
  readonly manifest: Manifest;
  readonly segments: readonly OpenSegment[];
  /** Records that are alive. */
  readonly count: number;
  /** Share of the records, by position in LANGUAGES. */
  readonly languageShares: readonly number[];
}

/** The manifest in store; an unreadable one counts as none, and the caller fills the index again. */
export async function loadManifest(store: BlockStore): Promise<Manifest> {
  const [bytes] = await store.get([MANIFEST_KEY]);
  return (bytes && decodeManifest(bytes)) ?? EMPTY_MANIFEST;
}

/** Opens the segments of a manifest; tables of `known` segments are taken over. */
export async function openSnapshot(
  store: BlockStore,
  manifest: Manifest,
  known?: Snapshot,
): Promise<Snapshot> {
  const tables = new Map<number, RecordTable[]>();
  for (const { number, table } of known?.segments ?? [])
    tables.set(number, [...(tables.get(number) ?? []), table]);
  const missing = manifest.segments.flatMap(({ number }) => (tables.has(number) ? [] : [number]));
  for (const [at, table] of (await loadTables(store, missing)).entries()) {
    tables.set(missing[at] ?? 0, toShards(table));
  }
  const segments = manifest.segments.flatMap(({ number, bits, dead: all }) =>
    (tables.get(number) ?? []).map((table, shard) => {
      const dead = all?.subarray((shard * SHARD_RECORDS) / 8, ((shard + 1) * SHARD_RECORDS) / 8) ?? null;
      return { number, bits, count: table.times.length, dead, shard, table, deadCount: countDead(dead) };
    }),
  );
  const count = segments.reduce((sum, segment) => sum + segment.count - segment.deadCount, 0);
  return { manifest, segments, count, languageShares: sharesOf(segments) };
}

/** The tables of the segments of these numbers. */
export async function loadTables(store: BlockStore, numbers: readonly number[]): Promise<RecordTable[]> {
  const [columns, ids] = await Promise.all([
    readBlocks(store, numbers.map(tableKey), decodeTable),
    readBlocks(store, numbers.map(idsKey), readIds),
  ]);
  return columns.flatMap((table, at) => (ids[at] ? [{ ...table, ids: ids[at] }] : []));
}

const toShards = (table: RecordTable): RecordTable[] =>
  Array.from({ length: shardsOf(table.times.length) }, (_, shard) => shardTable(table, shard));

function sharesOf(segments: readonly OpenSegment[]): number[] {
  const sums = LANGUAGES.map(() => 0);
  let all = 0;
  for (const { count, table, dead } of segments) {
    for (let record = 0; record < count; record += 1) {
      if (isDead(dead, record)) continue;
      const language = table.languages[record] ?? 0;
      sums[language] = (sums[language] ?? 0) + 1;
      all += 1;
    }
  }
  return sums.map((sum) => (all === 0 ? 0 : sum / all));
}
