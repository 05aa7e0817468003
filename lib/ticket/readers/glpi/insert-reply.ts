import type { Result } from '@/lib/std/result';
import { attribute } from '@/lib/ticket/dom';
import { attributeOf, select } from '@/lib/ticket/page-parts';
import { boxInFrame, fillReplyBox, noReplyBox, notUpYet, otherTicket } from '@/lib/ticket/reply-box';
import type { NewReply, Page, ReadError, ReplyReceipt } from '@/lib/ticket/ticket-reader';
import { glpiDesk } from './desk';

/**
 * Puts the text into the new follow-up that the agent has opened by Answer (templates/components/itilobject/
 * footer.html.twig, timeline/form_followup.html.twig): TinyMCE in a frame, whose text is taken from there when the form
 * is sent.
 */
export function insertReply(reply: NewReply, page: Page): Result<ReplyReceipt, ReadError> {
  const { ticketId } = reply;
  if (glpiDesk.locate(page.url)?.ticketId !== ticketId) return otherTicket();
  const block = select(page.document, '#new-ITILFollowup-block');
  if (!block || !attribute(block, 'class').split(/\s+/).includes('show'))
    return noReplyBox('Press Answer on the ticket’s page, then try again.');
  const form = select(block, 'form');
  if (!form || attributeOf(form, 'input[name="itemtype"]', 'value') !== 'Ticket') return noReplyBox();
  if (attributeOf(form, 'input[name="items_id"]', 'value') !== ticketId) return otherTicket();
  const box = boxInFrame(select(form, '.tox-tinymce iframe'));
  if (!box) return notUpYet();
  const hidden = select(form, 'input[type="checkbox"][name="is_private"]') as HTMLInputElement | undefined;
  return fillReplyBox(reply, { box, visibility: hidden?.checked ? 'internal' : 'public' });
}
