import { err, ok, type Result } from '@/lib/std/result';
import { cleanText } from '@/lib/std/text';
import { toRaw } from '@/lib/ticket/bounds';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { hasMarker } from '@/lib/ticket/note';
import { notInternal } from '@/lib/ticket/read-errors';
import type { Desk, NewNote, NoteReceipt, ReadError } from '@/lib/ticket/ticket-reader';
import { AnyAnswer, RequestComment } from './answers';
import { isKey } from './desk';
import { explain, fetchRequestComments, OPT_IN, toSite } from './rest';
import { isPublic } from './to-messages';

/** No backslash of the text may take the escapes away, and no tag may come alive: both become their look-alikes. */
const LOOK_ALIKE: Readonly<Record<string, string>> = { '\\': '∖', '<': '‹', '>': '›' };

/** Plain words in Jira's wiki markup, where brackets and braces would make mentions, links and macros. */
const toWiki = (text: string): string =>
  cleanText(text).replace(/[\\<>]|[{}[\]!|*_^~]/g, (sign) => LOOK_ALIKE[sign] ?? `\\${sign}`);

/**
 * POST request/KEY/comment with `public: false`: the platform's own endpoint shows a comment to the customer unless
 * told otherwise. Proved twice: by the answer, and by what the issue says of the comment afterwards.
 */
export async function addNote(note: NewNote, desk: Desk): Promise<Result<NoteReceipt, ReadError>> {
  const { ticketId, link, marker } = note;
  if (!isKey(ticketId)) return err({ kind: 'not-found', detail: 'The help desk does not know this ticket.' });
  const site = toSite(desk.url);
  const before = await fetchRequestComments(desk, site, ticketId, false);
  if (!before.ok) {
    const error = await explain(desk, site, before.error);
    const detail = 'This is no service request: all its comments are public. No note was written.';
    return err(error.kind === 'not-found' ? { kind: 'forbidden', detail } : error);
  }
  // A customer who quotes the marker does not count.
  if (before.value.some((comment) => !comment.public && hasMarker(toRaw(comment.body), marker)))
    return ok({ existing: true, confirmedInternal: true });

  const href = link.url.replace(/[{}[\]|!\s\\]/g, encodeURIComponent);
  const body = `${toWiki(note.text)}\n\n[${toWiki(link.title)}|${href}]\n\n${marker}`;
  const sent = await fetchJson(desk, `${site.serviceDesk}/request/${ticketId}/comment`, RequestComment, {
    method: 'POST',
    headers: { ...OPT_IN, 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
    body: JSON.stringify({ body, public: false }),
  });
  if (!sent.ok) return sent;
  const { id, public: published } = sent.value.data;
  const address = `${site.api}/issue/${ticketId}/comment/${encodeURIComponent(String(id))}?expand=properties`;
  const stored = await fetchJson(desk, address, AnyAnswer, { cache: 'no-store' });
  if (!stored.ok) return stored;
  // Data Center may say it in the first answer alone.
  return published || (isPublic(stored.value.data) ?? site.isCloud)
    ? notInternal()
    : ok({ existing: false, confirmedInternal: true });
}
