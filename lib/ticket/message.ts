import { toLine, toText } from './bounds';
import { htmlToText } from './dom';
import type { Message, Ticket } from './ticket';

interface RawMessage extends Omit<Message, 'text' | 'folded'> {
  readonly body: string;
  readonly isHtml: boolean;
}

/**
 * A desk's message as clean text; what its HTML marks as quoted or signed lies in `folded`, the rest is folded by
 * `finishTicket`. What had to be cut is named in `unread`.
 */
export function toMessage({ body, isHtml, ...facts }: RawMessage, unread: Ticket['unread']): Message {
  const plain = isHtml ? htmlToText(body) : { text: body, folded: '', cut: false };
  const whole = toText(plain.text);
  const folded = toText(plain.folded);
  if (plain.cut || whole.cut || folded.cut) {
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
