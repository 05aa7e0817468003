import * as v from 'valibot';
import { err, ok, type Result } from '@/lib/std/result';
import { toRaw } from '@/lib/ticket/bounds';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { hasMarker, toNoteHtml } from '@/lib/ticket/note';
import { notInternal } from '@/lib/ticket/read-errors';
import type { Desk, NewNote, NoteReceipt, ReadError } from '@/lib/ticket/ticket-reader';
import { MeAnswer } from './answers';
import { fetchConversations } from './rest';

const ALL = 5_000;
const BY_HAND = 'Freshdesk takes no note from here. Copy it and add it as a private note by hand.';

/** A customer who quotes the marker does not count. */
async function findNote(note: NewNote, desk: Desk): Promise<Result<boolean, ReadError>> {
  const all = await fetchConversations(desk, note.ticketId, ALL);
  if (!all.ok) return all;
  const isThere = all.value.items.some(
    (item) =>
      item.private === true && hasMarker(`${toRaw(item.body)}\n${toRaw(item.body_text)}`, note.marker),
  );
  return isThere || all.value.complete
    ? ok(isThere)
    : err({
        kind: 'too-large',
        detail: 'The ticket is too long to look for the note in it.',
      });
}

/**
 * With the token that stands in the page, else the one Freshdesk gives its page at the start. Goes on only after a
 * plain refusal, which wrote nothing.
 */
async function send(path: string, body: object, desk: Desk): Promise<Result<unknown, ReadError>> {
  const me = await fetchJson(desk, '/api/_/bootstrap/me', MeAnswer, { cache: 'no-store' });
  const meta = desk.document && selectAll(desk.document, 'meta[name="csrf-token"]')[0];
  const tokens = [meta && attribute(meta, 'content'), me.ok && toRaw(me.value.data.meta?.csrf_token)];
  for (const token of new Set(tokens)) {
    if (!token) continue;
    const sent = await fetchJson(desk, path, v.unknown(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': token },
      body: JSON.stringify(body),
    });
    if (sent.ok || sent.error.kind !== 'forbidden') return sent;
  }
  return err({ kind: 'forbidden', detail: BY_HAND });
}

/** POST tickets/ID/notes with `private: true`; whether it is private is read back from the conversation. */
export async function addNote(note: NewNote, desk: Desk): Promise<Result<NoteReceipt, ReadError>> {
  if (!/^[1-9]\d{0,14}$/.test(note.ticketId))
    return err({ kind: 'not-found', detail: 'This is no ticket id of Freshdesk.' });
  const existing = await findNote(note, desk);
  if (!existing.ok) return existing;
  if (existing.value) return ok({ existing: true, confirmedInternal: true });
  const body = { body: toNoteHtml(note), private: true };
  const sent = await send(`/api/_/tickets/${note.ticketId}/notes`, body, desk);
  if (!sent.ok) return sent;
  const isInternal = await findNote(note, desk);
  if (!isInternal.ok) return isInternal;
  return isInternal.value ? ok({ existing: false, confirmedInternal: true }) : notInternal();
}
