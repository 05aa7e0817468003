import type { CountedTicket, Escalation } from '@/lib/escalation/escalation';
import type { KnownAbout } from '@/lib/knowledge/search-client';
import { type SimilarTickets, similarAmongSeen } from '@/lib/ticket/desk-search';
import type { SeenTicket } from '@/lib/ticket/seen-ticket';
import type { SimilarTicket } from '@/lib/ticket/similar';
import { type Ticket, toTicketKey } from '@/lib/ticket/ticket';

/**
 * What was found, and what was escalated or is watched from here and shares telling words: a later ticket must meet it
 * even where the desk's search misses it. `seen` are those tickets.
 */
export function withSeen(
  ticket: Pick<Ticket, 'ticketId'>,
  found: SimilarTickets,
  seen: readonly SeenTicket[],
): SimilarTicket[] {
  const known = new Set(found.tickets.map(({ ticketId }) => ticketId));
  const more = similarAmongSeen(ticket, found.words, seen);
  return [...found.tickets, ...more.filter(({ ticketId }) => !known.has(ticketId))];
}

/** A similar ticket of the same desk as the agent judged it. */
export function toCounted(
  similar: Omit<SimilarTicket, 'status'>,
  deskKey: string,
): Omit<CountedTicket, 'same' | 'at'> {
  const { ticketId, number, url, subject, organization, requester } = similar;
  return {
    key: toTicketKey({ deskKey, ticketId }),
    number,
    url,
    subject,
    organizationId: organization?.id ?? '',
    organization: organization?.name ?? '',
    // The way the escalation names its own requester: one who wrote twice is one.
    requester: requester.name || requester.email,
    ...(requester.email ? { requesterEmail: requester.email } : {}),
  };
}

/** Reports linked to the known bug that matches best and is not ruled out; who wrote them is not known. */
export function toLinkedReports(
  { bugs }: KnownAbout,
  { verdicts }: Pick<Escalation, 'verdicts'>,
): { bug: string; reports: Omit<CountedTicket, 'same' | 'at'>[] } | null {
  for (const { record } of bugs) {
    const ruledOut = verdicts?.some(({ recordKey }) => recordKey === record.recordKey) ?? false;
    if (record.kind !== 'known-bug' || ruledOut || record.reports.length === 0) continue;
    const reports = record.reports.map(({ title, url }, index) => ({
      key: `${record.recordKey}#${url || index}`,
      number: '',
      url,
      subject: title,
      organizationId: '',
      organization: '',
      requester: '',
    }));
    return { bug: record.key || record.title, reports };
  }
  return null;
}
