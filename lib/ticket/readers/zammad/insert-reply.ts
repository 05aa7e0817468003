import { err, ok, type Result } from '@/lib/std/result';
import { attribute, selectAll } from '@/lib/ticket/dom';
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
  const { ticketId, text, append } = reply;
  if (!/^\d{1,18}$/.test(ticketId) || zammadDesk.locate(page.url)?.ticketId !== ticketId)
    return err({
      kind: 'not-found',
      detail: 'Another ticket is open by now. Go back to it, then try again.',
    });
  const form = selectAll(page.document, `#content_permanent_Ticket-${ticketId} .article-add`)[0];
  const box = form && selectAll(form, '.articleNewEdit-body[data-name="body"]')[0];
  if (!form || !(box instanceof HTMLElement))
    return err({ kind: 'changed-layout', detail: 'The reply box was not found. Copy the text instead.' });

  const visibility = visibilityOf(form);
  const signature = selectAll(box, SIGNATURE).find((it) => it.parentNode === box) ?? null;
  const held = ownText(box);
  if (held && !append) return ok({ written: 'holds-text', visibility });
  const added = toNodes(held ? `\n\n${text}` : text, page.document);
  if (!held) clearAbove(box, signature);
  for (const node of added) box.insertBefore(node, signature);
  // It opens the box, and the caret waits there for the agent.
  box.focus({ preventScroll: true });
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  return ok({ written: 'inserted', visibility });
}

/** What stands in the box without the signature. */
function ownText(box: HTMLElement): string {
  const copy = box.cloneNode(true) as HTMLElement;
  for (const signature of selectAll(copy, SIGNATURE)) signature.remove();
  const pictures = selectAll(copy, 'img').length > 0 ? 'picture' : '';
  return (copy.textContent ?? '').trim() || pictures;
}

/** Empty lines that an editor leaves behind would stand above the text. */
function clearAbove(box: HTMLElement, signature: Element | null): void {
  while (box.firstChild && box.firstChild !== signature) box.firstChild.remove();
}

/** Text nodes and line breaks: nothing of the text becomes markup. */
function toNodes(text: string, document: Document): Node[] {
  return text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [document.createElement('br')] : []),
      ...(line ? [document.createTextNode(line)] : []),
    ]);
}

/** A checkbox in some versions, a hidden field in others. */
function visibilityOf(form: Element): ReplyReceipt['visibility'] {
  const field = selectAll(form, 'input[name="internal"]')[0];
  if (!(field instanceof HTMLInputElement)) return null;
  const internal = attribute(field, 'type') === 'checkbox' ? field.checked : field.value === 'true';
  return internal ? 'internal' : 'public';
}
