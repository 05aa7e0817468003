import type { Escalation } from '@/lib/escalation/escalation';
import { formatDate } from '@/lib/escalation/priority';
import type { Severity } from '@/lib/playbook/playbook';

/** The internal note on the ticket; the reader adds link and marker. For colleagues, never for the customer. */
export function noteText(escalation: Escalation, severity: Severity, takenUpBy: string | null): string {
  const when = takenUpBy === null ? 'at once' : `by ${formatDate(takenUpBy, 'en-GB')}`;
  return [
    'Handed over to engineering.',
    `Severity ${severity}, taken into work ${when}.`,
    `Problem: ${escalation.checks['own-words']?.note.trim() ?? escalation.report.title.value}`,
  ].join('\n');
}
