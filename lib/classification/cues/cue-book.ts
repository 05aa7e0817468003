import { toPhrases } from '@/lib/language/phrases';
import type { Word } from '@/lib/language/words';
import { CUE_KINDS, type CueKind, type Cues } from './cue';

interface Phrase {
  readonly kind: CueKind;
  readonly words: readonly string[];
  /** True where the word only has to begin so. */
  readonly open: readonly boolean[];
}

/** A first word with a star is looked up by its beginnings of these lengths. */
const SHORTEST_STEM = 2;
export const LONGEST_STEM = 12;

/**
 * Looks phrases of all kinds up at once, which a book per kind would do two dozen times for every word. Time grows with
 * the number of words, whatever they are.
 */
export class CueBook {
  readonly #byFirst = new Map<string, Phrase[]>();
  readonly #byStem = new Map<string, Phrase[]>();

  constructor(cues: Cues) {
    for (const kind of CUE_KINDS) for (const phrase of toPhrases(cues[kind])) this.#add(kind, phrase);
  }

  #add(kind: CueKind, phrase: string): void {
    const parts = phrase.split(' ');
    const open = parts.map((part) => part.endsWith('*'));
    const words = parts.map((part, at) => (open[at] ? part.slice(0, -1) : part));
    const index = open[0] ? this.#byStem : this.#byFirst;
    const first = words[0] ?? '';
    const known = index.get(first);
    if (known) known.push({ kind, words, open });
    else index.set(first, [{ kind, words, open }]);
  }

  /** The longest phrase of each kind that begins at a place, in words. */
  matchAt(words: readonly Word[], at: number): ReadonlyMap<CueKind, number> {
    const sizes = new Map<CueKind, number>();
    const first = words[at]?.text ?? '';
    const take = (phrases: readonly Phrase[] = []) => {
      for (const { kind, words: wanted, open } of phrases) {
        if (wanted.length > (sizes.get(kind) ?? 0) && fits(words, at, wanted, open))
          sizes.set(kind, wanted.length);
      }
    };
    take(this.#byFirst.get(first));
    for (let size = SHORTEST_STEM; size <= Math.min(LONGEST_STEM, first.length); size += 1) {
      take(this.#byStem.get(first.slice(0, size)));
    }
    return sizes;
  }
}

const fits = (words: readonly Word[], at: number, wanted: readonly string[], open: readonly boolean[]) =>
  wanted.every((part, offset) => {
    const word = words[at + offset]?.text;
    return word !== undefined && (open[offset] ? word.startsWith(part) : word === part);
  });
