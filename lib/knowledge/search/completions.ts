import { hashKey, type TermHash } from './hash';
import type { Lexicon } from './lexicon';
import { cutTitle } from './record-terms';
import { foldAccents } from './stems';
import type { KnownWord, Vocabulary } from './vocabulary';

/** Completions that are looked up; half of them may turn out to lead to deleted records only. */
const LOOKED_UP = 32;
const JOINERS = /^[.\-:/\\@#'’+~%=&?]*$/;

/**
 * How the last word of a title begins, as words are kept: first the whole of it, as `app-1`, then its last part, for
 * where no word begins like the whole. None where a blank shows that the word is finished.
 */
export function beginningsOf(typed: string, lexicon: Lexicon): string[] {
  const title = cutTitle(typed);
  const last = lexicon.runs(title).at(-1);
  if (!last || !JOINERS.test(title.slice(last.end))) return [];
  const whole = foldAccents(title.slice(last.start).normalize('NFKC').toLowerCase());
  const part = last.end === title.length ? last.entry.words('en').at(-1)?.text : undefined;
  return part === undefined || part === whole ? [whole] : [whole, part];
}

/** The terms of the most frequent words that begin like this, one for each. */
export function completionsOf(
  beginnings: readonly string[],
  vocabularies: readonly Vocabulary[],
): TermHash[] {
  for (const beginning of beginnings) {
    const words = new Map<number, KnownWord>();
    for (const word of vocabularies.flatMap((it) => it.best(beginning, LOOKED_UP))) {
      const key = hashKey(word);
      const known = words.get(key);
      // The same term in several segments, or of several words in one.
      words.set(key, known ? { ...known, count: known.count + word.count } : word);
    }
    if (words.size > 0) return [...words.values()].sort(byCount).slice(0, LOOKED_UP);
  }
  return [];
}

const byCount = (a: KnownWord, b: KnownWord): number =>
  b.count - a.count || a.text.length - b.text.length || (a.text < b.text ? -1 : Number(a.text > b.text));
