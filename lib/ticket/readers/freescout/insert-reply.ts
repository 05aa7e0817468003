import type { Result } from '@/lib/std/result';
import { attribute } from '@/lib/ticket/dom';
import { attributeOf, select } from '@/lib/ticket/page-parts';
import { fillReplyBox, noReplyBox, otherTicket } from '@/lib/ticket/reply-box';
import type { NewReply, Page, ReadError, ReplyReceipt } from '@/lib/ticket/ticket-reader';
import { freeScoutDesk } from './desk';
import { shownId } from './selectors';

/**
 * Puts the text into the reply box that the agent has opened (resources/views/conversations/view.blade.php): Summernote
 * 0.8.9, which copies its element into the field when it hears of an input. Pressing Reply empties the box
 * (public/js/main.js, `prepareReplyForm`), so a closed one is not written into.
 */
export function insertReply(reply: NewReply, page: Page): Result<ReplyReceipt, ReadError> {
  const { ticketId } = reply;
  const shown = page.document;
  if (freeScoutDesk.locate(page.url)?.ticketId !== ticketId || shownId(shown) !== ticketId)
    return otherTicket();
  const block = select(shown, '.conv-reply-block');
  if (!block) return noReplyBox();
  if (attributeOf(block, 'input[name="conversation_id"]', 'value') !== ticketId) return otherTicket();
  const classes = attribute(block, 'class').split(/\s+/);
  if (classes.includes('hidden') || classes.includes('conv-forward-block'))
    return noReplyBox('Press Reply on the ticket’s page, then try again.');
  const box = select(block, '.note-editor:not(.codeview) .note-editable');
  if (!box) return noReplyBox();
  const note = select(block, 'input[name="is_note"]') as HTMLInputElement | undefined;
  return fillReplyBox(reply, { box, visibility: note?.value ? 'internal' : 'public' });
}
