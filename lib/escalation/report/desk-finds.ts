import { PhraseBook, toPhrases } from '@/lib/language/phrases';
import { toWords } from '@/lib/language/words';
import { cleanLine } from '@/lib/std/text';
import type { Ticket } from '@/lib/ticket/ticket';
import type { ReportFind } from './find';

/** Names of the desk's own fields that hold what a report asks for, by field of the report. */
const FIELD_NAMES = {
  part: 'product area, area, component, module, feature, part',
  importance:
    'plan, tier, importance, vip, support level, service level, support plan, customer type, segment, account type, tarif, kundenstufe',
  revenue: 'revenue, arr, mrr, contract value, umsatz',
  renewal: 'renewal*, renews, contract end*, vertragsende',
  churnRisk: 'churn*, cancellation risk, health score',
} as const;

/** Tags that say how much a customer weighs. */
const IMPORTANT = new PhraseBook(
  toPhrases('vip, key account, enterprise, premium, platinum, gold, strategic'),
);

const BOOKS = Object.entries(FIELD_NAMES).map(([id, names]): [string, PhraseBook] => [
  id,
  new PhraseBook(toPhrases(names)),
]);

const YES = /^(?:true|yes|y|1|x|ja|oui|sí|sim|да)$/i;
const NO = /^(?:false|no|n|0|-|none|nein|non|não|нет)?$/i;
/** A name of more words is a sentence, such as `Which plan did the customer ask about`. */
const MAX_NAME_WORDS = 4;

/** `revenue_at_stake` → its words. */
const wordsOf = (name: string) => toWords(name.replaceAll('_', ' '));

/** What the desk's own fields and tags say: as sure as the desk. */
export function findInDesk({ subject, organization, customFields, tags }: Ticket) {
  const finds: Record<string, ReportFind[]> = {};
  const add = (id: string, value: string, reason: string) => {
    finds[id] = [...(finds[id] ?? []), { value, source: 'ticket', reason, sure: true }];
  };
  if (subject) add('title', subject, '');
  // A person who stands for nobody has no organization.
  if (organization && organization.source !== 'requester') add('organizationId', organization.id, '');
  for (const field of customFields) {
    const words = wordsOf(field.name);
    const value = cleanLine(field.value);
    if (words.length > MAX_NAME_WORDS || NO.test(value)) continue;
    const name = cleanLine(field.name).replaceAll('_', ' ');
    const id = BOOKS.find(([, book]) => book.has(words))?.[0];
    if (id) add(id, YES.test(value) ? name : value, `the ticket’s field “${name}”`);
  }
  for (const tag of tags) {
    if (IMPORTANT.has(wordsOf(tag.replaceAll('-', ' '))))
      add('importance', cleanLine(tag), `the tag “${cleanLine(tag)}”`);
  }
  if (finds.importance) finds.importance = [joined(finds.importance)];
  return finds;
}

/** `Enterprise, vip`: a plan and a tag are both true. */
function joined(finds: readonly ReportFind[]): ReportFind {
  const values = finds.map(({ value }) => value);
  const unique = values.filter(
    (value, at) => values.findIndex((it) => it.toLowerCase() === value.toLowerCase()) === at,
  );
  return {
    value: unique.join(', '),
    source: 'ticket',
    reason: finds.map(({ reason }) => reason).join('; '),
    sure: true,
  };
}
