import type { Escalation } from '@/lib/escalation/escalation';
import { cleanLine, toHttpUrl } from '@/lib/std/text';

/**
 * What the bug's issue is told about one more ticket, as plain text. Names of people stay in the desk: engineering
 * counts reports and organizations.
 */
export function plusOneText({ ticket, report }: Escalation, requesters: number): string {
  const organization = cleanLine(ticket.organization);
  const id = cleanLine(report.organizationId.value);
  const address = toHttpUrl(ticket.url)?.href ?? '';
  return [
    '+1: one more report of this.',
    organization || id ? `Organization: ${[organization, id && `(${id})`].filter(Boolean).join(' ')}` : '',
    `Requesters: ${requesters}`,
    `Ticket: ${[cleanLine(ticket.number), address].filter(Boolean).join(' ')}`,
  ]
    .filter(Boolean)
    .join('\n');
}
