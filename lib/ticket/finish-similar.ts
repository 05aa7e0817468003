import { organizationOf } from './requester-organization';
import type { SimilarTicket } from './similar';

/** The part of finding that needs no page: the organization is told from the requester where the desk has no record of it. */
export const finishSimilar = (ticket: SimilarTicket): SimilarTicket => ({
  ...ticket,
  organization: ticket.organization ?? organizationOf(ticket.requester),
});
