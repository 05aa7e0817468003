import type { Language } from '@/lib/language/language';
import type { Word } from '@/lib/language/words';
import type { CueKind, Cues } from './cue';
import { CueBook } from './cue-book';
import { german } from './de';
import { english } from './en';
import { spanish } from './es';
import { french } from './fr';
import { portuguese } from './pt';
import { russian } from './ru';

export const LEXICONS: Readonly<Record<Language, Cues>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
  ru: russian,
};

/** A cue among words: its kind and the words that carry it, as indices. */
export interface Cue {
  readonly kind: CueKind;
  readonly at: number;
  readonly size: number;
}

/** Kinds that leave each other alone: a word may be an alarm and a failure, and speak of many and of ours. */
const ALONE: ReadonlySet<CueKind> = new Set([
  'alarm',
  'onlyMe',
  'ours',
  'many',
  'others',
  'too',
  'fine',
  'contrast',
]);

const books = new Map<Language, CueBook>();

function bookOf(language: Language): CueBook {
  const known = books.get(language);
  if (known) return known;
  const book = new CueBook(LEXICONS[language]);
  books.set(language, book);
  return book;
}

/**
 * Every cue in the words, in their order. Of the kinds that vie for the same words the longest phrase wins: in `error
 * message` there is no `message`, in `nothing opens` no `opens`.
 */
export function findCues(words: readonly Word[], language: Language): Cue[] {
  const book = bookOf(language);
  const cues: Cue[] = [];
  let taken = 0;
  for (let at = 0; at < words.length; at += 1) {
    const here = [...book.matchAt(words, at)].map(([kind, size]) => ({ kind, at, size }));
    cues.push(...here.filter(({ kind }) => ALONE.has(kind)));
    const vying = at < taken ? [] : here.filter(({ kind }) => !ALONE.has(kind));
    const longest = Math.max(0, ...vying.map(({ size }) => size));
    if (longest === 0) continue;
    cues.push(...vying.filter(({ size }) => size === longest));
    taken = at + longest;
  }
  return cues;
}
