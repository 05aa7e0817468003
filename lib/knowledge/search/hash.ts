/** Values of `low`. */
const LOW_RANGE = 0x10000;

/** Two hashes of a term, 48 bits in all: among a million terms two that fall together are unlikely (1 in 500). */
export interface TermHash {
  /** 32 bits; the first of them also tell the bucket. */
  readonly high: number;
  /** 16 bits. */
  readonly low: number;
}

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** 32 bits of the text's UTF-16 units (FNV-1a, finished as MurmurHash3 does). */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return finish(hash);
}

export function hashTerm(term: string): TermHash {
  return { high: hash32(term), low: hash32(term, 0x9747b28c) & 0xffff };
}

/** Both hashes as one whole number, in the order of buckets. */
export const hashKey = ({ high, low }: TermHash): number => high * LOW_RANGE + low;

export const fromHashKey = (key: number): TermHash => ({
  high: Math.floor(key / LOW_RANGE),
  low: key % LOW_RANGE,
});
