import { detectLanguage, type Language } from '@/lib/language/language';
import { toWords } from '@/lib/language/words';
import { withoutNoise } from './noise';
import { type Sentence, toSentence } from './sentence';
import { splitUnits } from './units';

/** A message is read up to here; what comes after is a log or a paste. */
export const MOST_CHARACTERS = 20_000;
const SAMPLE = 4_000;

export interface ReadMessage {
  readonly language: Language | null;
  /** What may tell something, in order. */
  readonly sentences: readonly Sentence[];
}

export function readMessage(given: string): ReadMessage {
  const text = given.slice(0, MOST_CHARACTERS);
  const language = detectLanguage(toWords(text.slice(0, SAMPLE)));
  const sentences = splitUnits(text).map((unit) => toSentence(text, unit, language));
  return { language, sentences: withoutNoise(sentences, language) };
}

export function readText(text: string): readonly Sentence[] {
  return readMessage(text).sentences;
}
