import type { Result } from '@/lib/std/result';
import { htmlToText } from '@/lib/ticket/dom';
import { select } from '@/lib/ticket/page-parts';
import { boxInFrame, fillReplyBox, noReplyBox, notUpYet, otherTicket } from '@/lib/ticket/reply-box';
import type { NewReply, Page, ReadError, ReplyReceipt } from '@/lib/ticket/ticket-reader';
import { uvdeskDesk } from './desk';
import { readNumber } from './page';

/**
 * Puts the text into the reply tab (Resources/views/ticket.html.twig, `#reply-area`): TinyMCE 4 in a frame, whose text is
 * taken from there when the agent sends. The box begins with the agent's signature and nothing that marks it.
 */
export function insertReply(reply: NewReply, page: Page): Result<ReplyReceipt, ReadError> {
  const { ticketId } = reply;
  if (uvdeskDesk.locate(page.url)?.ticketId !== ticketId || readNumber(page.document) !== ticketId)
    return otherTicket();
  const field = select(page.document, '#reply textarea#reply-area');
  if (!field) return noReplyBox();
  const box = boxInFrame(select(page.document, '#reply iframe#reply-area_ifr'));
  if (!box) return notUpYet();
  const start = htmlToText((field as HTMLTextAreaElement).defaultValue).text;
  const signature = start && htmlToText(box.innerHTML).text === start ? box.firstChild : null;
  return fillReplyBox(reply, { box, signature, visibility: 'public' });
}
