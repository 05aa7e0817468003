import { similarAmongSeen } from '@/lib/ticket/desk-search';
import type { SeenTicket } from '@/lib/ticket/seen-ticket';
import { tellingWords } from '@/lib/ticket/telling-words';
import type { Ticket } from '@/lib/ticket/ticket';
import { toTicketKey } from '@/lib/ticket/ticket';
import type { Escalation } from './escalation';

/** A watched ticket as it is compared: what the customer wrote, and what the agent noted. */
function toSeen({ ticketKey, ticket, report, earlySignal, updatedAt }: Escalation): SeenTicket {
  const id = report.organizationId.value;
  return {
    key: ticketKey,
    deskKey: ticket.deskKey,
    // Ids repeat between desks, keys do not.
    ticketId: ticketKey,
    number: ticket.number,
    url: ticket.url,
    subject: ticket.subject,
    status: '',
    requester: { id: '', name: ticket.requester, email: '' },
    organization: ticket.organization
      ? { id: id || ticket.organization, name: ticket.organization, source: id ? 'desk' : 'email', url: null }
      : null,
    updatedAt,
    opening: `${report.quote.value}\n${earlySignal?.note ?? ''}`,
    seenAt: updatedAt,
  };
}

/**
 * Watched tickets about the same thing as this one, by an error code or two telling words they share: they count
 * towards massness.
 */
export function likeEarlySignals(ticket: Ticket, signals: readonly Escalation[]): Escalation[] {
  const own = toTicketKey(ticket);
  const others = signals.filter(({ ticketKey, earlySignal }) => earlySignal && ticketKey !== own);
  const found = similarAmongSeen({ ticketId: own }, tellingWords(ticket), others.map(toSeen));
  return found.flatMap(({ ticketId }) => others.find(({ ticketKey }) => ticketKey === ticketId) ?? []);
}
