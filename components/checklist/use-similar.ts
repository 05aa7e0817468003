import { useMemo } from 'react';
import { useAnswer } from '@/components/ui/use-answer';
import { askPage } from '@/lib/browser/page';
import type { CountedTicket } from '@/lib/escalation/escalation';
import type { SearchFindings } from '@/lib/escalation/search-evidence';
import { findSimilarTickets, type SimilarTickets } from '@/lib/ticket/desk-search';
import { listSeen } from '@/lib/ticket/store';
import { type Ticket, toTicketKey } from '@/lib/ticket/ticket';

export interface Similar {
  readonly tickets: SimilarTickets;
  /** When they were found. */
  readonly at: number;
}

/**
 * Similar tickets, asked for once per ticket while it is in front: the checklist's own search. Null until they are
 * known, and when the desk could not be asked.
 */
export function useSimilar(ticket: Ticket, tabId: number | null, active: boolean): Similar | null {
  // The Classify step asks under the same key: the desk is asked once for both.
  const key = active && tabId !== null ? `similar ${toTicketKey(ticket)} ${ticket.subject}` : null;
  const { answer } = useAnswer(key, () =>
    findSimilarTickets(ticket, (script, request) => askPage(tabId ?? 0, script, request), listSeen),
  );
  return useMemo(() => (answer?.ok ? { tickets: answer.value, at: Date.now() } : null), [answer]);
}

const WHERE: Record<SimilarTickets['from'], string> = {
  desk: 'the desk’s open tickets',
  seen: 'tickets opened beside Baton',
  offline: 'tickets opened beside Baton, the desk being out of reach',
};

/** The search as evidence, with what the agent decided about each ticket so far. */
export function toSimilarEvidence(
  { deskKey }: Pick<Ticket, 'deskKey'>,
  { tickets }: Similar,
  counted: readonly CountedTicket[] = [],
): SearchFindings {
  const verdictOf = (ticketId: string) => {
    const judged = counted.find(({ key }) => key === toTicketKey({ deskKey, ticketId }));
    if (!judged) return 'not judged';
    return judged.same ? 'same' : 'not this';
  };
  return {
    query: tickets.words.join(' '),
    where: WHERE[tickets.from],
    found: tickets.tickets.map(({ ticketId, number, subject }) => ({
      name: `#${number} ${subject}`,
      verdict: verdictOf(ticketId),
    })),
    // Who is hit as well is judged while classifying: the search itself is done.
    settles: true,
  };
}
