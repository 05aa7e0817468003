import { err, ok, type Result } from '@/lib/std/result';
import { toRaw } from '@/lib/ticket/bounds';
import { fetchBytes } from '@/lib/ticket/desk-fetch';
import { fetchPage } from '@/lib/ticket/desk-page';
import { attribute } from '@/lib/ticket/dom';
import { hasMarker, toNoteHtml, toNotePlain } from '@/lib/ticket/note';
import { attributeOf, select, toFields } from '@/lib/ticket/page-parts';
import { notInternal, unknownTicket } from '@/lib/ticket/read-errors';
import type { Desk, NewNote, NoteReceipt, ReadError } from '@/lib/ticket/ticket-reader';
import { bodyOf, findEntries, shownId } from './selectors';

const MAX_LOCK = 10_000;

const refuse = (kind: ReadError['kind'], detail: string) => err({ kind, detail });

/** The ticket's page, freshly loaded, and whether the marker stands in one of its internal notes. */
async function fetchTicket(
  note: NewNote,
  desk: Desk,
): Promise<Result<{ page: Document; marked: boolean }, ReadError>> {
  const answer = await fetchPage(desk, `${desk.url.pathname}scp/tickets.php?id=${note.ticketId}`, {
    cache: 'no-store',
  });
  if (!answer.ok) return answer;
  const page = answer.value.document;
  if (shownId(page) !== note.ticketId) return unknownTicket();
  const marked = findEntries(page).some(
    (entry) => entry.kind === 'note' && hasMarker(bodyOf(entry), note.marker),
  );
  return ok({ page, marked });
}

/** The code without which a note is refused. Desks with locks switched off answer 418: they want none. */
async function fetchLock(note: NewNote, desk: Desk, token: string): Promise<Result<string, ReadError>> {
  let status = 0;
  const watched: Desk = {
    ...desk,
    fetch: async (input, init) => {
      const response = await desk.fetch(input, init);
      status = response.status;
      return response;
    },
  };
  const address = `${desk.url.pathname}scp/ajax.php/lock/ticket/${note.ticketId}`;
  const init = { method: 'POST', redirect: 'manual', headers: { 'X-CSRFToken': token } } as const;
  // JSON that is declared as a page, so it is parsed here.
  const answer = await fetchBytes(watched, address, init, MAX_LOCK);
  if (status === 418) return ok('');
  if (!answer.ok) return answer;
  const { id, code } = toFields(answer.value.bytes);
  if (id === undefined)
    return refuse(
      'changed-layout',
      'The help desk gave no lock for writing the note. Open the ticket, then try again.',
    );
  return Number(id) > 0 && typeof code === 'string' && code
    ? ok(code)
    : refuse(
        'forbidden',
        'Another agent is writing in this ticket, so the help desk refused the note. Try again later.',
      );
}

/** `a=postnote` is the form for internal notes; `a=reply` would mail the customer. Proved by reading the page again. */
export async function addNote(note: NewNote, desk: Desk): Promise<Result<NoteReceipt, ReadError>> {
  if (!/^\d{1,18}$/.test(note.ticketId)) return refuse('not-found', 'This is no ticket id of osTicket.');
  const before = await fetchTicket(note, desk);
  if (!before.ok) return before;
  if (before.value.marked) return ok({ existing: true, confirmedInternal: true });

  const { page } = before.value;
  const token =
    attributeOf(page, 'meta[name="csrf_token"]', 'content') ||
    attributeOf(page, '#note input[name="__CSRFToken__"]', 'value');
  const field = select(page, '#note textarea[name="note"]');
  if (!field || !token)
    return refuse('forbidden', 'The help desk offers no internal note for this ticket to your account.');
  // Who holds the lock already has its code in the form; asking again is what some servers fail at.
  const held = attributeOf(page, '#note input[name="lockCode"]', 'value');
  const lock = held ? ok(held) : await fetchLock(note, desk, token);
  if (!lock.ok) return lock;

  const isRich = /(?:^|\s)richtext(?:\s|$)/.test(attribute(field, 'class'));
  const body = new URLSearchParams({
    a: 'postnote',
    id: note.ticketId,
    lockCode: lock.value,
    title: toRaw(note.link.title).slice(0, 100),
    note: isRich ? toNoteHtml(note) : toNotePlain(note),
  });
  const headers = { 'X-CSRFToken': token };
  const address = `${desk.url.pathname}scp/tickets.php?id=${note.ticketId}`;
  const sent = await fetchPage(desk, address, { method: 'POST', headers, body });
  if (!sent.ok) return sent;

  const after = await fetchTicket(note, desk);
  if (!after.ok) return after;
  return after.value.marked ? ok({ existing: false, confirmedInternal: true }) : notInternal();
}
