import { toWords } from '@/lib/language/words';
import { toEvidence } from '@/lib/report-extraction/block-model';
import { readText } from '@/lib/report-extraction/read-text';
import type { Block, Field } from '@/lib/report-extraction/segment';
import type { Example } from './learn';
import type { FieldsRow } from './read-reports';

const ORDERS: readonly (readonly Field[])[] = [
  ['steps', 'actual', 'expected'],
  ['steps', 'expected', 'actual'],
  ['actual', 'steps', 'expected'],
  ['actual', 'expected', 'steps'],
  ['expected', 'steps', 'actual'],
  ['expected', 'actual', 'steps'],
];

/** A text made of the parts in an order, with the blocks it then has. */
function toExample(row: FieldsRow, order: readonly Field[], join: string, weight: number): Example | null {
  let text = '';
  const ends: { field: Field; end: number }[] = [];
  for (const field of order) {
    const part = row.gold[field].trim();
    if (part === '') continue;
    text += text === '' ? part : `${join === ' ' && !/[.!?]$/.test(text) ? '\n' : join}${part}`;
    ends.push({ field, end: text.length });
  }
  const sentences = readText(text);
  if (sentences.length > LONGEST) return null;
  const gold: Block[] = [];
  let from = 0;
  for (const { field, end } of ends) {
    let to = from;
    while (to < sentences.length && (sentences[to]?.start ?? 0) < end) to++;
    if (to > from) gold.push({ field, from, to });
    from = to;
  }
  const titleWords = new Set(toWords(row.title).map((word) => word.text));
  return { evidence: toEvidence(sentences, titleWords), gold, weight };
}

/** Longer ones would take most of the time and say little more. */
const LONGEST = 60;

/** Near-identical reports of one person, each counted as a small part of a report. */
const SERIES_WEIGHT = 0.05;

function toWeight({ series }: FieldsRow): number {
  return (series ? SERIES_WEIGHT : 1) / ORDERS.length;
}

/** Every order of the parts: the order of a form must not be learned, customers do not know it. */
export function toExamples(row: FieldsRow): Example[] {
  return ORDERS.map((order) => toExample(row, order, '\n\n', toWeight(row))).filter((it) => it !== null);
}

/** Texts as tickets often are: without blank lines, and with one or two parts left out. */
export function toTerseExamples(row: FieldsRow): Example[] {
  const weight = toWeight(row);
  const examples = ORDERS.flatMap((order, at) => [
    toExample(row, order, ' ', weight),
    toExample(row, order.slice(0, 2), at % 2 === 0 ? ' ' : '\n\n', weight),
    toExample(row, order.slice(0, 1), ' ', weight),
  ]);
  return examples.filter((it) => it !== null && it.evidence.layout === 'few').filter((it) => it !== null);
}
