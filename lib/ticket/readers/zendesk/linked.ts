import { toLine } from '@/lib/ticket/bounds';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { LIMITS } from '@/lib/ticket/limits';
import type { LinkedTicket, Ticket } from '@/lib/ticket/ticket';
import type { Desk } from '@/lib/ticket/ticket-reader';
import { TicketAnswer, TicketsAnswer, type ZendeskTicket } from './answers';
import { ticketUrl } from './to-ticket';

export const fetchIncidents = (desk: Desk, problemId: number | string) =>
  fetchJson(
    desk,
    `/api/v2/tickets/${problemId}/incidents.json?include=users,organizations&per_page=100`,
    TicketsAnswer,
  );

/** The problem behind the ticket, its incidents, and the follow-ups of a closed one. */
export async function fetchLinked(
  desk: Desk,
  ticket: ZendeskTicket,
  unread: Ticket['unread'],
): Promise<LinkedTicket[]> {
  const { problem_id: problemId, has_incidents: hasIncidents } = ticket;
  const [problem, incidents] = await Promise.all([
    problemId ? fetchJson(desk, `/api/v2/tickets/${problemId}.json`, TicketAnswer) : null,
    hasIncidents === true ? fetchIncidents(desk, ticket.id) : null,
  ]);
  for (const answer of [problem, incidents]) {
    if (answer && !answer.ok) unread.push({ field: 'linked tickets', reason: answer.error.detail });
  }
  const link = (kind: LinkedTicket['kind'], id: number, title: unknown = ''): LinkedTicket => ({
    kind,
    id: String(id),
    title: toLine(title),
    url: ticketUrl(desk.url.origin, id),
  });
  return [
    ...(problemId ? [link('problem', problemId, problem?.ok ? problem.value.data.ticket.subject : '')] : []),
    ...(incidents?.ok
      ? incidents.value.data.tickets.map(({ id, subject }) => link('incident', id, subject))
      : []),
    ...ticket.followup_ids.map((id) => link('related', id)),
  ].slice(0, LIMITS.list);
}
