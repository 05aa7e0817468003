import { PhraseBook } from '@/lib/language/phrases';
import { toWords, type Word } from '@/lib/language/words';

/** A phrase of one of the lists, where it stands. */
export interface Mention<T> {
  readonly of: T;
  /** Index of its first word. */
  readonly at: number;
  /** Number of words. */
  readonly size: number;
}

/** As the words of a text are written: `E-Mail*` → `e mail*`. A playbook is typed by people. */
function toWordForm(phrase: string): string {
  return phrase
    .split(' ')
    .map((part) => {
      const text = toWords(part)
        .map((word) => word.text)
        .join(' ');
      return text && part.endsWith('*') ? `${text}*` : text;
    })
    .filter(Boolean)
    .join(' ');
}

/** Many lists of phrases looked for at once: a word that begins none of them is looked at once, however many lists. */
export class PhraseIndex<T> {
  readonly #every: PhraseBook;
  readonly #lists: readonly { of: T; book: PhraseBook }[];

  constructor(lists: readonly { readonly of: T; readonly phrases: readonly string[] }[]) {
    const written = lists.map(({ of, phrases }) => ({
      of,
      phrases: phrases.map(toWordForm).filter(Boolean),
    }));
    this.#every = new PhraseBook(written.flatMap(({ phrases }) => phrases));
    this.#lists = written.map(({ of, phrases }) => ({ of, book: new PhraseBook(phrases) }));
  }

  /** The longest phrase of each list at each place, in the order of the text; none inside another of its list. */
  find(words: readonly Word[]): Mention<T>[] {
    const found: Mention<T>[] = [];
    const until = new Map<T, number>();
    for (let at = 0; at < words.length; at++) {
      if (this.#every.matchAt(words, at) === 0) continue;
      for (const { of, book } of this.#lists) {
        const size = at < (until.get(of) ?? 0) ? 0 : book.matchAt(words, at);
        if (size === 0) continue;
        until.set(of, at + size);
        found.push({ of, at, size });
      }
    }
    return found;
  }
}
