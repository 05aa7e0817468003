/** A word as it stands in the text: lower-cased, with its place. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Letters, digits and marks; an apostrophe inside a word belongs to it (`doesn't`, `n'est`). */
const WORD = /[\p{L}\p{N}\p{M}_]+(?:['’][\p{L}\p{M}]+)?/gu;

/** Every word between two places of a text, in order. One pass, no look-back. */
export function toWords(text: string, start = 0, end = text.length): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const at = start + match.index;
    words.push({ text: match[0].toLowerCase().replace('’', "'"), start: at, end: at + match[0].length });
  }
  return words;
}
