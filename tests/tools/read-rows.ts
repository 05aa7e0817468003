import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

export type Raw = Readonly<Record<string, unknown>>;

/** The data of a command or its arguments do not fit; the message is for the person who typed it. */
export class DataError extends Error {
  override readonly name = 'DataError';
}

/** The text of a file or of its gzip beside it; null when there is neither. */
function readText(folder: string, name: string): string | null {
  const plain = path.join(folder, name);
  try {
    const bytes = existsSync(plain)
      ? readFileSync(plain)
      : existsSync(`${plain}.gz`)
        ? gunzipSync(readFileSync(`${plain}.gz`))
        : null;
    return bytes?.toString('utf8').replace(/^\uFEFF/, '') ?? null;
  } catch (error) {
    throw new DataError(`${name} in ${folder} cannot be read: ${String(error)}`);
  }
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

/**
 * Rows of a JSONL file, plain or gzip; null when it is missing. `parse` answers with a row or with what is wrong: such
 * lines are left out and named in `broken`.
 */
export function readRows<T>(
  folder: string,
  name: string,
  broken: string[],
  parse: (raw: Raw) => T | string,
): T[] | null {
  const text = readText(folder, name);
  if (text === null) return null;
  const rows: T[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const row = parseLine(line, parse);
    if (typeof row === 'string') broken.push(`${name}:${at + 1} ${row}`);
    else rows.push(row);
  }
  return rows;
}

export function isObject(raw: unknown): raw is Raw {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
