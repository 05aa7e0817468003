import type { Escalation } from '@/lib/escalation/escalation';
import { formatDate } from '@/lib/escalation/priority';
import { countHit, formatCount, sameTickets } from '@/lib/escalation/report-counts';
import type { Playbook, Severity } from '@/lib/playbook/playbook';
import { cleanLine } from '@/lib/std/text';

/** Behind the organization: who speaks with it, and when it hears next. */
function toContact({ owner = '', nextUpdateOn }: Escalation): string {
  const next = nextUpdateOn ? `next word to them ${formatDate(nextUpdateOn, 'en-GB')}` : '';
  return [owner.trim() && `${owner.trim()} answers for it`, next].filter(Boolean).join(', ');
}

/** What people in the critical chat need at once: how bad, who, how many, where. One line each, plain text. */
export function toChatText(escalation: Escalation, severity: Severity, playbook: Playbook): string {
  const { report, ticket, issue, massness } = escalation;
  const level = playbook.severities.find((entry) => entry.level === severity);
  const scale = playbook.massness.find(({ id }) => id === massness);
  const id = report.organizationId.value;
  const who = ticket.organization || ticket.requester;
  const named = id && id !== who ? `${who} (${id})` : who;
  const counted = sameTickets(escalation).length > 0 ? formatCount(countHit(escalation)) : '';
  const link = issue ? `${issue.key} ${issue.url}` : `ticket #${ticket.number} ${ticket.url}`;
  return [
    `Severity ${severity}${level ? `, ${level.label}` : ''}: ${report.title.value || ticket.subject}`,
    `Organization: ${[named, toContact(escalation)].filter(Boolean).join(' · ')}`,
    `Hit: ${[scale?.label, counted].filter(Boolean).join(', ')}`,
    `Where: ${[report.where.value, link].filter(Boolean).join(' · ')}`,
  ]
    .map(cleanLine)
    .join('\n');
}
