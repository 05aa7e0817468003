import * as v from 'valibot';
import { err, ok, type Result } from '@/lib/std/result';
import { toRaw } from '@/lib/ticket/bounds';
import { hasMarker } from '@/lib/ticket/note';
import { notInternal } from '@/lib/ticket/read-errors';
import type { Desk, NewNote, NoteReceipt, ReadError } from '@/lib/ticket/ticket-reader';
import { fetchMessages } from './messages';
import { fetchApi } from './session';

const Written = v.object({ private: v.boolean(), conversation_id: v.number() });

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

/** Chatwoot shows notes as CommonMark. */
function toContent({ text, link, marker }: NewNote): string {
  const url = link.url.replace(/[<>\s]/g, '');
  return `${escapeMarkdown(text.trim())}\n\n[${escapeMarkdown(link.title)}](<${url}>)\n\n${marker}`;
}

/** POST messages with `private: true`, which goes to agents alone; without it the text is sent to the customer. */
export async function addNote(note: NewNote, desk: Desk): Promise<Result<NoteReceipt, ReadError>> {
  if (!/^\d{1,18}$/.test(note.ticketId))
    return err({ kind: 'not-found', detail: 'This is no conversation number of Chatwoot.' });
  const before = await fetchMessages(desk, note.ticketId);
  if (!before.ok) return before;
  // A customer who quotes the marker does not count.
  const isThere = before.value.messages.some(
    (message) => message.private && hasMarker(toRaw(message.content), note.marker),
  );
  if (isThere) return ok({ existing: true, confirmedInternal: true });
  if (!before.value.complete) {
    return err({
      kind: 'too-large',
      detail: 'The conversation is too long to make sure that the note is not there already.',
    });
  }
  const sent = await fetchApi(desk, `conversations/${note.ticketId}/messages`, Written, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ content: toContent(note), message_type: 'outgoing', private: true }),
  });
  if (!sent.ok) return sent;
  const written = sent.value.data;
  return written.private && String(written.conversation_id) === note.ticketId
    ? ok({ existing: false, confirmedInternal: true })
    : notInternal();
}
