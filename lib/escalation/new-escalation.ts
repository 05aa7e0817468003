import type { Part } from '@/lib/playbook/playbook';
import { toHttpUrl } from '@/lib/std/text';
import { type Ticket, toTicketKey } from '@/lib/ticket/ticket';
import type { Escalation } from './escalation';
import { toIssueKey } from './issue-key';
import { prefill } from './report/prefill';

export function toEscalationId(ticketKey: string, ordinal = 1): string {
  return `${ticketKey}/${ordinal}`;
}

/** What the panel keeps of a ticket, so that popup and header work while the ticket is not in front. */
function toTicketSummary(ticket: Ticket): Escalation['ticket'] {
  const organizationUrl = toHttpUrl(ticket.organization?.url)?.href;
  return {
    desk: ticket.desk,
    deskKey: ticket.deskKey,
    ticketId: ticket.ticketId,
    number: ticket.number,
    url: ticket.url,
    subject: ticket.subject,
    requester: ticket.requester.name || ticket.requester.email,
    ...(ticket.requester.email ? { requesterEmail: ticket.requester.email } : {}),
    organization: ticket.organization?.name ?? '',
    ...(organizationUrl ? { organizationUrl } : {}),
  };
}

/**
 * A fresh draft for a ticket, prefilled from it; `parts` are those of the playbook. Nothing is stored until the agent
 * changes something.
 */
export async function newEscalation(
  ticket: Ticket,
  now: number,
  parts: readonly Pick<Part, 'name' | 'words'>[] = [],
): Promise<Escalation> {
  const ticketKey = toTicketKey(ticket);
  const ordinal = 1;
  return {
    id: toEscalationId(ticketKey, ordinal),
    ticketKey,
    ordinal,
    issueKey: await toIssueKey(ticket.deskKey, ticket.ticketId, ordinal),
    state: 'draft',
    ticket: toTicketSummary(ticket),
    checks: {},
    massness: null,
    severity: null,
    loweredBecause: '',
    ...(await prefill(ticket, parts)),
    fileIds: [],
    noteOnTicket: true,
    issue: null,
    unconfirmed: false,
    takenUpBy: null,
    stage: null,
    history: [{ at: now, state: 'draft', why: 'opened beside the ticket' }],
    createdAt: now,
    updatedAt: now,
    handedOffAt: null,
  };
}
