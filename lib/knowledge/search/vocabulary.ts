import type { TermHash } from './hash';

/** A word of titles, signatures or keys, as it is typed, and the term it leads to. */
export interface KnownWord extends TermHash {
  /** In lower case and without accents. */
  readonly text: string;
  /** Records of the segment that hold the term in a title, signature or the like. */
  readonly count: number;
}

/** The words of one segment. */
export interface Vocabulary {
  readonly bytes: number;
  /** All words in the order of their units. */
  all(): Iterable<KnownWord>;
  /** The words most records hold of those that begin like this, the first of equals before the others. */
  best(beginning: string, most: number): KnownWord[];
}

/** Longer words are no words; two lengths fit one unit. */
export const LONGEST_WORD = 120;
/** Every so many words one is written in full, so that a search need not begin at the first. */
const STEP = 16;
const HEADER = 8;
const PER_WORD = 8;
const LENGTHS = 256;
const MOST_COUNTED = 0xffff;

/**
 * Bytes: words n, units u (u32 each) · high hash[n] u32 · start of every 16th word u32 · low hash[n] u16 · count[n] u16
 * · u units: for each word how many units it shares with the one before · 256 + how many follow, then these.
 * The words must be sorted by text.
 */
export function encodeVocabulary(words: readonly KnownWord[]): Uint8Array {
  const units: number[] = [];
  const starts: number[] = [];
  let before = '';
  for (const [at, { text }] of words.entries()) {
    if (at % STEP === 0) {
      starts.push(units.length);
      before = '';
    }
    const shared = sharedLength(before, text);
    units.push(shared * LENGTHS + text.length - shared);
    for (let unit = shared; unit < text.length; unit += 1) units.push(text.charCodeAt(unit));
    before = text;
  }
  const bytes = new Uint8Array(HEADER + words.length * PER_WORD + starts.length * 4 + units.length * 2);
  new Uint32Array(bytes.buffer, 0, 2).set([words.length, units.length]);
  const columns = view(bytes, words.length, units.length);
  columns.starts.set(starts);
  columns.units.set(units);
  for (const [at, { high, low, count }] of words.entries()) {
    columns.highs[at] = high;
    columns.lows[at] = low;
    columns.counts[at] = Math.min(MOST_COUNTED, count);
  }
  return bytes;
}

function sharedLength(before: string, text: string): number {
  let shared = 0;
  while (shared < before.length && before.charCodeAt(shared) === text.charCodeAt(shared)) shared += 1;
  return shared;
}

interface Columns {
  readonly highs: Uint32Array;
  readonly starts: Uint32Array;
  readonly lows: Uint16Array;
  readonly counts: Uint16Array;
  readonly units: Uint16Array;
}

function view({ buffer, byteOffset }: Uint8Array, words: number, units: number): Columns {
  const starts = byteOffset + HEADER + words * 4;
  const lows = starts + Math.ceil(words / STEP) * 4;
  return {
    highs: new Uint32Array(buffer, byteOffset + HEADER, words),
    starts: new Uint32Array(buffer, starts, Math.ceil(words / STEP)),
    lows: new Uint16Array(buffer, lows, words),
    counts: new Uint16Array(buffer, lows + words * 2, words),
    units: new Uint16Array(buffer, lows + words * 4, units),
  };
}

/** The vocabulary in these bytes, or null where they are none. */
export function readVocabulary(stored: Uint8Array): Vocabulary | null {
  if (stored.byteLength < HEADER) return null;
  const bytes = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  const [words = 0, units = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
  const size = HEADER + words * PER_WORD + Math.ceil(words / STEP) * 4 + units * 2;
  if (size !== bytes.byteLength) return null;
  const columns = view(bytes, words, units);
  return {
    bytes: size,
    all: () => wordsFrom(columns, 0),
    best(beginning, most) {
      const best: number[] = [];
      const end = placeOf(columns, `${beginning}\uffff`);
      for (let at = placeOf(columns, beginning); at < end; at += 1) insert(best, at, columns.counts, most);
      return best.flatMap((at) => wordAt(columns, at) ?? []);
    },
  };
}

/** Keeps the places of the highest counts, highest first. */
function insert(best: number[], at: number, counts: Uint16Array, most: number): void {
  const count = counts[at] as number;
  if (best.length === most && count <= (counts[best[most - 1] as number] as number)) return;
  let to = best.length;
  while (to > 0 && (counts[best[to - 1] as number] as number) < count) to -= 1;
  best.splice(to, 0, at);
  if (best.length > most) best.pop();
}

/** The words from the block of this number on. */
function* wordsFrom({ highs, lows, counts, starts, units }: Columns, block: number): Generator<KnownWord> {
  let start = starts[block] ?? 0;
  let text = '';
  for (let at = block * STEP; at < highs.length; at += 1) {
    text = decode(units, start, text);
    start += 1 + ((units[start] ?? 0) % LENGTHS);
    yield { text, high: highs[at] ?? 0, low: lows[at] ?? 0, count: counts[at] ?? 0 };
  }
}

function wordAt(columns: Columns, place: number): KnownWord | undefined {
  let at = Math.floor(place / STEP) * STEP;
  for (const word of wordsFrom(columns, at / STEP)) {
    if (at === place) return word;
    at += 1;
  }
  return undefined;
}

/** The place of the first word that does not stand before the text. */
function placeOf(columns: Columns, text: string): number {
  const { starts, units } = columns;
  let low = 0;
  let high = starts.length;
  // The last block whose first word stands before the text.
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (decode(units, starts[middle] ?? 0, '') < text) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return 0;
  let at = (low - 1) * STEP;
  for (const word of wordsFrom(columns, low - 1)) {
    if (word.text >= text) break;
    at += 1;
  }
  return at;
}

function decode(units: Uint16Array, start: number, before: string): string {
  const lengths = units[start] ?? 0;
  const suffix = units.subarray(start + 1, start + 1 + (lengths % LENGTHS));
  return before.slice(0, Math.floor(lengths / LENGTHS)) + String.fromCharCode(...suffix);
}
