/**
 * Text that Redmine's Textile leaves alone. Backslashes do not exist there, so a character that could begin something
 * is written as a numeric reference: RedCloth passes references through, and no later step of Redmine decodes them.
 * From redcloth3.rb, links_helper.rb and application_helper.rb of Redmine 5.0.4; checked against its rendered pages.
 */
const ALWAYS = '&<>"@#|[]{}=\\';
/** Begins a phrase only where no word stands before it, so `user-friendly` and `a_b` stay readable. */
const UNLESS_IN_WORD = '*_-+^~%?!`/';
const WORD = /[\p{L}\p{N}]/u;
/** `h1. `, `bq. `, `fn2. `: only as the first thing of a line. */
const FIRST_WORD = /^[ \t]*[a-z]\S*$/;

const toReference = (char: string) => `&#${char.codePointAt(0)};`;

function isUnsafe(line: string, at: number): boolean {
  const char = line[at] ?? '';
  const before = line[at - 1] ?? '';
  const after = line[at + 1] ?? '';
  if (ALWAYS.includes(char)) return true;
  // RedCloth keeps a lone `&` as `x%x%` while it works.
  if (char === '%' && before === 'x') return true;
  if (UNLESS_IN_WORD.includes(char)) return !WORD.test(before);
  // `ABC(meaning)` is an acronym, `"words(title)":` a title, `h1(class).` an attribute.
  if (char === '(' || char === ')') return true;
  // `http:`, `commit:`, `project:`; before a blank it is only a colon.
  if (char === ':') return after !== ' ' && after !== '';
  if (char === '.') return /www$/i.test(line.slice(Math.max(0, at - 3), at)) || isInFirstWord(line, at);
  // `r123` is a revision.
  if (char === 'r') return !WORD.test(before) && /\d/.test(after);
  return false;
}

function isInFirstWord(line: string, at: number): boolean {
  return line[at + 1] === ' ' && at < 100 && FIRST_WORD.test(line.slice(0, at));
}

/** One line of text; `everything` writes each character but letters, digits and blanks as a reference. */
export function toTextileText(line: string, everything = false): string {
  let out = '';
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at] ?? '';
    const unsafe = everything ? /[\x21-\x2F\x3A-\x40\x5B-\x60\x7B-\x7E]/.test(char) : isUnsafe(line, at);
    out += unsafe ? toReference(char) : char;
  }
  return out;
}

/** Strings that RedCloth uses for itself while it works and that would be replaced even inside code. */
const BREAKS_CODE = /<\/?(?:code|pre|kbd|notextile|redpre)|:redsh#|x%|\{\{macro\(/i;

/** Whether the text may stand inside `<code>` or `<pre>`, where Redmine shows every character as it is. */
export function fitsInCode(text: string): boolean {
  return !BREAKS_CODE.test(text);
}

/** An address after `"words":`. Signs that end or begin something in Textile are written as percent codes. */
export function toTextileUrl(url: URL): string {
  return url.href.replace(/[()@^[\]{}|\\;"'`<>]|[.,:?]$/g, (char, at) =>
    // The path may be escaped, the origin may not; it holds none of these but `[::1]` and its own colons.
    at < url.origin.length ? char : `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
