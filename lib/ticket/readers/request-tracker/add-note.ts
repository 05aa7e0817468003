import * as v from 'valibot';
import { err, ok, type Result } from '@/lib/std/result';
import { toRaw } from '@/lib/ticket/bounds';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { hasMarker, toNoteHtml } from '@/lib/ticket/note';
import { notInternal, unknownTicket } from '@/lib/ticket/read-errors';
import type { Desk, NewNote, NoteReceipt, ReadError } from '@/lib/ticket/ticket-reader';
import { AttachmentItem } from './answers';
import { fetchAll, restPath, where } from './rest';

const TransactionAnswer = v.object({ Type: v.string() });

/** The transaction that carries the marker as an internal comment; a customer who quotes the marker does not count. */
async function findComment(note: NewNote, desk: Desk): Promise<Result<string | null, ReadError>> {
  const query = {
    fields: 'TransactionId,Content,ContentType,Filename',
    query: where(['ContentType', 'STARTSWITH', 'text/']),
  };
  const parts = await fetchAll(desk, `ticket/${note.ticketId}/attachments`, query, AttachmentItem);
  if (!parts.ok) return parts;
  const marked = parts.value.items.filter((part) => hasMarker(toRaw(part.Content), note.marker));
  for (const id of new Set(marked.map((part) => String(part.TransactionId)))) {
    const type = await typeOf(id, desk);
    if (!type.ok) return type;
    if (type.value === 'Comment') return ok(id);
  }
  return parts.value.complete
    ? ok(null)
    : err({
        kind: 'too-large',
        detail: 'The ticket is too long to look whether the note is there.',
      });
}

async function typeOf(transactionId: string, desk: Desk): Promise<Result<string, ReadError>> {
  const answer = await fetchJson(
    desk,
    restPath(desk.url, `transaction/${encodeURIComponent(transactionId)}`),
    TransactionAnswer,
  );
  return answer.ok ? ok(answer.value.data.Type) : answer;
}

/** POST ticket/N/comment, never /correspond, which mails the customer. Works with the cookie alone (no CSRF check). */
export async function addNote(note: NewNote, desk: Desk): Promise<Result<NoteReceipt, ReadError>> {
  if (!/^\d{1,18}$/.test(note.ticketId)) return unknownTicket();
  // The lists below are empty, not an error, for a ticket one may not see, so the ticket itself is asked first.
  const ticket = await fetchJson(
    desk,
    restPath(desk.url, `ticket/${note.ticketId}`),
    v.object({ Subject: v.string() }),
  );
  if (!ticket.ok) return ticket;
  const before = await findComment(note, desk);
  if (!before.ok) return before;
  if (before.value) return ok({ existing: true, confirmedInternal: true });

  const sent = await fetchJson(
    desk,
    restPath(desk.url, `ticket/${note.ticketId}/comment`),
    v.array(v.string()),
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ Content: toNoteHtml(note), ContentType: 'text/html' }),
    },
  );
  if (!sent.ok) return sent;

  // 201 alone proves nothing (an empty {} gets it too): the transaction itself must say that it is a comment.
  const written = /\/transaction\/(\d+)$/.exec(sent.value.headers.get('location') ?? '')?.[1];
  const type = written ? await typeOf(written, desk) : await findComment(note, desk);
  if (!type.ok) return type;
  const isComment = written ? type.value === 'Comment' : type.value !== null;
  return isComment ? ok({ existing: false, confirmedInternal: true }) : notInternal();
}
