/** Records whose titles share a block. */
export const TITLES_PER_BLOCK = 256;

/** A title as the second look compares it: its letters as `foldTitle` leaves them, the hashes of its terms (`Term.high`) by words. */
export interface IndexedTitle {
  readonly letters: Uint8Array;
  readonly terms: Uint32Array;
}

/** The titles of up to 256 records. */
export interface TitleBlock {
  readonly bytes: number;
  at(place: number): IndexedTitle;
}

/** Bytes: titles n · end of letters[n] · end of terms[n] · terms (u32 each), then the letters. */
export function encodeTitles(titles: readonly IndexedTitle[]): Uint8Array {
  const textBytes = titles.reduce((sum, { letters }) => sum + letters.length, 0);
  const terms = titles.reduce((sum, title) => sum + title.terms.length, 0);
  const words = 1 + titles.length * 2 + terms;
  const bytes = new Uint8Array(words * 4 + textBytes);
  const numbers = new Uint32Array(bytes.buffer, 0, words);
  numbers[0] = titles.length;
  let textEnd = 0;
  let termEnd = 0;
  for (const [at, title] of titles.entries()) {
    bytes.set(title.letters, words * 4 + textEnd);
    numbers.set(title.terms, 1 + titles.length * 2 + termEnd);
    textEnd += title.letters.length;
    termEnd += title.terms.length;
    numbers[1 + at] = textEnd;
    numbers[1 + titles.length + at] = termEnd;
  }
  return bytes;
}

/** The titles in these bytes, or null where they are none. */
export function readTitles(stored: Uint8Array): TitleBlock | null {
  const bytes = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  if (bytes.byteLength < 4) return null;
  const all = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  const count = all[0] ?? 0;
  const ends = all.subarray(1, 1 + count);
  const termEnds = all.subarray(1 + count, 1 + count * 2);
  if (termEnds.length !== count) return null;
  const words = 1 + count * 2 + (termEnds[count - 1] ?? 0);
  if (words * 4 + (ends[count - 1] ?? 0) !== bytes.byteLength) return null;
  const terms = all.subarray(1 + count * 2, words);
  const letters = bytes.subarray(words * 4);
  return {
    bytes: bytes.byteLength,
    at: (place) => ({
      letters: letters.subarray(ends[place - 1] ?? 0, ends[place]),
      terms: terms.subarray(termEnds[place - 1] ?? 0, termEnds[place]),
    }),
  };
}
