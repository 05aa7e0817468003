import * as v from 'valibot';
import { err, ok, type Result } from '@/lib/std/result';
import { toRaw } from '@/lib/ticket/bounds';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { hasMarker, toNoteHtml } from '@/lib/ticket/note';
import { notInternal } from '@/lib/ticket/read-errors';
import type { Desk, NewNote, NoteReceipt, ReadError } from '@/lib/ticket/ticket-reader';
import { shownText } from './answers';
import { parseTicketId, type RecordId } from './desk';
import { openSession } from './session';
import { apiPath, fetchJournal, fetchRecord } from './table';

const Written = v.object({ result: v.object({ sys_id: v.string() }) });
const fail = (kind: ReadError['kind'], detail: string): Result<never, ReadError> => err({ kind, detail });

/**
 * Where the marker stands. Both the journal's table and the form's own text are asked, because an agent without the
 * right to the table gets an empty list and no error.
 */
async function findMarker(
  desk: Desk,
  id: RecordId,
  marker: string,
): Promise<Result<{ internal: number; public: number }, ReadError>> {
  const [record, journal] = await Promise.all([
    fetchRecord(desk, id, { sysparm_fields: 'sys_id,work_notes,comments' }),
    fetchJournal(desk, id.sysId),
  ]);
  if (!record.ok) return record;
  if (!journal.ok && journal.error.kind !== 'forbidden') return journal;
  const entries = journal.ok ? journal.value.entries : [];
  const countIn = (field: string) =>
    [
      shownText(record.value, field),
      ...entries.map(({ element, value }) => (element === field ? toRaw(value) : '')),
    ].filter((text) => hasMarker(text, marker)).length;
  return ok({ internal: countIn('work_notes'), public: countIn('comments') });
}

/**
 * PATCH of the field `work_notes`, which is never shown to the customer; `comments` would be. Without the session's
 * token ServiceNow refuses, so nothing is tried. The answer does not show the entry, so both journals are read back.
 */
export async function addNote(note: NewNote, from: Desk): Promise<Result<NoteReceipt, ReadError>> {
  const id = parseTicketId(note.ticketId);
  if (!id) return fail('not-found', 'This is no ticket of ServiceNow.');
  const { desk, token } = openSession(from);
  const before = await findMarker(desk, id, note.marker);
  if (!before.ok) return before;
  if (before.value.internal > 0) return ok({ existing: true, confirmedInternal: true });
  if (!token())
    return fail('forbidden', 'ServiceNow gave no token for writing. Reload its page, then try again.');

  // Brackets are escaped, so that no text can close the block that carries the HTML.
  const html = toNoteHtml(note).replaceAll('[', '&#91;').replaceAll(']', '&#93;');
  const path = apiPath(`table/${id.table}/${id.sysId}`, { sysparm_fields: 'sys_id' });
  const sent = await fetchJson(desk, path, Written, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ work_notes: `[code]${html}[/code]` }),
  });
  if (!sent.ok) return sent;

  const after = await findMarker(desk, id, note.marker);
  if (!after.ok) return after;
  return after.value.internal > 0 && after.value.public <= before.value.public
    ? ok({ existing: false, confirmedInternal: true })
    : notInternal();
}
