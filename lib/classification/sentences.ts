import type { Language } from '@/lib/language/language';
import { toWords, type Word } from '@/lib/language/words';
import { type Cue, findCues } from './cues/lexicon';

/** Words between two commas or up to a `but`, with what they say. */
export interface Clause {
  readonly words: readonly Word[];
  readonly cues: readonly Cue[];
}

export interface Sentence {
  /** As the customer wrote it. */
  readonly text: string;
  readonly clauses: readonly Clause[];
}

/** Ends of a sentence; a dot inside a number or an address is none. */
const ENDS = /[.!?;…](?=\s|$)|[\n。！？]/g;
const PAUSES = /[,:()–—،]/g;
/** `l'application` is two words where articles and pronouns are elided. */
const ELIDED = /^(?:[lnsdmjtc]|qu|jusqu|lorsqu|puisqu)'/;
/** Longer ones are logs or lists. */
const MAX_WORDS = 120;

/** The places between the matches of a pattern. */
function spans(text: string, pattern: RegExp, from: number, to: number): [number, number][] {
  const found: [number, number][] = [];
  let start = from;
  for (const match of text.slice(from, to).matchAll(pattern)) {
    found.push([start, from + match.index]);
    start = from + match.index + match[0].length;
  }
  return [...found, [start, to]];
}

function splitElided(words: readonly Word[]): Word[] {
  return words.flatMap((word) => {
    const size = ELIDED.exec(word.text)?.[0].length ?? 0;
    if (size === 0) return word;
    const cut = word.start + size;
    return [
      { text: word.text.slice(0, size - 1), start: word.start, end: cut },
      { text: word.text.slice(size), start: cut, end: word.end },
    ];
  });
}

/** Cuts where a `but` begins. */
function splitAtContrast(words: readonly Word[], language: Language): Clause[] {
  const cues = findCues(words, language);
  const cuts = [0, ...cues.filter(({ kind, at }) => kind === 'contrast' && at > 0).map(({ at }) => at)];
  return [...new Set(cuts)].map((from, index, all) => {
    const to = all[index + 1] ?? words.length;
    return {
      words: words.slice(from, to),
      cues: cues.filter(({ at }) => at >= from && at < to).map((cue) => ({ ...cue, at: cue.at - from })),
    };
  });
}

/** A text in sentences and clauses with their cues. Time grows with the length of the text alone. */
export function toSentences(text: string, language: Language): Sentence[] {
  return spans(text, ENDS, 0, text.length).flatMap(([start, end]) => {
    const clauses = spans(text, PAUSES, start, end).flatMap(([from, to]) => {
      const words = splitElided(toWords(text, from, to)).slice(0, MAX_WORDS);
      return words.length > 0 ? splitAtContrast(words, language) : [];
    });
    return clauses.length > 0 ? [{ text: text.slice(start, end).trim(), clauses }] : [];
  });
}
