/**
 * Znuny 6 and 7 and ((OTRS)) Community Edition 6: the agent's ticket page, read from the DOM, because the generic
 * interface takes no login session.
 * Page: `[/base]/index.pl?Action=AgentTicketZoom;TicketID=N` (N is the id, not the number).
 * Source: Kernel/Output/HTML/Templates/Standard/AgentTicketZoom.tt with ArticleRender/MIMEBase.tt, TicketInformation.tt
 * and AgentCustomerTableView.tt, AgentTicketActionCommon.tt (note), Login.tt; Kernel/Modules/AgentTicketZoom.pm,
 * AgentTicketActionCommon.pm, AgentTicketArticleContent.pm; Kernel/Language.pm (times); Output/Template/Provider.pm
 * (challenge token); at commits of 2021 to 2025. After the source only: nothing was tried on a real server.
 * Not verified: chat articles (their text is not read), older OTRS (5 and below have other article types), add-ons that
 * change the page; times on desks whose own zone is not UTC and equals the agent's are off by that zone.
 * Linked tickets are not read. No search for similar tickets: AgentTicketSearch replaces the agent's "last search" and
 * his overview with whatever is asked for (AgentTicketSearch.pm).
 */
import { ok, type Result } from '@/lib/std/result';
import { halfLoaded, isBlank, select } from '@/lib/ticket/page-parts';
import { loggedOut } from '@/lib/ticket/read-errors';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { addNote } from './add-note';
import { fetchAllPages, fetchArticles } from './articles';
import { znunyDesk } from './desk';
import { FILTER_RESET, FILTERED, HEADLINE, LOGIN, shownId, ZOOM } from './selectors';
import { toTicket } from './to-ticket';

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const place = znunyDesk.locate(page.url);
  if (!place) return null;
  const { document: shown } = page;
  const { ticketId } = place;
  if (select(shown, `body.LoginScreen ${LOGIN}`)) return loggedOut();
  if (!select(shown, ZOOM) && !isBlank(shown)) return null;
  if (shownId(shown) !== ticketId || !select(shown, HEADLINE)) return halfLoaded();

  const root = page.url.origin + place.basePath;
  const desk = { url: new URL(`${root}/`), fetch: page.fetch, signal: page.signal };
  const unread: Ticket['unread'] = [];
  if (select(shown, FILTER_RESET))
    unread.push({
      field: 'messages',
      reason: FILTERED,
    });
  const all = await fetchAllPages(shown, desk, ticketId);
  if (!all.ok) return all;
  if (!all.value.complete)
    unread.push({ field: 'messages', reason: 'the ticket is very long: only its beginning was read' });
  const articles = await fetchArticles(all.value.pages, desk, ticketId, unread);
  return articles.ok ? ok(toTicket(shown, articles.value, { ticketId, root }, unread)) : articles;
}

export const znuny: TicketReader = { ...znunyDesk, read, addNote };
