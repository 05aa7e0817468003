/**
 * FreeScout 1.8: the conversation's page, read from the DOM; the core has no API (the API module is sold apart).
 * Page: `[/base]/conversation/N` (N is the id; the number differs where "custom numbers" are switched on).
 * Source: resources/views/conversations/view.blade.php with its partials, customers/profile_snippet.blade.php,
 * ConversationsController (send_reply, search), Conversation::search, User::dateFormat, at commit ab277253 (1.8.235).
 * Two further pages, both optional: the agent's own profile (his time zone and name) and the customer's record (company).
 * The reply box (public/js/main.js, public/js/summernote) likewise.
 * The markup and the note's request were seen on a real server (1.8.235), but this reader did not run there: it is
 * verified by fixtures in their shape. Search, profile, record, other languages and phone or chat conversations are after
 * the source only. Not verified: tags (a module that is sold), custom fields (not read).
 */
import { ok, type Result } from '@/lib/std/result';
import { halfLoaded, isBlank, select } from '@/lib/ticket/page-parts';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { addNote } from './add-note';
import { freeScoutDesk } from './desk';
import { fetchAgent, fetchCompany } from './further-pages';
import { insertReply } from './insert-reply';
import { findSimilar } from './search';
import { CUSTOMER, CUSTOMER_FACTS, LAYOUT, ownId, shownId } from './selectors';
import { customerId, toTicket } from './to-ticket';

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const place = freeScoutDesk.locate(page.url);
  if (!place) return null;
  const { document: shown } = page;
  const isOurs = select(shown, LAYOUT) && shownId(shown);
  if (!isOurs && !isBlank(shown) && !ownId(shown)) return null;
  if (!isOurs || shownId(shown) !== place.ticketId) return halfLoaded();

  const root = page.url.origin + place.basePath;
  const unread: Ticket['unread'] = [];
  const customer = customerId(shown);
  const hasFacts = select(shown, `${CUSTOMER} ${CUSTOMER_FACTS}`);
  const [agent, company] = await Promise.all([
    fetchAgent(page, root, ownId(shown), unread),
    customer && hasFacts ? fetchCompany(page, root, customer, unread) : '',
  ]);
  return ok(toTicket({ page: shown, ticketId: place.ticketId, root, agent, company }, unread));
}

export const freeScout: TicketReader = { ...freeScoutDesk, read, addNote, insertReply, findSimilar };
