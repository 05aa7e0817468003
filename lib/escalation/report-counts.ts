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

interface Person {
  readonly requester: string;
  readonly requesterEmail?: string | undefined;
}

/** A mail address is one person; so is a name, unless somebody with an address has it. */
function countPeople(people: readonly Person[]): number {
  const lower = people.map(({ requester, requesterEmail = '' }) => ({
    name: requester.trim().toLowerCase(),
    email: requesterEmail.trim().toLowerCase(),
  }));
  const mailed = lower.filter(({ email }) => email !== '');
  const known = new Set(mailed.flatMap(({ name, email }) => [name, email]));
  const unmailed = lower.filter(({ name, email }) => email === '' && !known.has(name));
  return new Set([...mailed.map(({ email }) => email), ...unmailed.map(({ name }) => name)]).size;
}

export function countHit(escalation: Counting): HitCount {
  const { ticket, report } = escalation;
  const others = sameTickets(escalation);
  const ownId = report.organizationId.value.toLowerCase();
  const own = (ticket.organization || ownId || ticket.ticketId).toLowerCase();
  const organizations = new Set([own]);
  for (const other of others) {
    organizations.add(ownId && other.organizationId.toLowerCase() === ownId ? own : organizationOf(other));
  }
  const people = others.map((it) => ({ ...it, requester: it.requester || it.key }));
  return {
    reports: others.length + 1,
    requesters: countPeople([ticket, ...people]),
    organizations: organizations.size,
  };
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
