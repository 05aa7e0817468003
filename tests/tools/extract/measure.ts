import type { WeightOf } from '@/lib/report-extraction/block-model';
import { extractReport } from '@/lib/report-extraction/extract-report';
import { FIELDS, type Field } from '@/lib/report-extraction/segment';
import type { FieldsRow, Presence, PresenceRow, ReportSet } from './read-reports';
import { meanOfTokens, type Score, scoreAnswers, type TokenScore } from './score';

const TEXTS = ['text', 'text_shuffled'] as const;
type Text = (typeof TEXTS)[number];

export interface Figures {
  readonly fields: Readonly<Record<Text, Readonly<Record<Field, TokenScore>>>>;
  readonly presence: Readonly<Record<Presence, { readonly present: Score; readonly missing: Score }>>;
}

/** What the reports call observed is the field `actual`. */
const FIELD_OF: Readonly<Record<Presence, Field>> = {
  expected: 'expected',
  steps: 'steps',
  observed: 'actual',
};

/** Extracts every report as the product does: the title is the subject, the text one message of the customer. */
export function measure(set: ReportSet): Figures {
  const rows = set.fields.filter(({ series }) => !series);
  return {
    fields: { text: measureFields(rows, 'text'), text_shuffled: measureFields(rows, 'text_shuffled') },
    presence: measurePresence(set.presence),
  };
}

/** `weightsFor` gives each report the weights that have not seen it; without it the shipped ones count. */
export function measureFields(
  rows: readonly FieldsRow[],
  text: Text,
  weightsFor?: (row: FieldsRow) => WeightOf,
): Record<Field, TokenScore> {
  const found = rows.map((row) => ({
    row,
    own: extractReport({ subject: row.title, messages: [row[text]] }, weightsFor?.(row)),
  }));
  const of = (field: Field) =>
    meanOfTokens(
      found.map(({ row, own }) => ({ predicted: own[field]?.value ?? '', gold: row.gold[field] })),
    );
  return { steps: of('steps'), actual: of('actual'), expected: of('expected') };
}

function measurePresence(rows: readonly PresenceRow[]): Figures['presence'] {
  const found = rows.map((row) => ({
    row,
    own: extractReport({ subject: row.title, messages: [row.text] }).presence,
  }));
  const of = (kind: Presence) => {
    const pairs = found.map(({ row, own }) => ({ predicted: own[FIELD_OF[kind]], gold: row.gold[kind] }));
    return { present: scoreAnswers(pairs, true), missing: scoreAnswers(pairs, false) };
  };
  return { expected: of('expected'), steps: of('steps'), observed: of('observed') };
}

/** Mean token F1 of the three fields. */
export function meanF1(scores: Readonly<Record<Field, TokenScore>>): number {
  return FIELDS.reduce((sum, field) => sum + scores[field].f1, 0) / FIELDS.length;
}
