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
const ONLY_ASCII = /^[\x20-\x7e]*$/;
/** A stem of a longer word would be guesswork, and a hostile one slow. */
const LONGEST_WORD = 40;

/** Without accents, so that `création` is found by `creation`. */
function foldAccents(word: string): string {
  if (ONLY_ASCII.test(word)) return word;
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
