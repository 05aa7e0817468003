import type { Escalation } from '@/lib/escalation/escalation';
import { formatDate } from '@/lib/escalation/priority';
import type { Severity } from '@/lib/playbook/playbook';
import { cleanLine } from '@/lib/std/text';

/** The internal note on the ticket; the reader adds link and marker. For colleagues, never for the customer. */
export function noteText(escalation: Escalation, severity: Severity, takenUpBy: string | null): string {
  const { owner = '', nextUpdateOn, checks, report } = escalation;
  const when = takenUpBy === null ? 'at once' : `by ${formatDate(takenUpBy, 'en-GB')}`;
  return [
    'Handed over to engineering.',
    `Severity ${severity}, taken into work ${when}.`,
    owner.trim() && `Support owner: ${cleanLine(owner)}`,
    nextUpdateOn && `Next word to the customer: ${formatDate(nextUpdateOn, 'en-GB')}`,
    `Problem: ${checks['own-words']?.note.trim() ?? report.title.value}`,
  ]
    .filter(Boolean)
    .join('\n');
}
