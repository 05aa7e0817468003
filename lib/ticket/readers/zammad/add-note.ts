import * as v from 'valibot';
import { err, ok, type Result } from '@/lib/std/result';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { hasMarker, toNoteHtml } from '@/lib/ticket/note';
import { notInternal } from '@/lib/ticket/read-errors';
import type { Desk, NewNote, NoteReceipt, ReadError } from '@/lib/ticket/ticket-reader';
import { ArticleItem } from './answers';

const Written = v.object({ id: v.number(), type: v.string(), internal: v.boolean() });

/**
 * POST ticket_articles with type `note` and `internal: true`; type `email` would send a mail even when internal
 * (api/ticket/articles.rst). The CSRF token comes from the header of the answer that also looks the marker up.
 */
export async function addNote(note: NewNote, desk: Desk): Promise<Result<NoteReceipt, ReadError>> {
  if (!/^\d{1,15}$/.test(note.ticketId))
    return err({ kind: 'not-found', detail: 'This is no ticket id of Zammad.' });
  const articles = await fetchJson(
    desk,
    `/api/v1/ticket_articles/by_ticket/${note.ticketId}?expand=true`,
    v.array(ArticleItem),
    {
      cache: 'no-store',
    },
  );
  if (!articles.ok) return articles;
  // A customer who quotes the marker in a mail does not count.
  const existing = articles.value.data.find(
    (article) => article.internal && hasMarker(article.body, note.marker),
  );
  if (existing) return ok({ existing: true, confirmedInternal: true });

  const token = articles.value.headers.get('csrf-token');
  if (!token)
    return err({
      kind: 'logged-out',
      detail: 'The help desk gave no token for writing. Reload its page, then try again.',
    });
  const body = {
    ticket_id: Number(note.ticketId),
    subject: '',
    body: toNoteHtml(note),
    content_type: 'text/html',
    type: 'note',
    internal: true,
    sender: 'Agent',
  };
  const sent = await fetchJson(desk, '/api/v1/ticket_articles?expand=true', Written, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': token },
    body: JSON.stringify(body),
  });
  if (!sent.ok) return sent;
  const { type, internal } = sent.value.data;
  return internal && type === 'note' ? ok({ existing: false, confirmedInternal: true }) : notInternal();
}
