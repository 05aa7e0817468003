import type { Result } from '@/lib/std/result';
import { selectAll } from '@/lib/ticket/dom';
import { fillReplyBox, noReplyBox, otherTicket } from '@/lib/ticket/reply-box';
import type { NewReply, Page, ReadError, ReplyReceipt } from '@/lib/ticket/ticket-reader';
import { githubDesk } from './desk';
import { fromDom } from './from-dom';

/**
 * Puts the text into the comment at the end of the issue: the composer of the React viewer, and the form that the server
 * renders, as refined-github (source/github-helpers/selectors.ts) and other public tools find them. A comment that is
 * being changed has a field of its own; two of the kind are one too many to know which is meant.
 */
export function insertReply(reply: NewReply, page: Page): Result<ReplyReceipt, ReadError> {
  const { ticketId } = reply;
  const place = githubDesk.locate(page.url);
  const path = `${place?.basePath}/issues/${ticketId}`;
  if (place?.ticketId !== ticketId || !fromDom(page.document, { ticketId, path })) return otherTicket();
  const boxes = selectAll(
    page.document,
    'textarea[aria-labelledby="comment-composer-heading"], form.js-new-comment-form textarea[name="comment[body]"]',
  );
  const [box] = boxes;
  return box && boxes.length === 1 ? fillReplyBox(reply, { box, visibility: 'everyone' }) : noReplyBox();
}
