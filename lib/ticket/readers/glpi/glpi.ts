/**
 * GLPI 10 and 11: the open page, with nothing fetched.
 * Pages: `[/base]/front/ticket.form.php?id=N`, whose first tab GLPI loads by script.
 * Source: templates/components/itilobject/ (timeline/timeline.html.twig, timeline_item_header.html.twig,
 * main_description.html.twig, form_followup.html.twig, actors/field.html.twig, fields_panel.html.twig,
 * linked_tickets.html.twig, linked_itilobjects.html.twig), front/itilfollowup.form.php, ajax/common.tabs.php.
 * Verified against that source, by fixtures written in its shape; no real GLPI was run. Not verified: the mark of a
 * private item in early 10.0 (class on the item or lock in its head: both are taken), plug-in fields (not read).
 * No search for similar tickets: the list keeps its criteria in the agent's session, so it would change his own list.
 */
import { err, ok, type Result } from '@/lib/std/result';
import { selectAll } from '@/lib/ticket/dom';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { addNote } from './add-note';
import { glpiDesk } from './desk';
import { insertReply } from './insert-reply';
import { SELECTORS } from './selectors';
import { readTimeline } from './timeline';
import { toTicket } from './to-ticket';

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const place = glpiDesk.locate(page.url);
  if (!place) return null;
  const { document } = page;
  const entries = readTimeline(document);
  const isShown = entries.some(({ kind, id }) => kind === 'Ticket' && id === place.ticketId);
  const isOther = entries.some(({ kind, id }) => kind === 'Ticket' && id !== place.ticketId);
  if (isShown && !isOther) return ok(toTicket(document, entries, page.url, place));

  const isEmpty = !document.body?.textContent?.trim();
  if (!isEmpty && entries.length === 0 && selectAll(document, SELECTORS.own).length === 0) return null;
  return err({
    kind: 'half-loaded',
    detail:
      'The page does not show this ticket. Open its first tab, wait until it is loaded, then read it again.',
  });
}

export const glpi: TicketReader = { ...glpiDesk, read, addNote, insertReply };
