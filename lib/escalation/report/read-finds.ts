import { type Extraction, extractReport } from '@/lib/report-extraction/extract-report';
import type { Find } from '@/lib/report-extraction/find';
import { truncateWhole } from '@/lib/std/text';
import type { Ticket } from '@/lib/ticket/ticket';
import { findInDesk } from './desk-finds';
import type { PartNames, ReportFind, ReportFinds, Told } from './find';

const MAX_QUOTE = 600;
const MAX_VALUE = 4_000;

/** The first text costs as much as the next thousand: the rules are put together then. */
export function warmUp(): void {
  extractReport({ subject: 'Export stops', messages: ['When I press Export it stops.'] });
}

/** Everything `told` and the desk say, by field of a template. */
export function readFinds(ticket: Ticket, told: readonly Told[], parts: readonly PartNames[]): ReportFinds {
  const messages = told.map(({ text }) => text);
  const own = extractReport({ subject: ticket.subject, messages, parts });
  const numberOf = (find: Find) => told[find.source.message]?.number ?? 0;
  const toFind = (find: Find, sure = true): ReportFind => ({
    value: find.value,
    source: toSource([numberOf(find)]),
    reason: find.source.reason,
    sure,
  });
  const field = (find: Extraction['steps']) => (find ? [toFind(find, find.sure)] : []);
  const together = (finds: readonly Find[], separator: string): ReportFind[] => {
    const values = finds.map(({ value }) => value);
    return values.length === 0
      ? []
      : [
          {
            value: values.join(separator),
            source: toSource(finds.map(numberOf)),
            reason: [...new Set(finds.map(({ source }) => source.reason))].join('; '),
            sure: true,
          },
        ];
  };
  const errors = firstTold([...own.errorTexts, ...withoutTold(own.errorCodes, own.errorTexts)]);
  const environment = [own.browsers, own.systems, own.versions].map(firstTold);
  const part = own.part ? [{ ...toFind(own.part), value: parts[own.part.part]?.name ?? '' }] : [];
  const first = told[0];
  const quote = first && {
    value: truncateWhole(first.text.trim(), MAX_QUOTE),
    source: toSource([first.number]),
    reason: 'the first words of the customer',
    sure: true,
  };
  const desk = findInDesk(ticket);
  const finds: ReportFinds = {
    ...desk,
    part: [...(desk.part ?? []), ...part],
    where: own.addresses.map((find) => toFind(find)),
    steps: field(own.steps),
    expected: field(own.expected),
    // What should be is, in a request, what they want.
    goal: field(own.expected),
    actual: field(own.actual),
    since: own.since.map((find) => toFind(find)),
    error: [...together(errors.first, '\n'), ...errors.rest.map((find) => toFind(find))],
    environment: [
      ...together(
        environment.flatMap(({ first }) => first),
        ', ',
      ),
      ...environment.flatMap(({ rest }) => rest.map((find) => toFind(find))),
    ],
    quote: quote ? [quote] : [],
  };
  return Object.fromEntries(
    Object.entries(finds).map(([id, list]) => [
      id,
      list
        .map((find) => ({ ...find, value: truncateWhole(find.value.trim(), MAX_VALUE) }))
        .filter(({ value }) => value !== ''),
    ]),
  );
}

/** `message 3`, `messages 1, 4` or `subject`. */
function toSource(numbers: readonly number[]): string {
  const messages = [...new Set(numbers)].filter((number) => number > 0).sort((a, b) => a - b);
  if (messages.length === 0) return 'subject';
  return `message${messages.length > 1 ? 's' : ''} ${messages.join(', ')}`;
}

/** What the first message says that says anything, the subject with it; a later message may speak of something else. */
function firstTold(finds: readonly Find[]): { first: readonly Find[]; rest: readonly Find[] } {
  const messages = finds.map(({ source }) => source.message);
  const first = Math.min(...messages.filter((message) => message >= 0), Number.MAX_SAFE_INTEGER);
  const isFirst = ({ source }: Find) => source.message <= first;
  return { first: finds.filter(isFirst), rest: finds.filter((find) => !isFirst(find)) };
}

/** Codes that no text says already: `Export failed, E-4102` needs no second line. */
function withoutTold(codes: readonly Find[], texts: readonly Find[]): Find[] {
  const said = texts.map(({ value }) => value.toLowerCase());
  return codes.filter(({ value }) => !said.some((text) => text.includes(value.toLowerCase())));
}
