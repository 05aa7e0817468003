import { detectLanguage, LANGUAGES, type Language } from '@/lib/language/language';
import { toWords } from '@/lib/language/words';
import type { Ticket } from '@/lib/ticket/ticket';
import { findCues } from './cues/lexicon';
import { type Sentence, toSentences } from './sentences';

/** What the customer wrote, read sentence by sentence in its language. */
export interface CustomerText {
  readonly text: string;
  readonly language: Language;
  readonly sentences: readonly Sentence[];
}

type Told = Pick<Ticket, 'subject' | 'messages'>;

/** Beginning of a message that is read: what is wrong stands there, what follows are logs. */
const OPENING = 3_000;
/** Of all messages together: a thread of hundreds is read at once, before the step is drawn. */
const BUDGET = 40_000;

/** Too short for its small words to tell the language. */
const SHORT = 200;
/** What the small words count beside the words that were found. */
const BY_SMALL_WORDS = 2;

/** Of a short text: the language in which most of its words say something, the small words helping. */
function languageOf(text: string, whole: Language): Language {
  const words = toWords(text);
  const detected = detectLanguage(words);
  if (text.length > SHORT) return detected ?? whole;
  const guess = detected ?? whole;
  const score = (language: Language) =>
    findCues(words, language).reduce((sum, { size }) => sum + size, language === guess ? BY_SMALL_WORDS : 0);
  return LANGUAGES.reduce((best, language) => (score(language) > score(best) ? language : best), guess);
}

function readTexts({ subject, messages }: Told): CustomerText[] {
  const told = messages.filter(({ role, visibility }) => role === 'customer' && visibility === 'public');
  const texts = [subject, ...told.map(({ text }) => text)]
    .map((text) => text.slice(0, OPENING))
    .filter((text) => text.trim() !== '');
  const whole = detectLanguage(toWords(texts.slice(0, 2).join('\n'))) ?? 'en';
  let left = BUDGET;
  return texts.flatMap((text) => {
    if (left <= 0) return [];
    left -= text.length;
    const language = languageOf(text, whole);
    return [{ text, language, sentences: toSentences(text, language) }];
  });
}

const read = new WeakMap<Told['messages'], { subject: string; texts: readonly CustomerText[] }>();

/** Subject and public messages of the customer, in their order. Read once: massness, severity and second look ask. */
export function customerTexts(ticket: Told): readonly CustomerText[] {
  const known = read.get(ticket.messages);
  if (known?.subject === ticket.subject) return known.texts;
  const texts = readTexts(ticket);
  read.set(ticket.messages, { subject: ticket.subject, texts });
  return texts;
}
