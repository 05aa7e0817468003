import { ok, type Result } from '@/lib/std/result';
import { select } from '@/lib/ticket/page-parts';
import { boxInFrame, fillReplyBox, notUpYet, otherTicket } from '@/lib/ticket/reply-box';
import type { NewReply, Page, ReadError, ReplyReceipt } from '@/lib/ticket/ticket-reader';
import { requestTrackerDesk } from './desk';

/** html/Elements/MessageBox: `<p>--&nbsp;<br>…`, or `<p>--&nbsp;</p>` above a signature of its own paragraphs. */
const SIGNATURE = /^--\s/;

/**
 * Puts the text into the message box of the reply page, `/Ticket/Update.html?id=N` (html/Ticket/Update.html): a plain
 * field, or CKEditor 4 in a frame (static/js/util.js), which reads its text from there when the form is sent. The other
 * pages of a ticket have no such box.
 */
export function insertReply(reply: NewReply, page: Page): Result<ReplyReceipt, ReadError> {
  const { ticketId } = reply;
  if (requestTrackerDesk.locate(page.url)?.ticketId !== ticketId) return otherTicket();
  const form = select(page.document, 'form[name="TicketUpdate"]');
  if (!form) return ok({ written: 'other-page', visibility: null });
  if (!select(form, `input[name="id"][value="${ticketId}"]`)) return otherTicket();
  const kind = select(form, '#UpdateType') as HTMLSelectElement | undefined;
  const visibility = kind?.value === 'private' ? 'internal' : 'public';
  const field = select(form, '.messagebox:not(.richtext)');
  if (field) return fillReplyBox(reply, { box: field, visibility });

  const box = boxInFrame(select(form, 'iframe.cke_wysiwyg_frame'));
  if (!box) return notUpYet();
  const signature = Array.from(box.children).find((it) => SIGNATURE.test(it.textContent ?? ''));
  return fillReplyBox(reply, { box, signature, visibility });
}
