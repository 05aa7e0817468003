import type { Result } from '@/lib/std/result';
import { attribute } from '@/lib/ticket/dom';
import { select } from '@/lib/ticket/page-parts';
import { fillReplyBox, noReplyBox, notUpYet, otherTicket } from '@/lib/ticket/reply-box';
import type { NewReply, Page, ReadError, ReplyReceipt } from '@/lib/ticket/ticket-reader';
import { osTicketDesk } from './desk';
import { shownId } from './selectors';

/**
 * Puts the text into `form#reply` (include/staff/ticket-view.inc.php), whose signature stands outside the box: a plain
 * field, or Redactor, which watches its element and copies it into the field (js/redactor.min.js, module `observer`).
 */
export function insertReply(reply: NewReply, page: Page): Result<ReplyReceipt, ReadError> {
  const { ticketId } = reply;
  const shown = page.document;
  if (osTicketDesk.locate(page.url)?.ticketId !== ticketId || shownId(shown) !== ticketId)
    return otherTicket();
  const form = select(shown, 'form#reply');
  const field = form && select(form, 'textarea[name="response"]');
  if (!form || !field) return noReplyBox();
  if (attribute(form, 'data-lock-object-id') !== `ticket/${ticketId}`) return otherTicket();
  const classes = attribute(field, 'class').split(/\s+/);
  if (!classes.includes('richtext')) return fillReplyBox(reply, { box: field, visibility: 'public' });
  const box = select(form, '.redactor-in[contenteditable="true"]');
  return box && !classes.includes('redactor-source-open')
    ? fillReplyBox(reply, { box, visibility: 'public' })
    : notUpYet();
}
