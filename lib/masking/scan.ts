/** What a letter is drawn with, and what no eye sees: neither may split a secret so that it passes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding what is unseen is what this is for
const UNSEEN = /[\p{M}\p{Cf}\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u115F\u1160\u3164\uFFA0]/u;
const MARK = /\p{M}/u;
const DIGIT = /\p{Nd}/u;
const DASH = /[\p{Pd}\u2212]/u;
const BLANK = /[\p{Zs}\t]/u;
const LINE_END = /[\n\r\u2028\u2029]/;

/** `٤` and `４` are 4: decimal digits of a script stand in a row of ten, and the rows do not touch. */
function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/** A character beyond ASCII as the finders compare it: compatibility forms, digits and dashes are one. */
function fold(char: string): string {
  const plain = char.normalize('NFKC');
  // `´` would become a blank with a mark.
  const folded = plain.startsWith(' ') ? char : plain;
  let out = '';
  for (const part of folded) {
    if (DIGIT.test(part)) out += toAsciiDigit(part);
    else if (DASH.test(part)) out += '-';
    // The dot of names in Chinese and Japanese writing.
    else if (part === '。') out += '.';
    else if (!UNSEEN.test(part)) out += part;
  }
  return out;
}

/**
 * A text as the finders read it, with the way back. Runs of blanks are one blank, a line end with what stands around
 * it is `\n`, a blank line is `\f`; unseen characters are gone. Finders look at one place at a time, through `at` and
 * `slice`, so that a test can count what they read.
 */
export class Scan {
  readonly source: string;
  readonly #text: string;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(source: string) {
    this.source = source;
    const parts: string[] = [];
    const add = (text: string, start: number, end: number) => {
      for (let i = 0; i < text.length; i += 1) {
        this.#starts.push(start);
        this.#ends.push(end);
      }
      parts.push(text);
    };
    for (let at = 0; at < source.length; ) {
      const space = runOfSpace(source, at);
      if (space) {
        add(space.folded, at, space.end);
        at = space.end;
        continue;
      }
      // An address inside another address: `?mail=greta%40halden.test`.
      if (source.startsWith('%40', at)) {
        add('@', at, at + 3);
        at += 3;
        continue;
      }
      const char = String.fromCodePoint(source.codePointAt(at) ?? 0);
      const end = at + char.length;
      if (char >= ' ' && char <= '~') add(char, at, end);
      else if (!UNSEEN.test(char)) add(fold(char), at, end);
      // A mark belongs to the letter before it and goes with it.
      else if (MARK.test(char) && this.#ends.at(-1) === at) this.#ends[this.#ends.length - 1] = end;
      at = end;
    }
    this.#text = parts.join('');
  }

  get length(): number {
    return this.#text.length;
  }

  /** One UTF-16 unit of the folded text; empty before its start and behind its end. */
  at(index: number): string {
    return this.#text[index] ?? '';
  }

  slice(start: number, end: number): string {
    return this.#text.slice(Math.max(0, start), end);
  }

  /** Where a range of the folded text lies in the source. */
  toSource(start: number, end: number): { start: number; end: number } {
    return { start: this.#starts[start] ?? 0, end: this.#ends[end - 1] ?? 0 };
  }
}

/** Blanks and line ends from here on, with the unseen between them; null where there are none. */
function runOfSpace(source: string, start: number): { folded: string; end: number } | null {
  let lines = 0;
  let end = start;
  for (let at = start; at < source.length; at += 1) {
    const char = source[at] ?? '';
    const lineEnd = LINE_END.test(char);
    if (!lineEnd && !BLANK.test(char)) break;
    if (lineEnd && !(char === '\n' && source[at - 1] === '\r')) lines += 1;
    end = at + 1;
  }
  if (end === start) return null;
  return { folded: lines > 1 ? '\f' : lines === 1 ? '\n' : ' ', end };
}
