import { readdirSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGES, type Language } from '@/lib/language/language';
import { readRows } from '../read-rows';

/** Messages of invented customers, a file per author; none of them knew the code. */
const FOLDER = path.resolve(import.meta.dirname, '../../data/messages');
/** Never learned from: what the tests measure by. */
export const KEPT_ASIDE = 'offices';

export const ABOUT = ['severity', 'massness', 'symptom'] as const;
export type About = (typeof ABOUT)[number];

export interface Message {
  readonly author: string;
  readonly about: About;
  /** As the model of `about` calls it. */
  readonly label: string;
  /** Which of the eight examples it paraphrases, `4a`; empty for other subjects. */
  readonly example: string;
  readonly language: Language;
  readonly text: string;
}

/** Every message; throws on a broken line, since the data is ours. */
export function readMessages(): Message[] {
  const broken: string[] = [];
  const messages = readdirSync(FOLDER).flatMap((name) => {
    const author = path.basename(name, '.jsonl');
    return (
      readRows<Message>(FOLDER, name, broken, ({ about, label, example = '', language, text }) =>
        ABOUT.includes(about as About) &&
        typeof label === 'string' &&
        typeof example === 'string' &&
        LANGUAGES.includes(language as Language) &&
        typeof text === 'string'
          ? { author, about: about as About, label, example, language: language as Language, text }
          : 'is no message',
      ) ?? []
    );
  });
  if (broken.length > 0) throw new Error(broken.join('\n'));
  return messages;
}
