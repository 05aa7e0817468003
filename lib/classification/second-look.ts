import type { Severity } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import { customerTexts } from './customer-texts';

/** From here on words such as `cannot` are no surprise. */
const HIGH: Severity = 3;
const LONGEST_QUOTE = 160;

/**
 * The sentence that does not go with a low level: `cannot`, `nobody`, `stops`, `all users`, in the ticket's language.
 * Null when the level is high enough or nothing speaks against it.
 */
export function findContradiction(
  ticket: Pick<Ticket, 'subject' | 'messages'>,
  level: Severity | null,
): string | null {
  if (level === null || level >= HIGH) return null;
  for (const { sentences } of customerTexts(ticket)) {
    const found = sentences.find(({ clauses }) =>
      clauses.some(({ cues }) => cues.some(({ kind }) => kind === 'alarm')),
    );
    if (found) return found.text.slice(0, LONGEST_QUOTE);
  }
  return null;
}
