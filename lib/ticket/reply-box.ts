import { err, ok, type Result } from '@/lib/std/result';
import { selectAll } from './dom';
import type { NewReply, ReadError, ReplyReceipt } from './ticket-reader';

/** What a desk's reply box consists of, as its reader found it. */
interface ReplyBox {
  /** A field of plain text, or the element of an editor; of a frame's document too, so it is told by its name alone. */
  readonly box: Element;
  /** What the desk itself puts at the end of an editor's text; the reply stands above it. */
  readonly signature?: ChildNode | null | undefined;
  readonly visibility: ReplyReceipt['visibility'];
}

type Filled = Result<ReplyReceipt, ReadError>;

/**
 * Writes the text into the reply box, and says nothing to the desk but that somebody typed. What the agent wrote stays:
 * the text goes below it when it is asked to, else nothing is written.
 */
export function fillReplyBox(reply: NewReply, { box, signature, visibility }: ReplyBox): Filled {
  const written =
    box.nodeName === 'TEXTAREA'
      ? fillField(box as HTMLTextAreaElement, reply)
      : fillEditor(box, reply, signature);
  if (!written) return ok({ written: 'holds-text', visibility });
  // The desk opens the box, and the caret waits there for the agent.
  (box as HTMLElement).focus();
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return ok({ written: 'inserted', visibility });
}

function fillField(field: HTMLTextAreaElement, { text, append }: NewReply): boolean {
  // A signature begins with a line of its own, as mail programs set it.
  const [above = '', ...below] = field.value.split(/^(?=-- ?$)/m);
  const held = above.trim();
  if (held && !append) return false;
  field.value = [held, text, below.join('')].filter(Boolean).join('\n\n');
  return true;
}

function fillEditor(box: Element, { text, append }: NewReply, signature: ReplyBox['signature']): boolean {
  const page = box.ownerDocument;
  const above = page.createRange();
  above.selectNodeContents(box);
  if (signature) above.setEndBefore(signature);
  const held = above.cloneContents();
  // CKEditor 4 writes its hint into an empty box and marks the box so.
  const isHint = box.classList.contains('placeholder');
  const holds = !isHint && (held.textContent?.trim() || held.querySelector('img'));
  if (holds && !append) return false;
  // Empty lines that an editor leaves behind would stand above the text.
  if (!holds) above.deleteContents();
  box.classList.remove('placeholder');
  // Strings and line breaks: nothing of the text becomes markup.
  const lines = (holds ? `\n\n${text}` : text).split('\n');
  const nodes = lines.flatMap((line, at) => (at > 0 ? [page.createElement('br'), line] : [line]));
  if (signature) signature.before(...nodes);
  else box.append(...nodes);
  return true;
}

const refuse = (kind: ReadError['kind'], detail = ''): Filled => err({ kind, detail });

// `fillReply` has the words for these: a page script is small.

/** The agent went on to another ticket since the text was made. */
export const otherTicket = () => refuse('not-found');

/** There is no box to be seen; `how` says what the agent can do about it. */
export const noReplyBox = (how?: string) => refuse('changed-layout', how);

/** An editor takes the place of a field once its script has run, or gives way to its source: both are HTML. */
export const notUpYet = () => refuse('half-loaded');

/** What an editor that lives in a frame lets people write in; absent while it is not up. */
export function boxInFrame(frame: Element | undefined): Element | undefined {
  const inside = (frame as HTMLIFrameElement | undefined)?.contentDocument;
  return inside ? selectAll(inside, 'body[contenteditable="true"]')[0] : undefined;
}
