import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import { stemmer as stemSpanish } from '@orama/stemmers/spanish';
import { stem as stemEnglish } from 'porter2';
import type { Language } from './language';

/**
 * The Snowball algorithms. English comes from `porter2`: the English one of `@orama/stemmers` 3.1.18 cuts `connection`
 * to `connec` and `connected` to `connect`, so that the two never meet.
 */
const STEMMERS: Record<Language, (word: string) => string> = {
  en: stemEnglish,
  de: stemGerman,
  fr: stemFrench,
  es: stemSpanish,
  pt: stemPortuguese,
  ru: stemRussian,
};

const MARKS = /\p{M}+/gu;
/** A stem of a longer word would be guesswork, and a hostile one slow. */
const LONGEST_WORD = 40;

export function isAscii(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) > 0x7e) return false;
  return true;
}

/** Without accents, so that `création` is found by `creation`. */
export function foldAccents(word: string): string {
  if (isAscii(word)) return word;
  return word.replaceAll('ё', 'е').replaceAll('ß', 'ss').normalize('NFD').replace(MARKS, '').normalize('NFC');
}

/** The stem of one lower-case word; a word of another script than the language's is left as it is. */
export function stemWord(word: string, language: Language): string {
  if (word.length < 3 || word.length > LONGEST_WORD) return foldAccents(word);
  const cyrillic = word.charCodeAt(0) >= 0x400 && word.charCodeAt(0) < 0x530;
  if (cyrillic) return foldAccents(STEMMERS.ru(word.replaceAll('ё', 'е')));
  // Names of the product inside a Russian sentence are English words.
  const stem = STEMMERS[language === 'ru' ? 'en' : language];
  return foldAccents(stem(word));
}

const LATIN = /^[\0-\u024f]*$/;
const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/**
 * The ways a word with accents is typed: as it is, without them, and in German with two letters for one. The stem of
 * `utilisée` is not that of `utilisee`, so each is indexed and looked up.
 */
export function writingsOf(word: string): string[] {
  if (isAscii(word) || !LATIN.test(word)) return [word];
  const spelled = word.replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter);
  return [word, foldAccents(word), foldAccents(spelled)];
}
