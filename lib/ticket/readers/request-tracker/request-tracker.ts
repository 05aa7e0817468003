/**
 * Request Tracker 5: REST 2.0 with the agent's login cookie.
 * Pages: `[/base]/Ticket/Display.html?id=N`, also History, Update, Modify….
 * API: `[/base]/REST/2.0/` — "RT::REST2", docs.bestpractical.com/rt/5.0.3/RT/REST2.html.
 * Verified against a real RT 5.0.3 (Debian 12): reading of tickets with 4 to 300 messages, files, hostile HTML,
 * foreign scripts; logged out (302 to the login page), absent and forbidden tickets; note written, found again, and
 * proved to be a `Comment`. Not verified: RT 4.4 (no REST 2 in the core) and RT 6.
 */
import { ok, type Result } from '@/lib/std/result';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { selectAll } from '@/lib/ticket/dom';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { addNote } from './add-note';
import { AttachmentItem, TicketAnswer, TransactionItem, UserAnswer } from './answers';
import { requestTrackerDesk } from './desk';
import { fetchAll, restPath, where } from './rest';
import { toTicket } from './to-ticket';

/** Asked for in the history, so that no author needs a request of his own. */
const PERSON = 'RealName,EmailAddress,Organization';

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const place = requestTrackerDesk.locate(page.url);
  if (!place) return null;
  const path = `ticket/${place.ticketId}`;
  const expand = { fields: 'Queue,Owner', 'fields[Queue]': 'Name', 'fields[Owner]': 'RealName' };
  const ticket = await fetchJson(page, restPath(page.url, path, expand), TicketAnswer);
  if (!ticket.ok) {
    const looksLikeRt = selectAll(page.document, 'body[id^="comp-"], link[href*="/NoAuth/css/"]').length > 0;
    // Another product may have such an address: its answers are no reason to bother the agent.
    const foreign = ticket.error.kind === 'not-found' || ticket.error.kind === 'changed-layout';
    return foreign && !looksLikeRt ? null : ticket;
  }

  const unread: Ticket['unread'] = [];
  const text = ['ContentType', 'STARTSWITH', 'text/'] as const;
  const fields = 'ContentType,Filename,TransactionId,ContentLength';
  const bodies = { fields: `${fields},Content` };
  const files = { fields, query: where(['Filename', '!=', '']) };
  const spoken = where(['Type', '=', 'Create'], ['Type', '=', 'Correspond'], ['Type', '=', 'Comment']);
  const people = { fields: 'Type,Creator,Created', 'fields[Creator]': PERSON, query: spoken };
  const [history, parts, named] = await Promise.all([
    fetchAll(page, `${path}/history`, people, TransactionItem),
    fetchAll(page, `${path}/attachments`, { ...bodies, query: where(text) }, AttachmentItem).then((all) =>
      // A huge log file among the texts: take the bodies alone.
      !all.ok && all.error.kind === 'too-large'
        ? fetchAll(
            page,
            `${path}/attachments`,
            { ...bodies, query: where(text, ['Filename', 'IS', 'NULL']) },
            AttachmentItem,
          )
        : all,
    ),
    fetchAll(page, `${path}/attachments`, files, AttachmentItem),
  ]);
  if (!history.ok) return history;
  // A ticket without its texts is still worth more than none, unless the reason concerns every request.
  for (const [field, list] of [
    ['messages', parts],
    ['attachments', named],
  ] as const) {
    if (!list.ok && /logged-out|offline|rate-limited|server/.test(list.error.kind)) return list;
    if (!list.ok) unread.push({ field, reason: list.error.detail });
    else if (!list.value.complete)
      unread.push({ field, reason: 'the ticket is very long: only its beginning was read' });
  }

  const transactions = history.value.items;
  const id = String(ticket.value.data.Requestor?.[0]?.id ?? '');
  let requester: Parameters<typeof toTicket>[0]['requester'] = transactions.find(
    (entry) => String(entry.Creator.id) === id,
  )?.Creator;
  if (id && !requester) {
    const user = await fetchJson(page, restPath(page.url, `user/${encodeURIComponent(id)}`), UserAnswer);
    if (user.ok) requester = user.value.data;
    else unread.push({ field: 'requester', reason: user.error.detail });
  }
  const answers = {
    ticket: ticket.value.data,
    transactions,
    parts: parts.ok ? parts.value.items : [],
    files: named.ok ? named.value.items : [],
    requester,
  };
  return ok(toTicket(answers, page.url.origin, place.basePath, unread));
}

export const requestTracker: TicketReader = { ...requestTrackerDesk, read, addNote };
