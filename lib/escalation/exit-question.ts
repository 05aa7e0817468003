import { cleanLine, toHttpUrl, truncateWhole } from '@/lib/std/text';
import type { Escalation } from './escalation';

const MAX_FACT = 200;

/**
 * What an expert is asked, as plain text: one question, and only what is needed to answer it. Names of people stay in
 * the desk.
 */
export function toExpertQuestion(
  { ticket, report, checks }: Escalation,
  question: string,
  ownWordsId: string | undefined,
): string {
  const own = ownWordsId ? checks[ownWordsId]?.note : '';
  const facts: [string, string | undefined][] = [
    ['Problem', own?.trim() || ticket.subject],
    ['Where', report.where.value],
    ['Error', report.error.value],
    [
      'Ticket',
      [cleanLine(ticket.number) && `#${cleanLine(ticket.number)}`, toHttpUrl(ticket.url)?.href]
        .filter(Boolean)
        .join(' '),
    ],
  ];
  const lines = facts
    .map(([name, value]) => [name, truncateWhole(cleanLine(value ?? ''), MAX_FACT)] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`);
  return [question.trim(), '', ...lines, '', 'I keep the ticket; one answer is enough.'].join('\n');
}
