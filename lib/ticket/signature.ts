import { toWords } from '@/lib/language/words';
import { type Closing, readClosing } from './closings';
import { isContactLine, isDisclaimer, isName, isStreet, isTitle } from './signature-lines';

/** Longer ends are text that happens to follow a greeting. */
const MOST_LINES = 14;
/** A closing is looked for among the last lines of what somebody wrote. */
const LOOKED_AT = 25;

/** A line that only draws: a signature begins below it where nothing else follows. */
const RULE = /^[-_*=—–]{2,}$/;

/** Lines of a message that hold its signature. */
export interface SignatureLines {
  readonly start: number;
  readonly end: number;
}

/** Whether a line is the name of the author, or a part of it: "ann" below a message by Ann Lee. */
function isAuthor(line: string, author: string): boolean {
  const own = new Set(toWords(author).map((word) => word.text));
  const words = toWords(line);
  return (
    words.length > 0 && words.length <= 4 && line.length <= 60 && words.every((word) => own.has(word.text))
  );
}

/** Where the signature that begins at `start` ends: names, titles and contacts, up to the first line that says something. */
function readBelow(lines: readonly string[], start: number, to: number, author: string) {
  let end = start;
  let seen = 0;
  let isNamed = false;
  let paragraph = 0;
  let belowStreet = false;
  for (let index = start; index < to && seen < MOST_LINES; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') {
      if (seen > 0) paragraph += 1;
      belowStreet = false;
      continue;
    }
    const closing: Closing | null = isNamed ? null : readClosing(line);
    const fits: boolean = isNamed
      ? isContactLine(line, belowStreet) || isTitle(line, paragraph > 0) || isDisclaimer(line)
      : isName(line) || isAuthor(line, author) || isTitle(line, true);
    if (!fits && !(closing && (closing.rest === '' || isName(closing.rest)))) break;
    isNamed ||= fits || Boolean(closing?.rest);
    belowStreet = isStreet(line);
    if (fits) seen += 1;
    end = index + 1;
  }
  return { end, isNamed };
}

/** Whether a text ends above this line, so that a name in it is no answer: `Login name:` is none. */
function endsAbove(lines: readonly string[], from: number, index: number): boolean {
  let above = index - 1;
  while (above > from && lines[above] === '') above -= 1;
  const line = above >= from ? (lines[above] ?? '') : '';
  return line !== '' && !/[:：=]$/.test(line) && (above < index - 1 || /[.!?。！？…)]$/.test(line));
}

const isBlank = (lines: readonly string[], from: number, to: number) =>
  lines.slice(from, to).every((line) => line === '');

/**
 * The signature at the end of `lines` from `from` to `to`: a closing, or the author's name alone, with what tells who
 * and where somebody is. What says something more stays outside, wherever it stands: a P.S., an error, a file.
 */
export function findSignature(
  lines: readonly string[],
  from: number,
  to: number,
  author: string,
): SignatureLines | null {
  let first = to;
  for (let left = LOOKED_AT; first > from && left > 0; first -= 1) if (lines[first - 1]) left -= 1;
  for (let index = first; index < to; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const closing = readClosing(line);
    if (closing) {
      const isOneLine = closing.rest !== '' && (isName(closing.rest) || isAuthor(closing.rest, author));
      if (closing.rest !== '' && !isOneLine) continue;
      const { end, isNamed } = readBelow(lines, index + 1, to, author);
      const isLast = isBlank(lines, end, to);
      const isSigned = isNamed || isOneLine;
      if (isLast ? isSigned || closing.isSure : isNamed && !isOneLine) return { start: index, end };
    } else if (RULE.test(line) || (isAuthor(line, author) && endsAbove(lines, from, index))) {
      const { end, isNamed } = readBelow(lines, RULE.test(line) ? index + 1 : index, to, author);
      if (isNamed && isBlank(lines, end, to)) return { start: index, end };
    }
  }
  return null;
}
