import { detectLanguage, type Language } from '@/lib/language/language';
import { toWords } from '@/lib/language/words';
import type { Ticket } from '@/lib/ticket/ticket';

/** Characters of each message that tell its language. */
const SAMPLE = 1_500;

/** What the playbook's texts are called by, each in itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  ru: 'Русский',
};

/** The language the customer wrote last in, as far as it is one of ours: people answer in the language they are written to. */
export function ticketLanguage({ messages, subject }: Pick<Ticket, 'messages' | 'subject'>): Language {
  const written = messages.filter(({ role }) => role === 'customer').map(({ text }) => text.slice(0, SAMPLE));
  // A last “ok, thanks” says little: it is read together with what came before it.
  for (let from = written.length - 1; from >= 0; from -= 1) {
    const words = toWords(written.slice(from).join('\n'));
    const language = detectLanguage(words);
    if (language && (words.length >= ENOUGH_WORDS || from === 0)) return language;
  }
  return detectLanguage(toWords(subject)) ?? 'en';
}

const ENOUGH_WORDS = 12;
