import type { Organization, Ticket } from './ticket';
import { toTicketKey } from './ticket';
import type { ReadError, TicketPart } from './ticket-reader';

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

/** How reading went at one desk: what came from where the last time, and what failed. */
export interface ReaderHealth {
  readonly deskKey: string;
  readonly deskId: string;
  /** Epoch milliseconds; null before the first success. */
  readonly lastReadAt: number | null;
  /** Parts with a value in the last ticket, by where they came from. */
  readonly fromApi: readonly TicketPart[];
  readonly fromPage: readonly TicketPart[];
  /** What could not be read in the last ticket, and why; never ticket text. */
  readonly unread: readonly { readonly field: string; readonly reason: string }[];
  /** The last failure since the last success, or null. */
  readonly failure: (ReadError & { readonly at: number }) | null;
}
