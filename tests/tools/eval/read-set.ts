import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A report of the set; the form is that of `shared/data/search/README.md`. */
export interface Report {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly created: string;
  readonly parts: readonly string[];
  readonly versions: readonly string[];
}

export interface Question extends Report {
  /** Earlier reports of the same cause. */
  readonly gold: readonly string[];
}

export interface EvaluationSet {
  readonly corpus: readonly Report[];
  readonly queries: readonly Question[];
  /** Lines that were left out, each named with its reason. */
  readonly broken: readonly string[];
}

/** The data or the arguments do not fit; the message is for the person who typed the command. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
}

/** Reads `corpus.jsonl` and `queries.jsonl`, plain or gzip. Broken lines are left out and named. */
export function readSet(folder: string): EvaluationSet {
  const broken: string[] = [];
  const corpus = readRows(folder, 'corpus.jsonl', broken, toReport);
  const queries = readRows(folder, 'queries.jsonl', broken, toQuestion);
  if (corpus.length === 0) throw new EvaluationError(`No readable report in ${folder}/corpus.jsonl.`);
  if (queries.length === 0) throw new EvaluationError(`No readable query in ${folder}/queries.jsonl.`);
  return { corpus, queries, broken };
}

function readRows<T extends Report>(
  folder: string,
  name: string,
  broken: string[],
  parse: (raw: Record<string, unknown>) => T | string,
): T[] {
  const rows = new Map<string, T>();
  for (const [at, line] of readText(folder, name).split('\n').entries()) {
    if (line.trim() === '') continue;
    const row = parseLine(line, parse);
    if (typeof row === 'string') broken.push(`${name}:${at + 1} ${row}`);
    else if (rows.has(row.id)) broken.push(`${name}:${at + 1} the id ${row.id} came before`);
    else rows.set(row.id, row);
  }
  return [...rows.values()];
}

function readText(folder: string, name: string): string {
  const plain = path.join(folder, name);
  const packed = `${plain}.gz`;
  try {
    if (existsSync(plain)) return readFileSync(plain, 'utf8').replace(/^\uFEFF/, '');
    if (existsSync(packed)) return gunzipSync(readFileSync(packed)).toString('utf8');
  } catch (error) {
    throw new EvaluationError(`${name} in ${folder} cannot be read: ${String(error)}`);
  }
  throw new EvaluationError(`${folder} holds neither ${name} nor ${name}.gz.`);
}

function parseLine<T>(line: string, parse: (raw: Record<string, unknown>) => T | string): T | string {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
  return isObject(raw) ? parse(raw) : 'is not an object';
}

function toReport(raw: Record<string, unknown>): Report | string {
  const { id, title, body, created } = raw;
  if (typeof id !== 'string' || id === '') return 'has no id';
  if (typeof title !== 'string') return 'has no title';
  if (typeof created !== 'string') return 'has no date of creation';
  return {
    id,
    title,
    body: typeof body === 'string' ? body : '',
    created,
    parts: [...toStrings(raw.component), ...toStrings(raw.product)],
    versions: toStrings(raw.versions),
  };
}

function toQuestion(raw: Record<string, unknown>): Question | string {
  const report = toReport(raw);
  if (typeof report === 'string') return report;
  const gold = toStrings(raw.gold);
  return gold.length === 0 ? 'has no gold' : { ...report, gold };
}

function toStrings(raw: unknown): string[] {
  const values: unknown[] = Array.isArray(raw) ? raw : [raw];
  return values.filter((value): value is string => typeof value === 'string' && value !== '');
}

function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
