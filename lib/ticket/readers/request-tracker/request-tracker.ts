/**
 * Request Tracker 5: REST 2.0 with the agent's login cookie.
 * Pages: `[/base]/Ticket/Display.html?id=N`, also History, Update, Modify….
 * API: `[/base]/REST/2.0/` — "RT::REST2", docs.bestpractical.com/rt/5.0.3/RT/REST2.html; the search language:
 * lib/RT/SQL.pm, lib/RT/Tickets.pm (`Content`), lib/RT/REST2/Resource/Collection/QueryByJSON.pm.
 * The reply page: html/Ticket/Update.html, html/Elements/MessageBox, static/js/util.js.
 * Verified against a real RT 5.0.3 (Debian 12): reading of tickets with 4 to 300 messages, files, hostile HTML,
 * foreign scripts; logged out (302 to the login page), absent and forbidden tickets; note written, found again, and
 * proved to be a `Comment`; linked, merged and similar tickets, the last by subject and, with full-text search on, by
 * message; articles by name and summary (their body is a custom field, which this search does not reach).
 * Not verified: RT 4.4 (no REST 2 in the core), RT 6, full-text search with an index.
 */
import { err, ok, type Result } from '@/lib/std/result';
import { toLine } from '@/lib/ticket/bounds';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { selectAll } from '@/lib/ticket/dom';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { addNote } from './add-note';
import { AttachmentItem, TicketAnswer, TicketItem, TransactionItem, UserAnswer } from './answers';
import { requestTrackerDesk } from './desk';
import { insertReply } from './insert-reply';
import { toLinks } from './linked';
import { PERSON } from './requester';
import { fetchAll, restPath, where } from './rest';
import { findArticles, findSimilar } from './search';
import { toTicket } from './to-ticket';

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

  // RT answers for a merged ticket with the one it was merged into.
  if (toLine(ticket.value.data.id) !== place.ticketId) {
    const detail = `This ticket is now part of ticket ${toLine(ticket.value.data.id)}. Open that one.`;
    return err({ kind: 'not-found', detail });
  }

  const unread: Ticket['unread'] = [];
  const links = toLinks(ticket.value.data);
  // As many as one page holds.
  const others = links.slice(0, 100).map(({ id }) => `id = ${id}`);
  const text = ['ContentType', 'STARTSWITH', 'text/'] as const;
  const fields = 'ContentType,Filename,TransactionId,ContentLength';
  const bodies = { fields: `${fields},Content` };
  const files = { fields, query: where(['Filename', '!=', '']) };
  const spoken = where(['Type', '=', 'Create'], ['Type', '=', 'Correspond'], ['Type', '=', 'Comment']);
  const people = { fields: 'Type,Creator,Created', 'fields[Creator]': PERSON, query: spoken };
  const [history, parts, named, linked] = await Promise.all([
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
    others[0]
      ? fetchAll(page, 'tickets', { query: others.join(' OR '), fields: 'Subject' }, TicketItem, 1)
      : ok({ items: [] }),
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

  if (!linked.ok) unread.push({ field: 'linked tickets', reason: linked.error.detail });

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
    links,
    linked: linked.ok ? linked.value.items : [],
  };
  return ok(toTicket(answers, page.url, place.basePath, unread));
}

export const requestTracker: TicketReader = {
  ...requestTrackerDesk,
  read,
  addNote,
  insertReply,
  findSimilar,
  findArticles,
};
