import { MissingBlockError } from './block-cache';
import type { BlockStore } from './block-store';
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
import { decodeTable, type RecordTable, tableKey } from './segment';

/** A segment as it is searched. */
export interface OpenSegment extends SegmentEntry {
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
  const tables = new Map(known?.segments.map((segment) => [segment.number, segment.table]));
  const missing = manifest.segments.filter(({ number }) => !tables.has(number));
  const blocks = await store.get(missing.map(({ number }) => tableKey(number)));
  for (const [at, { number }] of missing.entries()) {
    const bytes = blocks[at];
    const table = bytes ? decodeTable(bytes) : null;
    if (!table) throw new MissingBlockError(`The search index lacks ${tableKey(number)}.`);
    tables.set(number, table);
  }
  const segments = manifest.segments.flatMap((segment) => {
    const table = tables.get(segment.number);
    return table ? [{ ...segment, table, deadCount: countDead(segment.dead) }] : [];
  });
  const count = segments.reduce((sum, segment) => sum + segment.count - segment.deadCount, 0);
  return { manifest, segments, count, languageShares: sharesOf(segments) };
}

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
