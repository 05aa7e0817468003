/**
 * osTicket 1.17 and 1.18: the agent's ticket page, read from the DOM, because there is no API for agents.
 * Page: `[/base]/scp/tickets.php?id=N` (N is the internal id, not the number). Clicks load by pjax, so the address may be
 * new while the content is still the last ticket's: the id in the title's link must match.
 * Source: include/staff/ticket-view.inc.php, templates/thread-entry.tmpl.php, ticket-relations.inc.php, scp/tickets.php,
 * include/ajax.tickets.php (lock), include/client/kb-search.inc.php, at commit 4689926 (1.18.1).
 * The reply box: js/redactor.min.js at the same commit.
 * The markup, the lock and the note's request were seen on a real server (1.18.1), but this reader did not run there:
 * it is verified by fixtures in their shape. Articles and linked tickets are after the source only. Not verified: 1.16
 * and older; plain-text desks (rich text switched off).
 * No search for similar tickets: `a=search` makes itself the agent's current queue (a side effect in his session), takes
 * three words at most and does not show which tickets are closed.
 */

import { ok, type Result } from '@/lib/std/result';
import { fetchPage } from '@/lib/ticket/desk-page';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import { childrenOf, halfLoaded, isBlank, lineOf, select } from '@/lib/ticket/page-parts';
import { loggedOut, unknownTicket } from '@/lib/ticket/read-errors';

import type { LinkedTicket, Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { addNote } from './add-note';
import { findArticles } from './articles';
import { osTicketDesk } from './desk';
import { insertReply } from './insert-reply';
import { RELATIONS_TAB, SUBJECT, shownId } from './selectors';
import { type Place, toTicket } from './to-ticket';

/** Parents and children of a merge, which a tab of the page loads when it is opened. */
async function findLinked(
  page: Page,
  { ticketId, root }: Place,
  unread: Ticket['unread'],
): Promise<LinkedTicket[]> {
  if (!select(page.document, RELATIONS_TAB)) return [];
  const answer = await fetchPage(page, `${root}/scp/ajax.php/tickets/${ticketId}/relations`);
  if (!answer.ok) {
    unread.push({ field: 'linked tickets', reason: answer.error.detail });
    return [];
  }
  return selectAll(answer.value.document, '#relations tbody tr')
    .slice(0, LIMITS.list)
    .flatMap((row) => {
      const link = select(row, 'a[href*="tickets.php?id="]');
      const id = /[?&]id=(\d+)/.exec(link ? attribute(link, 'href') : '')?.[1];
      if (!id) return [];
      const title = [lineOf(link), lineOf(childrenOf(row, 'td')[2])].filter(Boolean).join(' ');
      return {
        kind: 'related',
        id,
        title: title.slice(0, LIMITS.line),
        url: `${root}/scp/tickets.php?id=${id}`,
      } as const;
    });
}

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const located = osTicketDesk.locate(page.url);
  if (!located) return null;
  const { document: shown } = page;
  if (select(shown, '#loginBody')) return loggedOut();
  if (isBlank(shown)) return halfLoaded();
  const id = shownId(shown);
  if (id !== located.ticketId || !select(shown, SUBJECT)) {
    // The frame of every agent's page.
    if (!select(shown, '#pjax-container, #content')) return null;
    if (id) return halfLoaded();
    return select(shown, '#msg_error') ? unknownTicket() : halfLoaded();
  }
  const place = { ticketId: located.ticketId, root: page.url.origin + located.basePath };
  const unread: Ticket['unread'] = [];
  const linked = await findLinked(page, place, unread);
  return ok(toTicket(shown, place, linked, unread));
}

export const osTicket: TicketReader = { ...osTicketDesk, read, addNote, insertReply, findArticles };
