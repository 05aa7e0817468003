import { deskById } from './desks';
import type { Ticket } from './ticket';
import { type ReadError, TICKET_PARTS, type TicketPart } from './ticket-reader';

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

const FILLED: Readonly<Record<TicketPart, (ticket: Ticket) => unknown>> = {
  subject: (ticket) => ticket.subject,
  number: (ticket) => ticket.number,
  status: (ticket) => ticket.status,
  priority: (ticket) => ticket.priority,
  type: (ticket) => ticket.type,
  tags: (ticket) => ticket.tags.length,
  requester: (ticket) => ticket.requester.id,
  organization: (ticket) => ticket.organization,
  assignee: (ticket) => ticket.assignee,
  created: (ticket) => ticket.createdAt,
  updated: (ticket) => ticket.updatedAt,
  'custom fields': (ticket) => ticket.customFields.length,
  conversation: (ticket) => ticket.messages.length,
  attachments: (ticket) => ticket.attachments.length,
  'linked tickets': (ticket) => ticket.linked.length,
};

/** Health after a ticket was read. `byPage`: its desk's API was silent, so everything came from the page. */
export function healthAfterReading(ticket: Ticket, byPage: boolean, at: number): ReaderHealth {
  const filled = TICKET_PARTS.filter((part) => FILLED[part](ticket));
  const api = byPage ? [] : (deskById(ticket.desk)?.fromApi ?? []);
  const isApi = (part: TicketPart) => api === 'all' || api.includes(part);
  return {
    deskKey: ticket.deskKey,
    deskId: ticket.desk,
    lastReadAt: at,
    fromApi: filled.filter(isApi),
    fromPage: filled.filter((part) => !isApi(part)),
    unread: ticket.unread.map(({ field, reason }) => ({ field, reason })),
    failure: null,
  };
}

/** Health after a failure: what was read before stays to be seen. */
export function healthAfterFailure(
  before: ReaderHealth | undefined,
  desk: { readonly deskKey: string; readonly deskId: string },
  error: ReadError,
  at: number,
): ReaderHealth {
  const nothing = { lastReadAt: null, fromApi: [], fromPage: [], unread: [] };
  return { ...nothing, ...before, ...desk, failure: { ...error, at } };
}
