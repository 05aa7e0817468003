import { isWordChar } from './characters';
import type { Scan } from './scan';

/** No name that announces a secret is longer. */
const LONGEST_NAME = 32;

/** Names in lower case by their last letter, longer ones first: most places are settled by one look. */
export type Names = ReadonlyMap<string, readonly string[]>;

export function toNames(names: readonly string[]): Names {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  const lastLetters = new Set(names.map((name) => name.at(-1) ?? ''));
  return new Map([...lastLetters].map((last) => [last, longestFirst.filter((name) => name.endsWith(last))]));
}

const isCapital = (char: string) => char !== char.toLowerCase();

/**
 * The one of the names that ends at this place as whole words; null when none does. `db_password` and `userPassword`
 * end with `password`.
 */
export function nameBefore(scan: Scan, end: number, names: Names): string | null {
  const candidates = names.get(scan.at(end - 1).toLowerCase());
  if (!candidates) return null;
  const before = scan.slice(end - LONGEST_NAME - 1, end).replaceAll('\n', ' ');
  const lower = before.toLowerCase();
  const fits = (name: string) => {
    if (!lower.endsWith(name)) return false;
    const outside = before.at(-name.length - 1) ?? '';
    return !isWordChar(outside) || (isCapital(before.at(-name.length) ?? '') && !isCapital(outside));
  };
  return candidates.find(fits) ?? null;
}

export const endsWithAny = (scan: Scan, end: number, names: Names): boolean =>
  nameBefore(scan, end, names) !== null;
