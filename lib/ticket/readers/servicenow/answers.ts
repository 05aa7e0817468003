import * as v from 'valibot';
import { toLine, toRaw } from '@/lib/ticket/bounds';
import type { RecordId } from './desk';

/** With `sysparm_display_value=all` every field is `{value, display_value}`. */
const Row = v.looseObject({ sys_id: v.object({ value: v.string() }) });
/** Without it a field is its stored text. Every one of them may be missing. */
const Plain = v.looseObject({});

export const RecordAnswer = v.object({ result: Row });
export const RowsAnswer = v.object({ result: v.array(Row) });
/** Journal entries, files, people. */
export const PlainAnswer = v.object({ result: v.array(Plain) });

export type ServiceNowRow = v.InferOutput<typeof Row>;
export type PlainRow = v.InferOutput<typeof Plain>;

export interface Answers {
  readonly id: RecordId;
  readonly row: ServiceNowRow;
  /** Empty when the agent may not read the journal: the form's own text is read then. */
  readonly journal: readonly PlainRow[];
  readonly files: readonly PlainRow[];
  readonly people: readonly PlainRow[];
}

function part(row: ServiceNowRow, field: string, name: 'value' | 'display_value'): string {
  const cell = Object.hasOwn(row, field) ? row[field] : null;
  return typeof cell === 'object' && cell !== null ? toRaw((cell as Record<string, unknown>)[name]) : '';
}

/** What the database holds: ids, and times in UTC. */
export const stored = (row: ServiceNowRow, field: string): string => part(row, field, 'value');
/** What the agent sees, untouched: a journal has many lines. */
export const shownText = (row: ServiceNowRow, field: string): string => part(row, field, 'display_value');
export const shown = (row: ServiceNowRow, field: string): string => toLine(shownText(row, field));

/** `2026-03-02 09:00:00` in UTC, as it is stored; null for anything else. */
export function toTime(raw: unknown): number | null {
  const text = toRaw(raw);
  const at = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? Date.parse(`${text.replace(' ', 'T')}Z`) : 0;
  return at > 0 ? at : null;
}
