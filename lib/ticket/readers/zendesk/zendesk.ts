/**
 * Zendesk Support (Agent Workspace): REST API v2 with the agent's session cookie.
 * Pages: `https://SUB.zendesk.com/agent/tickets/ID[/…]`. Several tickets stay mounted as tabs, so nothing is taken from
 * the page: the id of the address alone says which ticket is meant.
 * API: developer.zendesk.com "Ticketing → Tickets, Ticket Comments, Ticket Fields, Search, Side-Loading, Cursor
 * pagination", "Help Center → Secured requests, Search".
 * Verified by fixtures written from those pages; no real Zendesk was asked. The documentation promises the session
 * cookie with X-CSRF-Token for Help Center pages; that `/agent`, of the same origin, is treated alike is what
 * extensions report. Not verified: side-loads of incidents, the answer of a closed ticket to a note.
 */
import { err, ok, type Result } from '@/lib/std/result';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { LIMITS } from '@/lib/ticket/limits';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { addNote } from './add-note';
import { FieldsAnswer, TicketAnswer } from './answers';
import { fetchComments } from './comments';
import { zendeskDesk } from './desk';
import { fetchLinked } from './linked';
import { findArticles, findSimilar } from './search';
import { toTicket } from './to-ticket';

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const place = zendeskDesk.locate(page.url);
  if (!place) return null;
  const { ticketId } = place;
  const path = `/api/v2/tickets/${ticketId}.json?include=users,organizations,groups`;
  const [answer, conversation, fields] = await Promise.all([
    fetchJson(page, path, TicketAnswer),
    fetchComments(page, ticketId, LIMITS.messages),
    fetchJson(page, '/api/v2/ticket_fields.json', FieldsAnswer),
  ]);
  if (!answer.ok) return answer;
  const { ticket, users, organizations, groups } = answer.value.data;
  if (String(ticket.id) !== ticketId)
    return err({
      kind: 'changed-layout',
      detail: 'The help desk answers with another ticket than expected. Reload its page.',
    });
  if (!conversation.ok) return conversation;

  const unread: Ticket['unread'] = [];
  if (!fields.ok) unread.push({ field: 'custom fields', reason: fields.error.detail });
  const { comments, people, complete } = conversation.value;
  if (!complete) unread.push({ field: 'messages', reason: `only the first ${LIMITS.messages} were read` });
  const linked = await fetchLinked(page, ticket, unread);
  const answers = {
    ticket,
    users: [...people, ...users],
    organizations,
    groups,
    comments: comments.slice(0, LIMITS.messages),
    fields: fields.ok ? fields.value.data.ticket_fields : [],
    linked,
  };
  return ok(toTicket(answers, page.url.origin, unread));
}

export const zendesk: TicketReader = { ...zendeskDesk, read, addNote, findSimilar, findArticles };
