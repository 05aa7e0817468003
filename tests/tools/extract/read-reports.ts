import { FIELDS, type Field } from '@/lib/report-extraction/segment';
import { DataError, isObject, type Raw, readRows } from '../read-rows';

/** A report whose three parts are known; the form is that of `shared/data/reports/README.md`. */
export interface FieldsRow {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly text_shuffled: string;
  readonly gold: Readonly<Record<Field, string>>;
  /** One of many near-identical reports by one person: not measured. */
  readonly series: boolean;
}

export const PRESENCE = ['expected', 'steps', 'observed'] as const;
export type Presence = (typeof PRESENCE)[number];

/** A report of which people said what it tells. */
export interface PresenceRow {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly gold: Readonly<Record<Presence, boolean>>;
}

export interface ReportSet {
  readonly fields: readonly FieldsRow[];
  readonly presence: readonly PresenceRow[];
  /** Lines that were left out, each named with its reason. */
  readonly broken: readonly string[];
}

/** Reads `fields.jsonl` and `presence.jsonl`, plain or gzip; one of them may be missing. */
export function readReports(folder: string): ReportSet {
  const broken: string[] = [];
  const fields = readRows(folder, 'fields.jsonl', broken, toFieldsRow) ?? [];
  const presence = readRows(folder, 'presence.jsonl', broken, toPresenceRow) ?? [];
  if (fields.length + presence.length === 0)
    throw new DataError(
      `${folder} holds no readable report in fields.jsonl or presence.jsonl, plain or .gz.`,
    );
  return { fields, presence, broken };
}

function toFieldsRow(raw: Raw): FieldsRow | string {
  const { id, title, text, text_shuffled, gold, series } = raw;
  if (typeof text !== 'string' && typeof text_shuffled !== 'string') return 'has no text';
  if (!isObject(gold)) return 'has no gold';
  const [steps = '', actual = '', expected = ''] = FIELDS.map((field) => toText(gold[field]));
  return {
    id: toText(id),
    title: toText(title),
    text: toText(text),
    text_shuffled: toText(text_shuffled),
    gold: { steps, actual, expected },
    series: series === true,
  };
}

function toPresenceRow(raw: Raw): PresenceRow | string {
  const { id, title, text, gold } = raw;
  if (typeof text !== 'string') return 'has no text';
  if (!isObject(gold)) return 'has no gold';
  const { expected, steps, observed } = gold;
  if (typeof expected !== 'boolean' || typeof steps !== 'boolean' || typeof observed !== 'boolean')
    return 'does not say what it holds';
  return { id: toText(id), title: toText(title), text, gold: { expected, steps, observed } };
}

function toText(raw: unknown): string {
  return typeof raw === 'string' ? raw : '';
}
