import { err, ok, type Result } from '@/lib/std/result';
import { fetchBytes } from '@/lib/ticket/desk-fetch';
import { fetchPage } from '@/lib/ticket/desk-page';
import { hasMarker, toNoteHtml } from '@/lib/ticket/note';
import { attributeOf, toFields } from '@/lib/ticket/page-parts';
import { notInternal, unknownTicket } from '@/lib/ticket/read-errors';
import type { Desk, NewNote, NoteReceipt, ReadError } from '@/lib/ticket/ticket-reader';
import { ASSIGNEE_ID, bodyOf, findThreads, shownId } from './selectors';

const MAX_ANSWER = 100_000;

const refuse = (kind: ReadError['kind'], detail: string) => err({ kind, detail });

/** The conversation's page, freshly loaded, and whether the marker stands in one of its notes. */
async function fetchConversation(
  note: NewNote,
  desk: Desk,
): Promise<Result<{ page: Document; marked: boolean }, ReadError>> {
  const answer = await fetchPage(desk, `${desk.url.pathname}conversation/${note.ticketId}`, {
    cache: 'no-store',
  });
  if (!answer.ok) return answer;
  const page = answer.value.document;
  if (shownId(page) !== note.ticketId) return unknownTicket();
  const marked = findThreads(page).some(
    (thread) => thread.kind === 'note' && hasMarker(bodyOf(thread), note.marker),
  );
  return ok({ page, marked });
}

/**
 * `send_reply` with `is_note`; without it the same request mails the customer. Status and assignee are sent as they are,
 * because the desk takes what is left out for a change. Proved by reading the page again.
 */
export async function addNote(note: NewNote, desk: Desk): Promise<Result<NoteReceipt, ReadError>> {
  if (!/^\d{1,18}$/.test(note.ticketId)) return refuse('not-found', 'This is no conversation of FreeScout.');
  const before = await fetchConversation(note, desk);
  if (!before.ok) return before;
  if (before.value.marked) return ok({ existing: true, confirmedInternal: true });

  const { page } = before.value;
  const token = attributeOf(page, 'meta[name="csrf-token"]', 'content');
  const mailbox = attributeOf(page, '.form-reply input[name="mailbox_id"]', 'value');
  const status =
    attributeOf(page, 'select[name="status"][data-note-status]', 'data-note-status') ||
    attributeOf(page, '#conv-status .conv-status li.active a[data-status]', 'data-status');
  const assignee = attributeOf(page, ASSIGNEE_ID, 'data-user_id');
  // A deleted conversation has no list of agents; a note would bring it back.
  if (!token || !mailbox || !assignee || !/^[1-4]$/.test(status))
    return refuse(
      'forbidden',
      'The help desk takes no notes for this conversation. It may be deleted or a draft.',
    );

  const body = new URLSearchParams({
    action: 'send_reply',
    is_note: '1',
    conversation_id: note.ticketId,
    mailbox_id: mailbox,
    status,
    user_id: assignee,
    body: toNoteHtml(note),
  });
  const headers = { 'X-CSRF-TOKEN': token, 'X-Requested-With': 'XMLHttpRequest' };
  const init = { method: 'POST', redirect: 'manual', headers, body } as const;
  const sent = await fetchBytes(desk, `${desk.url.pathname}conversation/ajax`, init, MAX_ANSWER);
  if (!sent.ok) return sent;
  if (toFields(sent.value.bytes).status !== 'success')
    return refuse('forbidden', 'The help desk refused the note. Your account may not write in this mailbox.');

  const after = await fetchConversation(note, desk);
  if (!after.ok) return after;
  return after.value.marked ? ok({ existing: false, confirmedInternal: true }) : notInternal();
}
