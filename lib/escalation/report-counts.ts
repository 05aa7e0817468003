import type { CountedTicket, Escalation } from './escalation';

/** How many are hit, this ticket included; reports, people and organizations are counted apart. */
export interface HitCount {
  readonly reports: number;
  readonly requesters: number;
  readonly organizations: number;
}

type Counting = Pick<Escalation, 'ticket' | 'report' | 'counted'>;

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;

/** Tickets the agent confirmed as the same problem. */
export function sameTickets({ counted }: Pick<Escalation, 'counted'>): CountedTicket[] {
  return (counted ?? []).filter(({ same }) => same);
}

/** An organization nobody knows counts as one of its own. */
const organizationOf = ({ organizationId, organization, key }: CountedTicket) =>
  (organization || organizationId || key).toLowerCase();

export function countHit(escalation: Counting): HitCount {
  const { ticket, report } = escalation;
  const others = sameTickets(escalation);
  const ownId = report.organizationId.value.toLowerCase();
  const own = (ticket.organization || ownId || ticket.ticketId).toLowerCase();
  const organizations = new Set([own]);
  const requesters = new Set([ticket.requester.toLowerCase()]);
  for (const other of others) {
    organizations.add(ownId && other.organizationId.toLowerCase() === ownId ? own : organizationOf(other));
    requesters.add((other.requester || other.key).toLowerCase());
  }
  return { reports: others.length + 1, requesters: requesters.size, organizations: organizations.size };
}

/** `3 requesters of 2 organizations`. */
export function formatCount({ requesters, organizations }: HitCount): string {
  return `${count(requesters, 'requester')} of ${count(organizations, 'organization')}`;
}

/** Who is hit in one line: the organization of the ticket, and how many were counted. */
export function formatHit(escalation: Counting): string {
  const { organization, requester } = escalation.ticket;
  const counted = sameTickets(escalation).length > 0 ? formatCount(countHit(escalation)) : '';
  return [organization || requester, counted].filter(Boolean).join(', ');
}
