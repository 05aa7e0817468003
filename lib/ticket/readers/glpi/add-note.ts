import { err, ok, type Result } from '@/lib/std/result';
import { fetchPage } from '@/lib/ticket/desk-page';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { hasMarker, toNoteHtml } from '@/lib/ticket/note';
import { notInternal } from '@/lib/ticket/read-errors';
import type { Desk, NewNote, NoteReceipt, ReadError } from '@/lib/ticket/ticket-reader';
import { glpiDesk } from './desk';
import { readTimeline } from './timeline';

/** The ticket's first tab as GLPI itself loads it (ajax/common.tabs.php), with fresh tokens in its forms. */
async function fetchTicket(desk: Desk, ticketId: string): Promise<Result<Document, ReadError>> {
  const root = (glpiDesk.locate(desk.url)?.basePath ?? desk.url.pathname).replace(/\/+$/, '');
  const query = new URLSearchParams({
    _target: `${root}/front/ticket.form.php`,
    _glpi_tab: 'Ticket$main',
    _itemtype: 'Ticket',
    id: ticketId,
  });
  const tab = await fetchPage(desk, `${root}/ajax/common.tabs.php?${query}`, { cache: 'no-store' });
  if (!tab.ok) return tab;
  const { document } = tab.value;
  // GLPI answers nothing at all for a ticket one may not see.
  return readTimeline(document).some(({ kind, id }) => kind === 'Ticket' && id === ticketId)
    ? ok(document)
    : err({
        kind: 'not-found',
        detail: 'The help desk does not show this ticket. It may be deleted, or your account may not see it.',
      });
}

/** True when a private followup carries the marker; a customer who quotes it does not count. */
const hasNote = (ticket: Document, marker: string): boolean =>
  readTimeline(ticket).some(
    ({ kind, isPrivate, html }) => kind === 'ITILFollowup' && isPrivate && hasMarker(html, marker),
  );

/**
 * The ticket's own form for followups with `is_private`; the token comes from that form, so an agent without the right
 * to write has none. The ticket is read again for proof.
 */
export async function addNote(note: NewNote, desk: Desk): Promise<Result<NoteReceipt, ReadError>> {
  const { ticketId, marker } = note;
  if (!/^[1-9]\d{0,17}$/.test(ticketId))
    return err({ kind: 'not-found', detail: 'This is no ticket id of GLPI.' });
  const before = await fetchTicket(desk, ticketId);
  if (!before.ok) return before;
  if (hasNote(before.value, marker)) return ok({ existing: true, confirmedInternal: true });

  const form = selectAll(before.value, 'form[action*="itilfollowup.form.php"]').find(
    (it) => selectAll(it, 'input[name="is_private"]').length > 0,
  );
  const token = form && selectAll(form, 'input[name="_glpi_csrf_token"]')[0];
  if (!token) {
    return err({
      kind: 'forbidden',
      detail: 'The help desk offers no private followup on this ticket: your account may not write one.',
    });
  }
  const root = (glpiDesk.locate(desk.url)?.basePath ?? desk.url.pathname).replace(/\/+$/, '');
  const sent = await fetchPage(desk, `${root}/front/itilfollowup.form.php`, {
    method: 'POST',
    body: new URLSearchParams({
      itemtype: 'Ticket',
      items_id: ticketId,
      content: toNoteHtml(note),
      is_private: '1',
      add: '1',
      _glpi_csrf_token: attribute(token, 'value'),
    }),
  });
  if (!sent.ok) return sent;
  const after = await fetchTicket(desk, ticketId);
  if (!after.ok) return after;
  return hasNote(after.value, marker) ? ok({ existing: false, confirmedInternal: true }) : notInternal();
}
