import { isAsciiLetter, isSpace } from './characters';
import type { Range } from './found';
import type { Scan } from './scan';

/** Mail programs turn runs of dashes into fewer, longer ones. */
function skipDashes(scan: Scan, at: number): number {
  let end = at;
  while (scan.at(end) === '-') end += 1;
  return end;
}

/** `BEGIN … PRIVATE KEY`: where the name between the dashes ends; -1 when it is another block. */
function nameEnd(scan: Scan, at: number, word: 'BEGIN' | 'END'): number {
  if (scan.slice(at, at + word.length).toUpperCase() !== word) return -1;
  let end = at;
  while (end - at < 60 && (isAsciiLetter(scan.at(end)) || scan.at(end) === ' ')) end += 1;
  const name = scan.slice(at, end).toUpperCase();
  return name.includes('PRIVATE KEY') && (scan.at(end) === '-' || isSpace(scan.at(end))) ? end : -1;
}

/** Keys in PEM (RFC 7468) and PGP armour, to their end line or, where that was cut off, to the end of the text. */
export function findPrivateKeys(scan: Scan): Range[] {
  const found: Range[] = [];
  let start = -1;
  for (let at = 0; at < scan.length; at += 1) {
    if (scan.at(at) !== '-') continue;
    const name = skipDashes(scan, at);
    const end = nameEnd(scan, name, start === -1 ? 'BEGIN' : 'END');
    if (end !== -1 && start === -1) start = at;
    else if (end !== -1) {
      found.push({ start, end: skipDashes(scan, end) });
      start = -1;
    }
    at = Math.max(name, end) - 1;
  }
  return start === -1 ? found : [...found, { start, end: scan.length }];
}
