const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The ids of a segment's records. They stay bytes: a cold worker needs ten of a hundred thousand, and a writer looks
 * for those that changed without making strings of the others.
 */
export class Ids {
  readonly length: number;
  readonly #ends: Uint32Array;
  readonly #text: Uint8Array;
  readonly #start: number;

  /** `start` is where the first id begins. */
  constructor(ends: Uint32Array, text: Uint8Array, start = 0) {
    this.length = ends.length;
    this.#ends = ends;
    this.#text = text;
    this.#start = start;
  }

  /** Those of the records from one number to another. */
  slice(first: number, end: number): Ids {
    return new Ids(this.#ends.subarray(first, end), this.#text, this.#ends[first - 1] ?? this.#start);
  }

  /** The id of the record, empty where there is none. */
  at(record: number): string {
    return decoder.decode(
      this.#text.subarray(this.#ends[record - 1] ?? this.#start, this.#ends[record] ?? 0),
    );
  }

  /** The records with one of these ids. */
  find(wanted: ReadonlySet<string>): number[] {
    const hashes = new Set<number>();
    for (const id of wanted) {
      const bytes = encoder.encode(id);
      hashes.add(hashOf(bytes, 0, bytes.length));
    }
    const places: number[] = [];
    let start = this.#start;
    for (let record = 0; record < this.length; record += 1) {
      const end = this.#ends[record] as number;
      if (hashes.has(hashOf(this.#text, start, end)) && wanted.has(this.at(record))) places.push(record);
      start = end;
    }
    return places;
  }
}

/** FNV-1a in 30 bits, which engines keep without allocating. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash >>> 2;
}

/** Bytes: ids n · end of id[n] (u32 each) · the ids in UTF-8. */
export function encodeIds(ids: readonly string[]): Uint8Array {
  const texts = ids.map((id) => encoder.encode(id));
  const start = (1 + ids.length) * 4;
  const bytes = new Uint8Array(texts.reduce((sum, { length }) => sum + length, start));
  const numbers = new Uint32Array(bytes.buffer, 0, 1 + ids.length);
  numbers[0] = ids.length;
  let end = 0;
  for (const [at, text] of texts.entries()) {
    bytes.set(text, start + end);
    end += text.length;
    numbers[1 + at] = end;
  }
  return bytes;
}

/** The ids in these bytes, or null where they are none. */
export function readIds(stored: Uint8Array): Ids | null {
  const bytes = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  if (bytes.byteLength < 4) return null;
  const [count = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, 1);
  const start = (1 + count) * 4;
  if (bytes.byteLength < start) return null;
  const ends = new Uint32Array(bytes.buffer, bytes.byteOffset + 4, count);
  return start + (ends[count - 1] ?? 0) === bytes.byteLength ? new Ids(ends, bytes.subarray(start)) : null;
}
