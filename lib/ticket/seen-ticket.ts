import type { Organization, Ticket } from './ticket';
import { toTicketKey } from './ticket';

/** A ticket that was open beside Baton, in a few words: what similar tickets are looked for in where a desk has no search. */
export interface SeenTicket {
  /** Desk key + ticket id. */
  readonly key: string;
  readonly deskKey: string;
  readonly ticketId: string;
  readonly number: string;
  readonly url: string;
  readonly subject: string;
  readonly status: string;
  readonly requester: { readonly id: string; readonly name: string; readonly email: string };
  readonly organization: Organization | null;
  readonly updatedAt: number | null;
  /** Start of the first message, for matching words. */
  readonly opening: string;
  /** Epoch milliseconds of the last time it was read. */
  readonly seenAt: number;
}

const OPENING = 1_000;

export function toSeenTicket(ticket: Ticket, seenAt: number): SeenTicket {
  const { deskKey, ticketId, number, url, subject, status, requester, organization, updatedAt } = ticket;
  const opening = (ticket.messages[0]?.text ?? '').slice(0, OPENING);
  return {
    key: toTicketKey(ticket),
    ...{ deskKey, ticketId, number, url, subject, status, requester, organization, updatedAt },
    opening,
    seenAt,
  };
}
