import { isAttribution, isSentFrom, startsOldMail } from './mail-lines';
import { findSignature } from './signature';

/** A signature longer than this is text that happens to follow two dashes. */
const SIGNATURE_LINES = 15;
/** Longer lines are no sentence of a mail program. */
const LONGEST = 600;
const POSTSCRIPT = /^(?:P\.? ?P?\.? ?S\b|N\.? ?B\b)/i;

/** A line as the rules read it: what no eye sees is gone. */
const toPlain = (line: string): string =>
  line
    .slice(0, LONGEST + 1)
    .replace(/[\p{Cf}]/gu, '')
    .trim();

/** A message, line by line, and which of its lines are folded away. */
class Lines {
  readonly raw: readonly string[];
  readonly plain: readonly string[];
  readonly isFolded: boolean[];

  constructor(text: string) {
    this.raw = text.split('\n');
    this.plain = this.raw.map(toPlain);
    this.isFolded = this.raw.map(() => false);
  }

  /** Empty outside, and where a line is too long for a mail program's. */
  at(index: number): string {
    const line = this.plain[index] ?? '';
    return line.length > LONGEST ? '' : line;
  }

  fold(from: number, to: number): void {
    this.isFolded.fill(true, from, to);
  }

  pick(wanted: boolean): string {
    return this.raw
      .filter((_, index) => this.isFolded[index] === wanted)
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }

  /** The stretches that are not folded. */
  *open(): Generator<{ readonly from: number; readonly to: number }> {
    for (let from = 0; from < this.raw.length; from += 1) {
      if (this.isFolded[from]) continue;
      const next = this.isFolded.indexOf(true, from);
      const to = next === -1 ? this.raw.length : next;
      yield { from, to };
      from = to;
    }
  }
}

/**
 * Takes quotes and signatures out of a message but keeps them. Sources: RFC 3676 §4.3 for `-- `, §4.5 for `>`; the
 * sentences are those the mail programs write. `quoteIsGone` says that the HTML already took the quoted text away;
 * `author` is whose name may stand below the text.
 */
export function foldQuotes(
  raw: string,
  quoteIsGone = false,
  author = '',
): { readonly text: string; readonly folded: string } {
  const lines = new Lines(raw);
  foldOldMails(lines, quoteIsGone);
  // A message that is nothing but a quote is a forwarded mail: there the quote is the message.
  if (lines.pick(false) === '') lines.isFolded.fill(false);
  const own = [...lines.open()];
  // Between quotes stand answers; people sign above the first or below the last.
  for (const { from, to } of new Set([own[0], own.at(-1)].filter((it) => it !== undefined)))
    foldSignature(lines, from, to, author);
  const text = lines.pick(false);
  return text ? { text, folded: lines.pick(true) } : { text: raw.trim(), folded: '' };
}

function foldOldMails(lines: Lines, quoteIsGone: boolean): void {
  const { length } = lines.raw;
  const at = (index: number) => lines.at(index);
  const isQuoted = (index: number) => at(index).startsWith('>');
  for (let index = 0; index < length; index += 1) {
    if (lines.isFolded[index]) continue;
    if (isQuoted(index) && (isQuoted(index + 1) || lines.isFolded[index - 1])) {
      let end = index;
      while (end < length && isQuoted(end)) end += 1;
      lines.fold(index, end);
      continue;
    }
    // Long attributions are wrapped by the mail program, usually before the address.
    const whole = isAttribution(at(index));
    const wrapped =
      at(index) && !isAttribution(at(index + 1)) && isAttribution(`${at(index)} ${at(index + 1)}`);
    if (whole || wrapped) {
      const next = index + (whole ? 1 : 2);
      const below = at(next) === '' ? next + 1 : next;
      // Without `>` below everything that follows is the quote, unless the HTML already showed where it lay.
      lines.fold(index, isQuoted(below) ? below : quoteIsGone ? next : length);
      continue;
    }
    if (startsOldMail((step) => at(index + step))) lines.fold(ruleAbove(lines, index), length);
  }
}

/** Outlook draws a rule above the header of an older mail. */
function ruleAbove(lines: Lines, index: number): number {
  let above = index - 1;
  while (above > 0 && lines.plain[above] === '') above -= 1;
  return /^[-_]{5,}$/.test(lines.at(above)) ? above : index;
}

function foldSignature(lines: Lines, from: number, to: number, author: string): void {
  let end = to;
  for (let index = Math.max(from === 0 ? 1 : from, to - SIGNATURE_LINES); index < end; index += 1) {
    const line = lines.at(index);
    const left = lines.plain.slice(index + 1, end).filter(Boolean).length;
    if (line !== '--' && !(left < 2 && isSentFrom(line))) continue;
    const postscript = lines.plain.findIndex((it, at) => at > index && at < end && POSTSCRIPT.test(it));
    lines.fold(index, postscript === -1 ? end : postscript);
    if (postscript === -1) end = index;
    break;
  }
  const found = findSignature(lines.plain, from, end, author);
  if (!found) return;
  lines.fold(found.start, found.end);
  // "Thanks, Ada" may be all that was said.
  if (lines.pick(false) === '') lines.isFolded.fill(false, found.start, found.end);
}
