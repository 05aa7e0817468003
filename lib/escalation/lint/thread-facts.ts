import type { Escalation } from '@/lib/escalation/escalation';
import { fieldValue, templateOf } from '@/lib/escalation/report/fields';
import { findSecrets } from '@/lib/masking/find-secrets';
import { MASK_KINDS, type Playbook } from '@/lib/playbook/playbook';
import { findFacts } from '@/lib/report-extraction/facts/facts';
import { cleanLine } from '@/lib/std/text';
import type { Ticket } from '@/lib/ticket/ticket';
import { ALSO_MENTIONED, type FactKind, type ThreadFact } from './add-facts';
import { findNumbers, toBareNumber } from './thread-numbers';

/** A message is read up to here; what comes after is a log or a paste. */
const MOST_CHARACTERS = 20_000;
/** Above this a thread is a dump, and a list of its facts helps nobody. */
const MOST_FACTS = 30;
/** Numbers looked at: a pasted table holds thousands. */
const MOST_NUMBERS = 60;
/** Characters each side of a number that tell a telephone or a card. */
const AROUND = 40;
/** Longer is no fact but a text. */
const LONGEST = 240;

type Patterns = Playbook['masks']['patterns'];
type Span = { readonly start: number; readonly end: number };

const found = new WeakMap<Ticket, readonly ThreadFact[]>();

/** Everything customers wrote or sent that an engineer may look for, once per reading of the ticket. */
export function findThreadFacts(ticket: Ticket, patterns: Patterns = []): readonly ThreadFact[] {
  const known = found.get(ticket);
  if (known) return known;
  const unique = new Map<string, ThreadFact>();
  let numbers = 0;
  const add = (fact: ThreadFact) => {
    if (!unique.has(fact.id)) unique.set(fact.id, fact);
  };
  ticket.messages.forEach(({ role, text: whole }, index) => {
    if (role !== 'customer') return;
    const text = whole.slice(0, MOST_CHARACTERS);
    const source = `message ${index + 1}`;
    const { errorTexts, errorCodes, addresses, versions, browsers, systems } = findFacts(text);
    const told: [FactKind, readonly Span[]][] = [
      ['error', [...errorTexts, ...errorCodes]],
      ['address', addresses],
      ['environment', [...versions, ...browsers, ...systems]],
    ];
    for (const [kind, spans] of told)
      for (const { start, end } of spans) add(toFact(kind, text.slice(start, end), source));
    for (const span of findNumbers(
      text,
      told.flatMap(([, spans]) => spans),
    )) {
      const fact = toFact('number', text.slice(span.start, span.end), source);
      if (unique.has(fact.id) || numbers === MOST_NUMBERS || isNumberOf(ticket, fact)) continue;
      numbers += 1;
      if (!isPersonal(text, span, patterns)) add(fact);
    }
  });
  for (const file of ticket.attachments) add(toFileFact(file));
  const facts = [...unique.values()].filter(({ value }) => value !== '' && value.length <= LONGEST);
  found.set(ticket, facts);
  return facts;
}

const isNumberOf = ({ number }: Ticket, { value }: ThreadFact): boolean =>
  toBareNumber(value).replace('#', '') === toBareNumber(number);

/** A telephone or a card would be masked: nothing an engineer looks for. Only the words around are searched: it is slow. */
function isPersonal(text: string, { start, end }: Span, patterns: Patterns): boolean {
  const from = Math.max(0, start - AROUND);
  const near = text.slice(from, end + AROUND);
  return findSecrets(near, { kinds: [...MASK_KINDS], patterns }).some(
    (it) => it.start + from < end && start < it.end + from,
  );
}

function toFact(kind: FactKind, raw: string, source: string): ThreadFact {
  const value = cleanLine(raw);
  return {
    id: `${kind} ${kind === 'number' ? toBareNumber(value) : value.toLowerCase()}`,
    kind,
    value,
    source,
  };
}

const toFileFact = ({ id, name }: Ticket['attachments'][number]): ThreadFact => ({
  id: `file ${id}`,
  kind: 'file',
  value: name,
  source: 'attached',
  attachmentId: id,
});

/** Facts of the thread that stand nowhere in what leaves, and were not dismissed. `picked`: attachments that go along. */
export function missingFacts(
  ticket: Ticket,
  escalation: Escalation,
  playbook: Playbook,
  picked: ReadonlySet<string>,
): ThreadFact[] {
  const dismissed = new Set(escalation.dismissedFacts ?? []);
  const report = cleanLine(toReportText(escalation, playbook)).toLowerCase();
  const numbers = toBareNumber(report);
  const missing = findThreadFacts(ticket, playbook.masks.patterns).filter((fact) => {
    if (dismissed.has(fact.id)) return false;
    if (fact.kind === 'file') return !picked.has(fact.attachmentId ?? '');
    if (fact.kind === 'number') return !numbers.includes(toBareNumber(fact.value).replace('#', ''));
    return !report.includes(toBareAddress(fact));
  });
  return withoutInner(missing).slice(0, MOST_FACTS);
}

/** An address with and without its scheme or last slash is the same. */
const toBareAddress = ({ kind, value }: ThreadFact): string => {
  const lower = value.toLowerCase();
  return kind === 'address' ? lower.replace(/^https?:\/\//, '').replace(/\/$/, '') : lower;
};

/** `E-4102` inside `Export failed, E-4102` comes along with it. */
const withoutInner = (facts: readonly ThreadFact[]): ThreadFact[] =>
  facts.filter(
    (fact) =>
      fact.kind === 'file' ||
      !facts.some(
        (other) =>
          other !== fact &&
          other.kind === fact.kind &&
          other.value.length > fact.value.length &&
          other.value.toLowerCase().includes(fact.value.toLowerCase()),
      ),
  );

/** What leaves in words: the template's fields, the checks, answers, and what was added from the thread. */
function toReportText(escalation: Escalation, playbook: Playbook): string {
  const { checks, answers = {}, recordings = [], details = {} } = escalation;
  return [
    ...templateOf(playbook, escalation).fields.map(({ id }) => fieldValue(escalation, id).value),
    ...Object.values(checks).map(({ note }) => note),
    ...Object.values(answers).flatMap(({ answer, quote }) => [answer, quote]),
    ...recordings,
    details[ALSO_MENTIONED]?.value ?? '',
  ].join('\n');
}
