import type { Word } from './words';

interface Phrase {
  readonly words: readonly string[];
  /** True where the word only has to begin so (`erwart*`). */
  readonly open: readonly boolean[];
}

/** Shortest beginning that may stand before a star. */
const STEM = 2;
const LONGEST_STEM = 12;

/**
 * Finds phrases in a list of words. A phrase is words with spaces between them; a star ends a word that may go on
 * (`erwart*`). Time grows with the number of words, whatever they are: no expressions are tried.
 */
export class PhraseBook {
  readonly #byFirst = new Map<string, Phrase[]>();
  readonly #byStem = new Map<string, Phrase[]>();

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) this.#add(phrase);
  }

  #add(phrase: string): void {
    const parts = phrase.split(' ');
    const open = parts.map((part) => part.endsWith('*'));
    const words = parts.map((part, at) => (open[at] ? part.slice(0, -1) : part));
    const first = words[0] ?? '';
    const index = open[0] ? this.#byStem : this.#byFirst;
    index.set(first, [...(index.get(first) ?? []), { words, open }]);
  }

  /** How many words the longest phrase covers that begins at a place; 0 where none does. */
  matchAt(words: readonly Word[], at: number): number {
    const first = words[at]?.text ?? '';
    let longest = longestOf(this.#byFirst.get(first), words, at);
    for (let size = STEM; size <= Math.min(LONGEST_STEM, first.length); size++) {
      const found = this.#byStem.get(first.slice(0, size));
      if (found) longest = Math.max(longest, longestOf(found, words, at));
    }
    return longest;
  }

  has(words: readonly Word[]): boolean {
    return words.some((_, at) => this.matchAt(words, at) > 0);
  }

  /** All phrases in the words, the longest at each place, none inside another. */
  findAll(words: readonly Word[]): { at: number; size: number }[] {
    const found: { at: number; size: number }[] = [];
    for (let at = 0; at < words.length; at++) {
      const size = this.matchAt(words, at);
      if (size === 0) continue;
      found.push({ at, size });
      at += size - 1;
    }
    return found;
  }
}

function longestOf(phrases: readonly Phrase[] | undefined, words: readonly Word[], at: number): number {
  let longest = 0;
  for (const phrase of phrases ?? []) {
    const fits = phrase.words.every((part, offset) => {
      const word = words[at + offset]?.text;
      return word !== undefined && (phrase.open[offset] ? word.startsWith(part) : word === part);
    });
    if (fits) longest = Math.max(longest, phrase.words.length);
  }
  return longest;
}

/** `open, click on,\n  go` → its phrases. */
export function toPhrases(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}
