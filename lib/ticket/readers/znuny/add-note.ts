import { err, ok, type Result } from '@/lib/std/result';
import { fetchPage } from '@/lib/ticket/desk-page';
import { hasMarker, toNoteHtml, toNotePlain } from '@/lib/ticket/note';
import { select } from '@/lib/ticket/page-parts';
import { notInternal } from '@/lib/ticket/read-errors';
import type { Desk, NewNote, NoteReceipt, ReadError } from '@/lib/ticket/ticket-reader';
import { fetchAllPages, fetchZoom } from './articles';
import { FILTER_RESET, FILTERED, findRows } from './selectors';

const refuse = (kind: ReadError['kind'], detail: string) => err({ kind, detail });

/**
 * Fields that change the ticket, which a note must not: the desk takes them only when they are sent. Dynamic fields stay,
 * because the desk empties those that are missing. What is visible to the customer is never sent.
 */
const LEFT_OUT =
  /^(?:IsVisibleForCustomer|New(?:State|Owner|Responsible|Priority|Queue)ID|FormDraft.*|Expand|InformUserID|InvolvedUserID|StandardTemplateID)$/;

/** Whether an internal article has the marker in its subject, which the list shows in full without its text. */
async function isThere(note: NewNote, desk: Desk): Promise<Result<boolean, ReadError>> {
  const page = await fetchZoom(desk, note.ticketId);
  if (!page.ok) return page;
  if (select(page.value, FILTER_RESET)) return refuse('forbidden', FILTERED);
  const all = await fetchAllPages(page.value, desk, note.ticketId);
  if (!all.ok) return all;
  const rows = all.value.pages.flatMap(findRows);
  if (rows.some((row) => !row.isPublic && row.role === 'agent' && hasMarker(row.subject, note.marker)))
    return ok(true);
  return all.value.complete
    ? ok(false)
    : refuse('too-large', 'The ticket is too long to look for the note in it.');
}

/** What a browser would send of the form as it was loaded. */
function toFields(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && !LEFT_OUT.test(name)) fields.append(name, value);
  }
  return fields;
}

/** AgentTicketNote as the agent would fill it in, without "visible for customer". Proved by reading the list again. */
export async function addNote(note: NewNote, desk: Desk): Promise<Result<NoteReceipt, ReadError>> {
  if (!/^\d{1,18}$/.test(note.ticketId)) return refuse('not-found', 'This is no ticket id of Znuny.');
  const before = await isThere(note, desk);
  if (!before.ok) return before;
  if (before.value) return ok({ existing: true, confirmedInternal: true });

  const script = `${desk.url.pathname}index.pl`;
  const opened = await fetchPage(desk, `${script}?Action=AgentTicketNote;TicketID=${note.ticketId}`, {
    cache: 'no-store',
  });
  if (!opened.ok) return opened;
  const form = select(opened.value.document, 'form#Compose');
  const data = form instanceof HTMLFormElement ? toFields(form) : new URLSearchParams();
  if (
    !data.get('ChallengeToken') ||
    data.get('Action') !== 'AgentTicketNote' ||
    data.get('TicketID') !== note.ticketId ||
    !data.has('Body')
  )
    return refuse('forbidden', 'The help desk offers no note for this ticket to your account.');

  // The editor is loaded only where notes are rich text.
  const isRich = select(opened.value.document, 'script[src*="ckeditor" i]') !== undefined;
  data.set('Subaction', 'Store');
  data.set('CreateArticle', '1');
  data.set('Subject', `${note.link.title.slice(0, 200)} ${note.marker}`);
  data.set('Body', isRich ? toNoteHtml(note) : toNotePlain(note));
  const sent = await fetchPage(desk, script, { method: 'POST', body: data });
  if (!sent.ok) return sent;

  const after = await isThere(note, desk);
  if (!after.ok) return after;
  if (after.value) return ok({ existing: false, confirmedInternal: true });
  return select(sent.value.document, 'form#Compose')
    ? refuse('forbidden', 'The help desk wants more than a text for a note.')
    : notInternal();
}
