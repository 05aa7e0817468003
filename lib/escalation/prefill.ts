import { truncate } from '@/lib/std/text';
import type { Message, Ticket } from '@/lib/ticket/ticket';
import type { Report } from './escalation';

type Sourced = Report[keyof Report];

const EMPTY: Sourced = { value: '', source: '' };

const PATTERNS = {
  where: /\bhttps?:\/\/[^\s<>"'()\]]+|(?<![\w/])\/[a-z][\w-]*(?:\/[\w.-]+)*(?:\?[\w=&%.-]+)/i,
  error:
    /\b[A-Z]{1,8}[-_]\d{2,6}\b|\b(?:error|fehler|erreur|ошибка)\s*:?\s*#?\d{3,5}\b|\b[A-Z]\w*(?:Error|Exception)\b[^\n]*|\bHTTP\s*[45]\d\d\b/i,
  environment:
    /\b(?:Chrome|Chromium|Firefox|Safari|Edge|Opera)\b[^.,;\n]{0,30}?(?:\bon\b[^.,;\n]{2,30}|\d+)|\b(?:Windows|macOS|Android|iOS|Linux)\s*\d[\d.]*/i,
} as const;

/** The first match in what customers wrote, with the number of the message it stands in. */
function findIn(messages: readonly Message[], pattern: RegExp): Sourced {
  for (const [index, message] of messages.entries()) {
    if (message.role !== 'customer') continue;
    const found = pattern.exec(message.text)?.[0];
    if (found) return { value: found.replace(/[.,;:!?]+$/, ''), source: `message ${index + 1}` };
  }
  return EMPTY;
}

/** A blank line or another heading ends what stands under a heading. */
const NEXT_HEADING = /\n\s*\n|\s*\b(?:steps|expected|actual|result)[^:\n]{0,20}:/i;

/** What stands after a heading: its own line when it begins there, else the block below it. */
function findSection(messages: readonly Message[], heading: RegExp): Sourced {
  for (const [index, message] of messages.entries()) {
    if (message.role !== 'customer') continue;
    const match = heading.exec(message.text);
    if (!match) continue;
    const rest = message.text.slice(match.index + match[0].length);
    const sameLine = rest.split('\n', 1)[0]?.trim() ?? '';
    const value = (sameLine || rest.trimStart()).split(NEXT_HEADING)[0]?.trim() ?? '';
    if (value) return { value, source: `message ${index + 1}` };
  }
  return EMPTY;
}

/**
 * What the ticket already says, each value with its source, so that the agent never types it again. Only plain,
 * certain finds: a gap that is named is better than a guess.
 */
export function prefillReport(ticket: Ticket): Report {
  const { messages, organization } = ticket;
  const first = messages.findIndex((message) => message.role === 'customer' && message.text.trim() !== '');
  const quote = messages[first]?.text.trim() ?? '';
  return {
    title: { value: ticket.subject, source: ticket.subject ? 'ticket' : '' },
    part: EMPTY,
    organizationId: organization?.source === 'desk' ? { value: organization.id, source: 'ticket' } : EMPTY,
    where: findIn(messages, PATTERNS.where),
    steps: findSection(messages, /^[ \t]*steps?(?: to reproduce)?[ \t]*:/im),
    expected: findSection(messages, /\bexpected(?: result| behaviou?r)?[ \t]*:/i),
    actual: findSection(messages, /\bactual(?: result| behaviou?r)?[ \t]*:/i),
    error: findIn(messages, PATTERNS.error),
    environment: findIn(messages, PATTERNS.environment),
    quote: quote ? { value: truncate(quote, 600), source: `message ${first + 1}` } : EMPTY,
  };
}
