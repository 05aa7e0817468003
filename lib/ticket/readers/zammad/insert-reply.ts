import type { Result } from '@/lib/std/result';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { fillReplyBox, noReplyBox, otherTicket } from '@/lib/ticket/reply-box';
import type { NewReply, Page, ReadError, ReplyReceipt } from '@/lib/ticket/ticket-reader';
import { zammadDesk } from './desk';

/** Zammad adds it below what is written, and it is not the agent's text. */
const SIGNATURE = '[data-signature]';

/**
 * Puts the text into the ticket's open reply box: `.article-add` with `.articleNewEdit-body[data-name=body]` inside
 * `#content_permanent_Ticket-ID`, where every ticket once opened stays mounted (ticket_zoom/article_new.jst.eco,
 * lib/app_post/task_manager.coffee). The desk saves drafts by itself when it hears of an input.
 */
export function insertReply(reply: NewReply, page: Page): Result<ReplyReceipt, ReadError> {
  const { ticketId } = reply;
  if (!/^\d{1,18}$/.test(ticketId) || zammadDesk.locate(page.url)?.ticketId !== ticketId)
    return otherTicket();
  const form = selectAll(page.document, `#content_permanent_Ticket-${ticketId} .article-add`)[0];
  const box = form && selectAll(form, '.articleNewEdit-body[data-name="body"]')[0];
  if (!form || !box) return noReplyBox();
  const signature = selectAll(box, SIGNATURE).find((it) => it.parentNode === box);
  return fillReplyBox(reply, { box, signature, visibility: visibilityOf(form) });
}

/** A checkbox in some versions, a hidden field in others. */
function visibilityOf(form: Element): ReplyReceipt['visibility'] {
  const field = selectAll(form, 'input[name="internal"]')[0];
  if (!(field instanceof HTMLInputElement)) return null;
  const internal = attribute(field, 'type') === 'checkbox' ? field.checked : field.value === 'true';
  return internal ? 'internal' : 'public';
}
