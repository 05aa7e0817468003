import { err, ok, type Result } from '@/lib/std/result';
import { fetchBytes } from '@/lib/ticket/desk-fetch';
import { hasMarker, toNoteHtml } from '@/lib/ticket/note';
import { notInternal } from '@/lib/ticket/read-errors';
import type { Desk, NewNote, NoteReceipt, ReadError } from '@/lib/ticket/ticket-reader';
import { fetchThreads, memberPath } from './rest';

/**
 * UVdesk decodes and filters a note before it stores it: it takes anything like a tag for one, drops backslashes, and
 * since 1.1.7 drops all from the word `import` to the next quotation mark (TicketService::sanitizeMessage).
 */
function toReply(note: NewNote): string {
  const plain = (text: string) => text.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('\\', '\\\\');
  const { url } = note.link;
  const html = toNoteHtml({
    ...note,
    text: plain(note.text),
    link: { title: plain(note.link.title), url },
  });
  return html.replace(/href="[^"]*"|import/gi, (found) =>
    found.length > 6 ? found.replace(/(?<=i)m(?=port)/gi, '%6D') : `${found[0]}<b></b>${found.slice(1)}`,
  );
}

const MAX_PAGE = 10_000_000;

/** True when a note, not a reply or a forwarded mail, carries the marker. */
async function findNote(note: NewNote, desk: Desk): Promise<Result<boolean, ReadError>> {
  const notes = await fetchThreads(desk, note.ticketId, 'note');
  if (!notes.ok) return notes;
  return ok(
    notes.value.threads.some(
      ({ threadType, reply }) => threadType === 'note' && hasMarker(reply, note.marker),
    ),
  );
}

/** The page's own form for notes (Controller/Thread.php, saveThread), which has no token; the list of notes proves it. */
export async function addNote(note: NewNote, desk: Desk): Promise<Result<NoteReceipt, ReadError>> {
  if (!/^\d{1,18}$/.test(note.ticketId))
    return err({ kind: 'not-found', detail: 'This is no ticket id of UVdesk.' });
  const before = await findNote(note, desk);
  if (!before.ok) return before;
  if (before.value) return ok({ existing: true, confirmedInternal: true });
  const path = `${memberPath(desk)}/thread/add/${note.ticketId}`;
  // The answer is the ticket's page, of which nothing is needed.
  const sent = await fetchBytes(
    desk,
    path,
    {
      method: 'POST',
      // An empty status leaves the ticket's own.
      body: new URLSearchParams({ threadType: 'note', reply: toReply(note), status: '', nextView: 'stay' }),
    },
    MAX_PAGE,
  );
  if (!sent.ok) return sent;
  const after = await findNote(note, desk);
  if (!after.ok) return after;
  return after.value ? ok({ existing: false, confirmedInternal: true }) : notInternal();
}
