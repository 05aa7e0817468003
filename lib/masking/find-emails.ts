import { isDigit, isLetter, isWordChar } from './characters';
import type { Range } from './found';
import type { Scan } from './scan';

/** Of what may stand before the `@`, without the signs that separate parameters in addresses of pages. */
const isLocal = (char: string) => isWordChar(char) || (char !== '' && "._%+-'!$*^~".includes(char));
const isDomain = (char: string) => isWordChar(char) || char === '-' || char === '.';

const isTopLevel = (label: string) =>
  label.toLowerCase().startsWith('xn--') || (label.length > 1 && [...label].every(isLetter));

/** RFC 1035: longer names do not exist. */
const LONGEST_DOMAIN = 255;

/** How much of `halden.test.` or `halden.test.5` is a domain; 0 when nothing is. */
function domainLength(raw: string): number {
  const labels = raw.split('.');
  const empty = labels.findIndex((label) => label === '' || label.startsWith('-'));
  let named = empty === -1 ? labels : labels.slice(0, empty);
  while (named.length > 1 && !isTopLevel(named.at(-1)?.replace(/-$/, '') ?? '')) named = named.slice(0, -1);
  if (named.length < 2) return 0;
  // `logo@2x.png` is a picture for sharp screens.
  if (named.length === 2 && named[0]?.length === 2 && isDigit(named[0][0] ?? '') && named[0][1] === 'x')
    return 0;
  return named.join('.').replace(/-$/, '').length;
}

/** `"greta holm"@halden.test`: the quoted form, on one line. */
function quotedStart(scan: Scan, at: number): number {
  if (scan.at(at - 1) !== '"') return at;
  for (let i = at - 2; i >= 0 && at - i < 66; i -= 1) {
    if (scan.at(i) === '"') return i;
    if (scan.at(i) === '\n' || scan.at(i) === '\f') break;
  }
  return at;
}

const AT_WORDS = ['at', '@', 'ät', 'arroba', 'chiocciola', 'собака', 'małpa'].flatMap((it) => [
  `(${it})`,
  `[${it}]`,
  `{${it}}`,
]);
const DOT_WORDS = [
  '(dot)',
  '[dot]',
  '{dot}',
  '(punkt)',
  '[punkt]',
  '(punto)',
  '[punto]',
  '(ponto)',
  '(point)',
];
const LONGEST_WORD = 12;

/** How long one of these words is that begins here, with a blank on each side if there are any; 0 where none does. */
function wordAt(scan: Scan, at: number, words: readonly string[]): number {
  const blank = scan.at(at) === ' ' ? 1 : 0;
  const next = scan.slice(at + blank, at + blank + LONGEST_WORD).toLowerCase();
  const word = words.find((it) => next.startsWith(it));
  if (!word) return 0;
  const size = blank + word.length;
  return size + (scan.at(at + size) === ' ' ? 1 : 0);
}

/** `ann (at) shop.example`, `ann [at] shop [dot] example`: written so that machines do not find it. */
function findSpelled(scan: Scan): Range[] {
  const found: Range[] = [];
  for (let at = 0; at < scan.length; at += 1) {
    if (!'([{'.includes(scan.at(at) || ' ')) continue;
    const sign = wordAt(scan, at, AT_WORDS);
    if (sign === 0) continue;
    let start = scan.at(at - 1) === ' ' ? at - 1 : at;
    const localEnd = start;
    while (isLocal(scan.at(start - 1)) && localEnd - start < 64) start -= 1;
    let end = at + sign;
    let domain = '';
    while (end - at <= LONGEST_DOMAIN) {
      const dot = wordAt(scan, end, DOT_WORDS);
      if (dot === 0 && !isDomain(scan.at(end))) break;
      domain += dot > 0 ? '.' : scan.at(end);
      end += dot || 1;
    }
    const kept = domainLength(domain);
    if (start < localEnd && kept > 0) found.push({ start, end: end - (domain.length - kept) });
  }
  return found;
}

/** Mail addresses in any script. Each character is looked at from the next `@` on its left and on its right only. */
export function findEmails(scan: Scan): Range[] {
  const found: Range[] = [];
  for (let at = 0; at < scan.length; at += 1) {
    if (scan.at(at) !== '@') continue;
    let start = at;
    while (isLocal(scan.at(start - 1))) start -= 1;
    while (start < at && !isWordChar(scan.at(start)) && scan.at(start) !== '_') start += 1;
    if (start === at) start = quotedStart(scan, at);
    let end = at + 1;
    while (end - at <= LONGEST_DOMAIN && isDomain(scan.at(end))) end += 1;
    const length = start === at ? 0 : domainLength(scan.slice(at + 1, end));
    end = at + 1 + length;
    // `git@host:path` names a repository, not a person.
    const repository = scan.slice(start, at) === 'git' && scan.at(end) === ':';
    if (length > 0 && !repository) found.push({ start, end });
  }
  return [...found, ...findSpelled(scan)];
}
