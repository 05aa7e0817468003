/**
 * Freshdesk (Mint interface): the JSON interface of its own page, `/api/_/`, with the agent's session, else the
 * documented `/api/v2/` on the same origin.
 * Pages: `https://SUB.freshdesk.com/a/tickets/ID`, or on a host of the account's own. Freshservice has the same
 * addresses and is left alone.
 * API: developers.freshdesk.com "Tickets, Conversations, Ticket Fields, Solutions" for the names of the fields. `/api/_/`
 * is not documented: that it answers the same records in a wrapper, that it gives the agents under `bootstrap/agents_groups`
 * and the token for writing under `bootstrap/me`, is known from public extensions and command-line tools that use it.
 * Verified by fixtures in that shape; no real Freshdesk was asked. Not verified: writing a note this way, the full-text
 * search by GET, `associated_tickets` and `prime_association` with the session, the article search with the session.
 */
import { err, ok, type Result } from '@/lib/std/result';
import { selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { addNote } from './add-note';
import { FieldsAnswer, PeopleAnswer, Person, TicketRecord } from './answers';
import { freshdeskDesk } from './desk';
import { fetchLinked } from './linked';
import { fetchConversations, fetchEither, fetchInside } from './rest';
import { findArticles, findSimilar } from './search';
import { toTicket } from './to-ticket';

const isFreshdeskHost = (page: Page) => page.url.hostname.endsWith('.freshdesk.com');

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const place = freshdeskDesk.locate(page.url);
  if (!place) return null;
  const { ticketId } = place;
  const answer = await fetchEither(page, `tickets/${ticketId}?include=requester,company`, TicketRecord);
  if (!answer.ok) {
    // On a host of its own only the page can say whose address this is.
    const looksLikeIt =
      selectAll(page.document, '.ticket-subject-heading, script[src*="freshdesk"]').length > 0;
    return isFreshdeskHost(page) || looksLikeIt ? answer : null;
  }
  const record = answer.value;
  const isFreshservice = record.impact !== undefined || record.department_id !== undefined;
  if (isFreshservice && !isFreshdeskHost(page)) return null;
  if (String(record.id) !== ticketId)
    return err({
      kind: 'changed-layout',
      detail: 'The help desk answers with another ticket than expected. Reload its page.',
    });

  const unread: Ticket['unread'] = [];
  const { requester_id: requesterId } = record;
  const [conversation, fields, people, requester, linked] = await Promise.all([
    fetchConversations(page, ticketId, LIMITS.messages),
    fetchEither(page, 'ticket_fields', FieldsAnswer),
    fetchInside(page, '/api/_/bootstrap/agents_groups', PeopleAnswer),
    requesterId && !record.requester ? fetchEither(page, `contacts/${requesterId}`, Person) : null,
    fetchLinked(page, record, unread),
  ]);
  if (!conversation.ok) return conversation;
  for (const [field, part] of [
    ['custom fields', fields],
    ['assignee', people],
    ['requester', requester],
  ] as const) {
    if (part && !part.ok) unread.push({ field, reason: part.error.detail });
  }
  if (!conversation.value.complete || conversation.value.items.length >= LIMITS.messages)
    unread.push({ field: 'messages', reason: `only the first ${LIMITS.messages} were read` });
  if (record.company_id && !record.company)
    unread.push({ field: 'organization', reason: 'the help desk did not tell' });
  const answers = {
    ticket: requester?.ok ? { ...record, requester: requester.value } : record,
    conversations: conversation.value.items,
    fields: fields.ok ? fields.value : [],
    people: people.ok ? people.value : { agents: [], groups: [] },
    linked,
  };
  return ok(toTicket(answers, page.url.origin, unread));
}

export const freshdesk = {
  ...freshdeskDesk,
  read,
  addNote,
  findSimilar,
  findArticles,
} satisfies TicketReader;
