import { formatBytes } from '@/lib/std/bytes';
import { sha256OfBytes } from '@/lib/std/hash';
import type { EvidenceFile } from './evidence-file';
import { type ImageHeader, readImageHeader } from './image-header';

/** What Baton keeps at most of one file, unless the tracker takes more. */
const KEPT_BYTES = 20_000_000;

/** Decoded, a pixel takes four bytes: 40 million of them are 160 MB. */
const MAX_PIXELS = 40_000_000;

const MILLION = 1_000_000;

/** The largest file that is kept for a tracker with this limit. */
export const keptBytes = (limitBytes: number | null): number => Math.max(KEPT_BYTES, limitBytes ?? 0);

/** Whether an image of this size may be decoded: for a thumbnail, or for the editor. */
export const isDecodable = ({ width, height }: ImageHeader): boolean => width * height <= MAX_PIXELS;

async function isSame(one: Blob, other: Blob): Promise<boolean> {
  if (one.size !== other.size) return false;
  const [a, b] = await Promise.all([one, other].map(async (file) => sha256OfBytes(await file.arrayBuffer())));
  return a === b;
}

/**
 * Why a file is not taken as evidence, in words, or null. Looks at sizes and the first bytes only: nothing is decoded.
 * `kept` are the files taken so far.
 */
export async function refusalOf(
  name: string,
  file: Blob,
  kept: readonly EvidenceFile[],
  limitBytes: number | null,
): Promise<string | null> {
  if (file.size === 0) return `${name} is empty and was not added.`;
  const most = keptBytes(limitBytes);
  if (file.size > most) {
    return `${name} is ${formatBytes(file.size)}; Baton keeps files up to ${formatBytes(most)}. Put it where your team shares files and add its address below.`;
  }
  const header = await readImageHeader(file);
  if (header && !isDecodable(header)) {
    const pixels = Math.round((header.width * header.height) / MILLION);
    return `${name} is ${header.width} × ${header.height} pixels (${pixels} megapixels); images up to ${MAX_PIXELS / MILLION} are taken. Crop it or make it smaller first.`;
  }
  for (const other of kept) {
    if (await isSame(file, other.bytes))
      return `${name} is the same file as ${other.name}, which is here already.`;
  }
  return null;
}
