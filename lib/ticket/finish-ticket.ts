import { toText } from './bounds';
import { foldQuotes } from './quotes';
import { organizationOf } from './requester-organization';
import type { Message, Ticket } from './ticket';

/** Takes quotes and signature out of what a person wrote; what the desk's HTML marked as quoted lies in `folded` already. */
function finishMessage(message: Message): Message {
  const split = foldQuotes(message.text, message.folded !== '', message.author);
  // Nothing but a marked quote: a forwarded mail, so the quote is the message.
  const text = split.text || message.folded;
  const rest = split.text ? [split.folded, message.folded].filter(Boolean).join('\n\n') : '';
  return { ...message, text, folded: toText(rest).text };
}

/**
 * The part of reading that needs no page: quotes are folded and the organization is told from the requester where the
 * desk has no record of it. Done by who asked, so that no page carries the words and lists it takes.
 */
export function finishTicket(ticket: Ticket): Ticket {
  const { organization, requester, messages } = ticket;
  return {
    ...ticket,
    organization: organization ?? organizationOf(requester),
    messages: messages.map(finishMessage),
  };
}
