import { fromBase64, toBase64 } from '@/lib/std/bytes';
import type { SegmentSize } from './segment';

/** Raised when blocks are laid out or terms are cut in another way: an older index is then built anew. */
const FORMAT = 3;
export const MANIFEST_KEY = 'manifest';

export interface SegmentEntry extends SegmentSize {
  readonly number: number;
  /** Records that were deleted or replaced: bit n of the bytes, or null while there are none. */
  readonly dead: Uint8Array | null;
}

/** The one block that says which others count. It is written last, so a write that breaks off changes nothing. */
export interface Manifest {
  /** Grows with every write. */
  readonly generation: number;
  /** Number of the next segment. Blocks already stored under it belong to a write that broke off. */
  readonly next: number;
  readonly segments: readonly SegmentEntry[];
  /** Segments that were merged into others and whose blocks may not be deleted yet. */
  readonly obsolete: readonly number[];
}

export const EMPTY_MANIFEST: Manifest = { generation: 0, next: 1, segments: [], obsolete: [] };

export function encodeManifest(manifest: Manifest): Uint8Array {
  const segments = manifest.segments.map((segment) => ({
    ...segment,
    dead: segment.dead ? toBase64(segment.dead) : null,
  }));
  return new TextEncoder().encode(JSON.stringify({ format: FORMAT, ...manifest, segments }));
}

/** The manifest in these bytes, or null where it is another format's or broken: the index is then built anew. */
export function decodeManifest(bytes: Uint8Array): Manifest | null {
  try {
    // Our own bytes; anything that does not fit throws below or fails the check.
    const raw = JSON.parse(new TextDecoder().decode(bytes)) as RawManifest;
    if (raw.format !== FORMAT) return null;
    const segments = raw.segments.map(({ number, count, bits, bytes: size, dead }) => ({
      number,
      count,
      bits,
      bytes: size,
      dead: dead === null ? null : fromBase64(dead),
    }));
    return { generation: raw.generation, next: raw.next, segments, obsolete: [...raw.obsolete] };
  } catch {
    return null;
  }
}

interface RawManifest extends Omit<Manifest, 'segments'> {
  readonly format: number;
  readonly segments: readonly (Omit<SegmentEntry, 'dead'> & { readonly dead: string | null })[];
}

export function isDead(dead: Uint8Array | null, record: number): boolean {
  return dead !== null && ((dead[record >> 3] ?? 0) & (1 << (record & 7))) !== 0;
}

export function countDead(dead: Uint8Array | null): number {
  let count = 0;
  for (let bits of dead ?? []) {
    for (; bits > 0; bits &= bits - 1) count += 1;
  }
  return count;
}

/** The set with these records added; the old one stays as it is. */
export function withDead(segment: SegmentEntry, records: readonly number[]): SegmentEntry {
  if (records.length === 0) return segment;
  const dead = segment.dead?.slice() ?? new Uint8Array((segment.count + 7) >> 3);
  for (const record of records) dead[record >> 3] = (dead[record >> 3] ?? 0) | (1 << (record & 7));
  return { ...segment, dead };
}
