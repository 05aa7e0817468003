import { toPhrases } from '@/lib/language/phrases';
import type { Question, Texts } from '@/lib/playbook/playbook';

type Answer = Question['answers'][number];

/** How each language begins; what follows is written to stand behind it. */
const GREETING = {
  en: 'Hello {customer}, ',
  de: 'Guten Tag {customer}, ',
  fr: 'Bonjour {customer}, ',
  es: 'Hola, {customer}. ',
  pt: 'Olá, {customer}. ',
  ru: 'Здравствуйте, {customer}. ',
} as const;

/** The words in order: en, de, fr, es, pt, ru. */
type InSix = readonly [string, string, string, string, string, string];

function greeted([en, de, fr, es, pt, ru]: InSix): Texts {
  return {
    en: GREETING.en + en,
    de: GREETING.de + de,
    fr: GREETING.fr + fr,
    es: GREETING.es + es,
    pt: GREETING.pt + pt,
    ru: GREETING.ru + ru,
  };
}

/** An answer with the words of a thread that already give it. */
export function answer(label: string, said: string, whose: 'client side' | 'open' = 'open'): Answer {
  return { label, saidBy: toPhrases(said), clientSide: whose === 'client side' };
}

export function ask(id: string, words: string, reply: InSix, answers: Answer[]): Question {
  return { id, ask: words, reply: greeted(reply), answers };
}
