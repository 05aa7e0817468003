/**
 * UVdesk Community (core-framework 1.0 and 1.1): the open page and the JSON that the page itself loads.
 * Pages: `[/base]/LOCALE/member/ticket/view/N`; the word `member` can be changed by the administrator.
 * Source: core-framework 1.1.7 (Resources/views/ticket.html.twig, Services/TicketService.php,
 * Repository/ThreadRepository.php, Controller/Thread.php, ThreadXHR.php, TicketXHR.php), compared with 1.0.0;
 * support-center-bundle 1.1.3 (Repository/Article.php). Verified against that source, by fixtures written in its shape;
 * no real UVdesk was run. Tags stand in the page only after its own script ran. UVdesk keeps no companies and no time
 * of the last change; custom fields are a separate package and are not read.
 */
import { err, ok, type Result } from '@/lib/std/result';
import { selectAll } from '@/lib/ticket/dom';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { addNote } from './add-note';
import { uvdeskDesk } from './desk';
import { insertReply } from './insert-reply';
import { readNumber, readPage } from './page';
import { fetchThreads, memberPath } from './rest';
import { findArticles, findSimilar } from './search';
import { SELECTORS } from './selectors';
import { toTicket } from './to-ticket';

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const place = uvdeskDesk.locate(page.url);
  if (!place) return null;
  const { document } = page;
  const shown = readNumber(document);
  if (shown !== place.ticketId) {
    const isEmpty = !document.body?.textContent?.trim();
    if (!isEmpty && selectAll(document, SELECTORS.own).length === 0) return null;
    return err({
      kind: 'half-loaded',
      detail: 'The page does not show this ticket yet. Reload it, then read it.',
    });
  }
  const conversed = await fetchThreads(page, place.ticketId, 'all');
  if (!conversed.ok) return conversed;
  const unread: Ticket['unread'] = [];
  const { threads, complete } = conversed.value;
  if (!complete) unread.push({ field: 'messages', reason: `only the newest ${threads.length} were read` });
  const where = { ...place, origin: page.url.origin, member: memberPath(page) };
  return ok(toTicket(readPage(document), threads, where, unread));
}

export const uvdesk: TicketReader = { ...uvdeskDesk, read, addNote, insertReply, findSimilar, findArticles };
