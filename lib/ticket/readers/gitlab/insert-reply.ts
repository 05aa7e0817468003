import type { Result } from '@/lib/std/result';
import { selectAll } from '@/lib/ticket/dom';
import { select } from '@/lib/ticket/page-parts';
import { fillReplyBox, noReplyBox, otherTicket } from '@/lib/ticket/reply-box';
import type { NewReply, Page, ReadError, ReplyReceipt } from '@/lib/ticket/ticket-reader';
import { gitlabDesk } from './desk';

/** A line that begins with a slash would be a quick action; one line break alone would be none. */
const toMarkdown = (text: string): string => text.replace(/^\//gm, '\\/').replace(/(\S)\n(?=\S)/g, '$1  \n');

/**
 * Puts the text into the comment at the end of the issue, in both of its pages (app/assets/javascripts/notes/components/
 * comment_form.vue, work_items/components/notes/work_item_{add_note,comment_form}.vue, vue_shared/components/markdown/
 * markdown_editor.vue). With the rich editor there is no field, only a hidden one. Beside a second item that is open in
 * the page's drawer it is not clear which is meant.
 */
export function insertReply(reply: NewReply, page: Page): Result<ReplyReceipt, ReadError> {
  if (gitlabDesk.locate(page.url)?.ticketId !== reply.ticketId) return otherTicket();
  const forms = selectAll(page.document, 'li.note-form form.js-main-target-form');
  const box = forms[0] && select(forms[0], 'textarea.js-gfm-input');
  if (!forms[0] || forms.length > 1 || !box)
    return noReplyBox('Switch the comment to plain text and close other items, or copy the text.');
  const internal = select(forms[0], '.note-form-actions input[type="checkbox"]') as
    | HTMLInputElement
    | undefined;
  const visibility = internal?.checked ? 'internal' : 'public';
  return fillReplyBox({ ...reply, text: toMarkdown(reply.text) }, { box, visibility });
}
