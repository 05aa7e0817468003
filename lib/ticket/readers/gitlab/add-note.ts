import { err, ok, type Result } from '@/lib/std/result';
import { cleanText } from '@/lib/std/text';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { fetchPage } from '@/lib/ticket/desk-page';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { at } from '@/lib/ticket/json-path';
import { hasMarker } from '@/lib/ticket/note';
import { notInternal } from '@/lib/ticket/read-errors';
import type { Desk, NewNote, NoteReceipt, ReadError } from '@/lib/ticket/ticket-reader';
import { AnyAnswer, NoteAnswer } from './answers';
import { explain, fetchNotes, isInternal, toSite } from './rest';

/** A mention lives on in the rendered text, where a backslash is gone: an invisible joiner parts sign and name. */
const REFERENCE = /[@#!~%$&^](?=[\w"{[-])/g;

/**
 * Plain words in GitLab's Markdown. Escaped signs make no markup, references or HTML; a line that begins with `\/` is no
 * quick action (lib/gitlab/quick_actions/extractor.rb takes a bare slash alone).
 */
const toMarkdown = (text: string): string =>
  cleanText(text)
    .replace(REFERENCE, '$&\u2060')
    .replace(/[\\`*_{}[\]<>#+\-!|~$^=&:@/]/g, '\\$&')
    .replace(/^(\d+)(?=[.)])/gm, '$1\\')
    .replaceAll('\n', '  \n');

async function isNewEnough(desk: Desk, api: string): Promise<Result<boolean, ReadError>> {
  const answer = await fetchJson(desk, `${api}/version`, AnyAnswer);
  return answer.ok ? ok(Number.parseInt(String(at(answer.value.data, 'version')), 10) >= 15) : answer;
}

/** POST notes with `internal: true`. The CSRF token and GitLab's own path come from the page, fetched afresh. */
export async function addNote(note: NewNote, desk: Desk): Promise<Result<NoteReceipt, ReadError>> {
  const { ticketId, link, marker } = note;
  if (!/^\d{1,15}$/.test(ticketId))
    return err({ kind: 'not-found', detail: 'The help desk does not know this ticket.' });
  const page = await fetchPage(desk, `${desk.url.pathname}-/issues/${ticketId}`, { cache: 'no-store' });
  if (!page.ok) return page;
  const site = toSite(desk.url, desk.url.pathname.replace(/\/+$/, ''), page.value.document);
  const before = await fetchNotes(desk, site, ticketId);
  if (!before.ok) return err(await explain(desk, site, before.error));
  const { notes, complete } = before.value;
  // A customer who quotes the marker does not count.
  if (notes.some((it) => isInternal(it) && hasMarker(it.body, marker)))
    return ok({ existing: true, confirmedInternal: true });
  if (!complete)
    return err({
      kind: 'too-large',
      detail: 'The ticket has too many comments.',
    });

  // An older GitLab overlooks what it does not know and would mail the note to the customer.
  const knows = notes.some((it) => at(it, 'internal') !== undefined)
    ? ok(true)
    : await isNewEnough(desk, site.api);
  if (!knows.ok) return knows;
  if (!knows.value)
    return err({
      kind: 'forbidden',
      detail: 'This GitLab knows no internal notes. No note was written.',
    });
  const meta = selectAll(page.value.document, 'meta[name="csrf-token"]')[0];
  if (!meta)
    return err({
      kind: 'logged-out',
      detail: 'The help desk gave no token for writing. Log in there, then try again.',
    });

  const body = `${toMarkdown(note.text)}\n\n[${toMarkdown(link.title)}](<${link.url.replace(/[<>\s\\]/g, encodeURIComponent)}>)\n\n\`${marker}\``;
  const sent = await fetchJson(desk, `${site.rest}/issues/${ticketId}/notes`, NoteAnswer, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': attribute(meta, 'content') },
    body: JSON.stringify({ body, internal: true }),
  });
  if (!sent.ok) return sent;
  return at(sent.value.data, 'internal') === true
    ? ok({ existing: false, confirmedInternal: true })
    : notInternal();
}
