/** Scripts without blanks between words: what stands beside a name there says nothing. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;
const MIN_LENGTH = 3;

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Whether a word could go on over the border between two characters. */
const joins = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  WORD_CHARACTER.test(a) &&
  WORD_CHARACTER.test(b) &&
  !UNSPACED.test(a) &&
  !UNSPACED.test(b);

function holdsWord(text: string, name: string): boolean {
  if (name.length < (UNSPACED.test(name) ? 2 : MIN_LENGTH)) return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (!joins(text[at - 1], text[at]) && !joins(text[end - 1], text[end])) return true;
  }
  return false;
}

/** Whether a text names a feature by its title or another name, as whole words of any language, whatever the case. */
export function namesFeature(
  text: string,
  feature: { readonly title: string; readonly aliases: readonly string[] },
): boolean {
  const folded = fold(text);
  return [feature.title, ...feature.aliases].some((name) => holdsWord(folded, fold(name)));
}
