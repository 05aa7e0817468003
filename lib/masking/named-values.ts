import { isSpace, isWordChar } from './characters';
import type { Range } from './found';
import { type Names, nameBefore } from './look-back';
import type { Scan } from './scan';

/** `name: value`, `name=value`, `"name": "value"`, `name is value`. */
export interface NamedValue extends Range {
  readonly name: string;
  readonly text: string;
  /** `=`, `:` or a word that says "is". */
  readonly by: '=' | ':' | 'is';
  readonly quoted: boolean;
  /** A parameter of an address: `?name=value`. */
  readonly inQuery: boolean;
  /** Nothing follows on its line. */
  readonly endsLine: boolean;
  /** On the line after the name. */
  readonly nextLine: boolean;
}

/** A value that is longer is no password and no token of one line. */
const LONGEST_VALUE = 4_096;
const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '„': '“',
  '«': '»',
  '‘': '’',
};
const IS: ReadonlySet<string> = new Set(['is', 'was', 'ist', 'lautet', 'est', 'es', 'é', 'это', '-', '->']);
const LONGEST_IS = 6;

/** The end of what stands between name and value, and what it is; null where there is none. */
function linkAt(scan: Scan, at: number): { by: NamedValue['by']; end: number } | null {
  const char = scan.at(at);
  if (char === '=' || char === ':') {
    const arrow = scan.at(at + 1) === '>' || scan.at(at + 1) === '=' ? 1 : 0;
    return { by: char, end: at + 1 + arrow };
  }
  if (char !== ' ') return null;
  const next = scan.slice(at + 1, at + 2 + LONGEST_IS);
  const blank = next.indexOf(' ');
  return IS.has(next.slice(0, blank).toLowerCase()) ? { by: 'is', end: at + 1 + blank } : null;
}

/** Blanks, quotes and brackets between a name and its link: `"name" :`, `[name]=`. */
function nameEnd(scan: Scan, at: number): number {
  let end = at;
  while (
    at - end < 4 &&
    (scan.at(end - 1) === ' ' || (scan.at(end - 1) !== '' && '"\'`”]*\\'.includes(scan.at(end - 1))))
  )
    end -= 1;
  return end;
}

function valueAt(scan: Scan, from: number, inQuery: boolean, by: NamedValue['by']) {
  let start = from;
  while (isSpace(scan.at(start)) && start - from < 2 && scan.at(start) !== '\f') start += 1;
  if (scan.at(start) === '\\' && scan.at(start + 1) === '"') start += 1;
  const close = inQuery ? undefined : QUOTES[scan.at(start)];
  if (close) {
    let end = start + 1;
    while (
      end - start < LONGEST_VALUE &&
      scan.at(end) !== '' &&
      !'\n\f'.includes(scan.at(end)) &&
      scan.at(end) !== close
    )
      end += 1;
    if (scan.at(end) === close)
      return { start: start + 1, end: scan.at(end - 1) === '\\' ? end - 1 : end, quoted: true };
  }
  const stops = inQuery ? '&#"\'<>)]' : by === '=' ? '&;,"\'<>' : '"<>';
  let end = start;
  while (
    end - start < LONGEST_VALUE &&
    scan.at(end) !== '' &&
    !isSpace(scan.at(end)) &&
    !stops.includes(scan.at(end))
  )
    end += 1;
  while (end > start && '.,;)]}'.includes(scan.at(end - 1))) end -= 1;
  return { start, end, quoted: false };
}

/** Signs that close a sentence, and then the line's end. */
function endsLine(scan: Scan, at: number): boolean {
  let end = at;
  while (end - at < 4 && scan.at(end) !== '' && ' .,;)"\''.includes(scan.at(end))) end += 1;
  return scan.at(end) === '' || scan.at(end) === '\n' || scan.at(end) === '\f';
}

/** Everything that is given under one of these names, in order. */
export function findNamed(scan: Scan, names: Names): NamedValue[] {
  const found: NamedValue[] = [];
  for (let at = 0; at < scan.length; at += 1) {
    const link = linkAt(scan, at);
    if (!link) continue;
    const end = nameEnd(scan, at);
    if (!isWordChar(scan.at(end - 1))) continue;
    const name = nameBefore(scan, end, names);
    if (!name) continue;
    const before = scan.at(end - name.length - 1);
    const inQuery = link.by === '=' && (before === '?' || before === '&');
    const value = valueAt(scan, link.end, inQuery, link.by);
    if (value.end <= value.start) continue;
    found.push({
      ...value,
      name,
      text: scan.slice(value.start, value.end),
      by: link.by,
      inQuery,
      endsLine: endsLine(scan, value.end),
      nextLine: scan.slice(link.end, value.start).includes('\n'),
    });
    at = Math.max(at, value.end - 1);
  }
  return found;
}
