import type { Language } from '@/lib/language/language';
import { PhraseBook, toPhrases } from '@/lib/language/phrases';
import type { Word } from '@/lib/language/words';
import { CUE_KINDS, type CueKind, type CueLexicon } from './cue';
import { german } from './de';
import { english } from './en';
import { spanish } from './es';
import { french } from './fr';
import { portuguese } from './pt';
import { russian } from './ru';

const LEXICONS: Readonly<Record<Language, CueLexicon>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
  ru: russian,
};

/** A cue in a unit: its kind and the words that carry it, as indices into the unit's words. */
export interface Cue {
  readonly kind: CueKind;
  readonly at: number;
  readonly size: number;
}

const books = new Map<Language, ReadonlyMap<CueKind, PhraseBook>>();

function loadBooks(language: Language): ReadonlyMap<CueKind, PhraseBook> {
  const loaded = books.get(language);
  if (loaded) return loaded;
  const lexicon = LEXICONS[language];
  const made = new Map(CUE_KINDS.map((kind) => [kind, new PhraseBook(toPhrases(lexicon[kind]))]));
  books.set(language, made);
  return made;
}

/** Words of one sentence that are looked at. */
const LOOKED_AT = 80;

/** Every cue in the words of one unit, in the order of kinds. What a neutral phrase covers is no cue. */
export function findCues(given: readonly Word[], language: Language | null): Cue[] {
  if (language === null) return [];
  const words = given.slice(0, LOOKED_AT);
  const lexicon = loadBooks(language);
  const covered = new Set<number>();
  const cues: Cue[] = [];
  const neutral = lexicon.get('neutral');
  if (neutral)
    for (const { at, size } of neutral.findAll(words))
      for (let it = at; it < at + size; it++) covered.add(it);
  for (const [kind, book] of lexicon) {
    if (kind === 'neutral') continue;
    for (const found of book.findAll(words)) if (!covered.has(found.at)) cues.push({ kind, ...found });
  }
  return cues;
}
