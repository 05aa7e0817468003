import { toLine, toText } from './bounds';
import { htmlToText } from './dom';
import { foldQuotes } from './quotes';
import type { Message, Ticket } from './ticket';

interface RawMessage extends Omit<Message, 'text' | 'folded'> {
  readonly body: string;
  readonly isHtml: boolean;
}

/** A desk's message as clean text with quotes folded; what had to be cut is named in `unread`. */
export function toMessage({ body, isHtml, ...facts }: RawMessage, unread: Ticket['unread']): Message {
  const plain = isHtml ? htmlToText(body) : { text: body, folded: '', cut: false };
  const clean = toText(plain.text);
  const split = foldQuotes(clean.text, plain.folded !== '');
  // Nothing but a marked quote: a forwarded mail, so the quote is the message.
  const text = split.text || plain.folded;
  const rest = split.text ? [split.folded, plain.folded].filter(Boolean).join('\n\n') : '';
  const folded = toText(rest);
  const whole = toText(text);
  if (plain.cut || clean.cut || folded.cut || whole.cut) {
    unread.push({ field: `message ${toLine(facts.id)}`, reason: 'very long: the end was left out' });
  }
  return {
    ...facts,
    id: toLine(facts.id),
    author: toLine(facts.author),
    text: whole.text,
    folded: folded.text,
  };
}
