import { isAsciiLetter, isDigit, isHex, isTokenChar, isWordChar } from './characters';
import type { Range } from './found';
import type { Scan } from './scan';

/** How tokens of well-known services begin, and how many signs follow at least. */
// biome-ignore format: a table
const PREFIXES: readonly (readonly [string, number])[] = [
  ['ghp_', 16], ['gho_', 16], ['ghu_', 16], ['ghs_', 16], ['ghr_', 16], ['github_pat_', 16], ['glpat-', 16], ['glptt-', 16], ['gldt-', 16],
  ['glrt-', 16], ['xoxa-', 10], ['xoxb-', 10], ['xoxe-', 10], ['xoxp-', 10], ['xoxr-', 10], ['xoxs-', 10], ['xoxc-', 10], ['xoxd-', 10],
  ['xapp-', 10], ['sk_live_', 10], ['sk_test_', 10], ['rk_live_', 10], ['rk_test_', 10], ['whsec_', 16], ['sk-', 16], ['AKIA', 16],
  ['ASIA', 16], ['AIza', 30], ['ya29.', 16], ['npm_', 30], ['pypi-', 30], ['dop_v1_', 30], ['hf_', 24], ['SG.', 30], ['shpat_', 24],
  ['shpss_', 24], ['lin_api_', 24], ['ATATT3', 24], ['ATCTT3', 24], ['dckr_pat_', 16], ['glsa_', 24], ['sntrys_', 24], ['figd_', 24],
  ['NRAK-', 20], ['PMAK-', 20], ['EAAC', 40],
];

/** Mail and terminals break long lines: a token goes on behind a line end when the line was that long. */
const LONG_LINE = 40;
/** Shortest run that is judged by its mixture alone. */
const SHORTEST_MIXED = 24;

/** The end of a run of token signs, over the line ends that broke it. */
function runEnd(scan: Scan, start: number): number {
  let end = start;
  let line = start;
  for (;;) {
    while (isTokenChar(scan.at(end))) end += 1;
    const broken = scan.at(end) === '\n' && end - line >= LONG_LINE && isTokenChar(scan.at(end + 1));
    if (!broken) return end;
    end += 1;
    line = end;
  }
}

function hasPrefix(run: string): boolean {
  return PREFIXES.some(
    ([prefix, least]) =>
      run.startsWith(prefix) &&
      run.length >= prefix.length + least &&
      [...run.slice(prefix.length)].some(isDigit),
  );
}

/** RFC 7519: three parts, the first of which begins with `{"` in base64; five when encrypted. */
function isJwt(run: string): boolean {
  const parts = run.split('.');
  return (
    run.startsWith('eyJ') &&
    parts.length >= 2 &&
    (parts[0]?.length ?? 0) >= 10 &&
    (parts[1]?.length ?? 0) >= 4
  );
}

type Sort = 'lower' | 'upper' | 'digit' | 'sign';

function sortOf(char: string): Sort {
  if (isDigit(char)) return 'digit';
  if (!isAsciiLetter(char)) return 'sign';
  return char === char.toLowerCase() ? 'lower' : 'upper';
}

/**
 * Letters of both cases and digits, thoroughly mixed: what dice make. Names in programs, paths, sums and ids in hex are
 * mixed less, or of fewer sorts.
 */
function isMixed(run: string): boolean {
  if (run.length < SHORTEST_MIXED || [...run].every((char) => isHex(char) || char === '-')) return false;
  const sorts = [...run].map(sortOf);
  const count = (sort: Sort) => sorts.filter((it) => it === sort).length;
  const before = (index: number) => sorts[index - 1] ?? 'sign';
  // A sign between words is no mixture.
  const changes = sorts.filter(
    (sort, at) => sort !== before(at) && sort !== 'sign' && before(at) !== 'sign',
  ).length;
  const numbers = sorts.filter((sort, at) => sort === 'digit' && before(at) !== 'digit').length;
  let same = 0;
  let longest = 0;
  for (const [at, sort] of sorts.entries()) {
    same = sort === before(at) ? same + 1 : 1;
    if (sort === 'lower' || sort === 'digit') longest = Math.max(longest, same);
  }
  return (
    numbers >= 2 &&
    count('digit') >= run.length * 0.08 &&
    count('upper') >= 3 &&
    count('lower') >= 3 &&
    count('sign') <= run.length / 8 &&
    changes >= run.length * 0.35 &&
    longest <= 8
  );
}

/** A run without the signs around it that belong to the sentence. */
function trim(scan: Scan, from: number, to: number): Range {
  let [start, end] = [from, to];
  while (start < end && !isWordChar(scan.at(start))) start += 1;
  while (end > start && '.~/+-'.includes(scan.at(end - 1))) end -= 1;
  return { start, end };
}

const unbroken = (scan: Scan, { start, end }: Range) => scan.slice(start, end).replaceAll('\n', '');

/** The parts of a run between some of its signs. */
function split(scan: Scan, { start, end }: Range, signs: string): Range[] {
  const parts: Range[] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && !signs.includes(scan.at(at))) continue;
    parts.push(trim(scan, from, at));
    from = at + 1;
  }
  return parts;
}

/** `name=value` holds two runs, `a/b` may be a path: what has a known look is sought in each part. */
function secretsIn(scan: Scan, range: Range): Range[] {
  const known = [range, ...split(scan, range, '=/~')].filter((part) => {
    const run = unbroken(scan, part);
    return hasPrefix(run) || isJwt(run);
  });
  if (known.length > 0 || isPicture(scan, range.start)) return known;
  return split(scan, range, '=.\n').filter((part) => isMixed(unbroken(scan, part)));
}

/** `data:image/png;base64,…`: large, dull and no secret. */
const isPicture = (scan: Scan, start: number) => scan.slice(start - 7, start) === 'base64,';

/** Tokens told by how they look: of well-known services, JWTs, and long runs nobody could have thought up. */
export function findTokens(scan: Scan): Range[] {
  const found: Range[] = [];
  for (let at = 0; at < scan.length; at += 1) {
    if (!isTokenChar(scan.at(at))) continue;
    const end = runEnd(scan, at);
    const range = trim(scan, at, end);
    if (range.end - range.start >= 12) found.push(...secretsIn(scan, range));
    at = end;
  }
  return found;
}
