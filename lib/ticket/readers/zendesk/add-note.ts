import { err, ok, type Result } from '@/lib/std/result';
import { toRaw } from '@/lib/ticket/bounds';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { toNoteHtml } from '@/lib/ticket/note';
import { notInternal } from '@/lib/ticket/read-errors';
import type { Desk, NewNote, NoteReceipt, ReadError } from '@/lib/ticket/ticket-reader';
import { MeAnswer, WrittenAnswer } from './answers';
import { fetchComments, isMarked } from './comments';

/** Zendesk's own bound. */
const ALL_COMMENTS = 5_000;

/** A customer who quotes the marker does not count. */
async function findNote(note: NewNote, desk: Desk): Promise<Result<boolean, ReadError>> {
  const all = await fetchComments(desk, note.ticketId, ALL_COMMENTS);
  return all.ok
    ? ok(all.value.comments.some((comment) => comment.public === false && isMarked(comment, note.marker)))
    : all;
}

/** PUT tickets/ID with a comment that is not public; it changes nothing else. Token: `authenticity_token` of users/me. */
export async function addNote(note: NewNote, desk: Desk): Promise<Result<NoteReceipt, ReadError>> {
  if (!/^[1-9]\d{0,14}$/.test(note.ticketId))
    return err({ kind: 'not-found', detail: 'This is no ticket id of Zendesk.' });
  const existing = await findNote(note, desk);
  if (!existing.ok) return existing;
  if (existing.value) return ok({ existing: true, confirmedInternal: true });

  const me = await fetchJson(desk, '/api/v2/users/me.json', MeAnswer, { cache: 'no-store' });
  if (!me.ok) return me;
  // A visitor is answered too, as a user without an id.
  const { id, authenticity_token: token } = me.value.data.user;
  if (!id || !toRaw(token))
    return err({
      kind: 'logged-out',
      detail: 'You are logged out of the help desk. Log in there, then try again.',
    });
  const sent = await fetchJson(desk, `/api/v2/tickets/${note.ticketId}.json`, WrittenAnswer, {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/json',
      'X-CSRF-Token': toRaw(token),
    },
    body: JSON.stringify({ ticket: { comment: { html_body: toNoteHtml(note), public: false } } }),
  });
  if (!sent.ok) {
    return sent.error.kind === 'forbidden'
      ? err({
          kind: 'forbidden',
          detail: 'The help desk refused the note: a closed ticket takes none.',
        })
      : sent;
  }

  const event = sent.value.data.audit?.events.find(
    (it) => it.type === 'Comment' && isMarked(it, note.marker),
  );
  // Without the event in the answer, the conversation itself must show it.
  const isInternal = event ? ok(event.public === false) : await findNote(note, desk);
  if (!isInternal.ok) return isInternal;
  return isInternal.value ? ok({ existing: false, confirmedInternal: true }) : notInternal();
}
