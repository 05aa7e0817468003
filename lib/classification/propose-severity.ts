import { PhraseBook } from '@/lib/language/phrases';
import { toWords } from '@/lib/language/words';
import type { Playbook } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import { type CustomerText, customerTexts } from './customer-texts';
import { type Passage, toPassages } from './passages';
import { gravest, tellSeverity } from './severity-model';
import type { Signal } from './severity-signals';

/** Words of the team's own that stand in a text. */
function ownWords({ text }: CustomerText, playbook: Playbook): Signal[] {
  const words = toWords(text);
  return playbook.severities.flatMap(({ level, words: phrases }) => {
    const book = new PhraseBook(phrases.map((phrase) => phrase.trim().toLowerCase()));
    const [found] = phrases.length > 0 ? book.findAll(words) : [];
    const first = found && words[found.at];
    const last = found && words[found.at + found.size - 1];
    return first && last
      ? [{ level, why: 'in the words of the playbook', quote: text.slice(first.start, last.end) }]
      : [];
  });
}

/** The level the customer's words speak for, the gravest first come; null when they say nothing about it. */
export function proposeSeverity(
  ticket: Pick<Ticket, 'subject' | 'messages'>,
  playbook: Playbook,
): Signal | null {
  const texts = customerTexts(ticket);
  // The subject and the first message.
  const opening = new Set(texts.slice(0, 2).map(({ text }) => text));
  const opens = (passage: Passage) => passage.some(({ text }) => opening.has(text));
  const signals = [
    ...texts.flatMap((told) => ownWords(told, playbook)),
    ...toPassages(texts).flatMap((passage) => tellSeverity(passage, opens(passage)) ?? []),
  ];
  return gravest(signals);
}
