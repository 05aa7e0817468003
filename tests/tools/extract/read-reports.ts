import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FIELDS, type Field } from '@/lib/report-extraction/segment';

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

/** The data or the arguments do not fit; the message is for the person who typed the command. */
export class ExtractionError extends Error {
  override readonly name = 'ExtractionError';
}

/** Reads `fields.jsonl` and `presence.jsonl`, plain or gzip; one of them may be missing. */
export function readReports(folder: string): ReportSet {
  const broken: string[] = [];
  const fields = readRows(folder, 'fields.jsonl', broken, toFieldsRow);
  const presence = readRows(folder, 'presence.jsonl', broken, toPresenceRow);
  if (fields.length + presence.length === 0)
    throw new ExtractionError(
      `${folder} holds no readable report in fields.jsonl or presence.jsonl, plain or .gz.`,
    );
  return { fields, presence, broken };
}

type Raw = Record<string, unknown>;

function readRows<T>(folder: string, name: string, broken: string[], parse: (raw: Raw) => T | string): T[] {
  const rows: T[] = [];
  for (const [at, line] of readText(folder, name).split('\n').entries()) {
    if (line.trim() === '') continue;
    const row = parseLine(line, parse);
    if (typeof row === 'string') broken.push(`${name}:${at + 1} ${row}`);
    else rows.push(row);
  }
  return rows;
}

function readText(folder: string, name: string): string {
  const plain = path.join(folder, name);
  try {
    if (existsSync(plain)) return readFileSync(plain, 'utf8').replace(/^\uFEFF/, '');
    if (existsSync(`${plain}.gz`)) return gunzipSync(readFileSync(`${plain}.gz`)).toString('utf8');
  } catch (error) {
    throw new ExtractionError(`${name} in ${folder} cannot be read: ${String(error)}`);
  }
  return '';
}

function parseLine<T>(line: string, parse: (raw: Raw) => T | string): T | string {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
  return isObject(raw) ? parse(raw) : 'is not an object';
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

function isObject(raw: unknown): raw is Raw {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
