/** How a unit stands to the one before it. */
export type Gap = 'start' | 'sentence' | 'line' | 'paragraph';

/** A sentence, or a line that is no sentence. The range leaves out the white space around it. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
}

/** Longer reports are read up to here: what a person writes is far below. */
const MOST_UNITS = 160;

const CLOSING = new Set(['"', "'", '”', '’', '»', ')', ']']);
const ABBREVIATIONS = new Set([
  ...[
    'e.g',
    'i.e',
    'etc',
    'vs',
    'approx',
    'no',
    'nr',
    'mr',
    'mrs',
    'ms',
    'dr',
    'resp',
    'incl',
    'max',
    'min',
    'fig',
  ],
  ...[
    'z.b',
    'd.h',
    'bzw',
    'ca',
    'usw',
    'u.a',
    'p.ex',
    'ex',
    'env',
    'p.ej',
    'ej',
    'sr',
    'sra',
    'т.е',
    'т.д',
    'т.п',
    'напр',
  ],
]);

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 13;
}

/** Where a sentence ends inside a line: after `.`, `!`, `?` or `…`, closing marks, before white space. */
function endsSentence(text: string, at: number, lineStart: number): boolean {
  const sign = text[at];
  if (sign !== '.' && sign !== '!' && sign !== '?' && sign !== '…' && sign !== '。') return false;
  if (sign === '。') return true;
  if (sign !== '.') return true;
  let start = at;
  while (start > lineStart && at - start < 12 && !isSpace(text.charCodeAt(start - 1))) start--;
  const word = text
    .slice(start, at)
    .replace(/^[("'«“]+/, '')
    .toLowerCase();
  // `1. Open the page` is one step, and `e.g. this` one sentence.
  if (/^\d{1,3}$/.test(word) && start === lineStart) return false;
  return !ABBREVIATIONS.has(word) && !(word.length === 1 && /\p{Lu}/u.test(text.slice(start, at)));
}

/** A small letter after the end of a sentence goes on with it (`click Save. which fails`) only in abbreviations. */
function splitLine(
  text: string,
  start: number,
  end: number,
  add: (start: number, end: number) => void,
): void {
  let from = start;
  for (let at = start; at < end; at++) {
    if (!endsSentence(text, at, start)) continue;
    let next = at + 1;
    while (next < end && (CLOSING.has(text[next] ?? '') || /[.!?…]/.test(text[next] ?? ''))) next++;
    if (next < end && !isSpace(text.charCodeAt(next)) && text[at] !== '。') continue;
    add(from, next);
    from = next;
    at = next - 1;
  }
  add(from, end);
}

/** Splits a text into lines and these into sentences. Ranges are in order, inside the text, and never empty. */
export function splitUnits(text: string): Unit[] {
  const units: Unit[] = [];
  let breaks = 0;
  let lineStart = 0;
  const add = (start: number, end: number) => {
    let from = start;
    let to = end;
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    if (from === to) return;
    const gap =
      units.length === 0 ? 'start' : breaks === 0 ? 'sentence' : breaks === 1 ? 'line' : 'paragraph';
    units.push({ start: from, end: to, gap });
    breaks = 0;
  };
  while (lineStart <= text.length && units.length < MOST_UNITS) {
    const found = text.indexOf('\n', lineStart);
    const lineEnd = found === -1 ? text.length : found;
    let first = lineStart;
    while (first < lineEnd && isSpace(text.charCodeAt(first))) first++;
    if (first < lineEnd) splitLine(text, first, lineEnd, add);
    breaks += 1;
    lineStart = lineEnd + 1;
  }
  return units.slice(0, MOST_UNITS);
}
