import { PhraseBook } from '@/lib/language/phrases';
import { toWords } from '@/lib/language/words';
import type { Range } from '@/lib/report-extraction/find';

/** A part of the system as the playbook names it. */
export interface PartWords {
  readonly name: string;
  /** Other words customers use for it; a star ends a word that may go on. */
  readonly words?: readonly string[];
}

export interface PartFind extends Range {
  /** Index into the parts. */
  readonly part: number;
  /** How many words in this text speak for the part. */
  readonly count: number;
}

function toPhrase(name: string): string {
  return name
    .split(/\s+/)
    .flatMap((word) => {
      const own = toWords(word).map(({ text }) => text);
      return word.endsWith('*') && own.length > 0 ? [...own.slice(0, -1), `${own.at(-1)}*`] : own;
    })
    .join(' ');
}

export function toPartBooks(parts: readonly PartWords[]): PhraseBook[] {
  return parts.map(
    ({ name, words = [] }) => new PhraseBook([name, ...words].map(toPhrase).filter((it) => it !== '')),
  );
}

/** Every part a text names, with the first place. */
export function findParts(text: string, books: readonly PhraseBook[]): PartFind[] {
  const words = toWords(text);
  return books.flatMap((book, part) => {
    const found = book.findAll(words);
    const first = found[0];
    const start = first ? words[first.at]?.start : undefined;
    const end = first ? words[first.at + first.size - 1]?.end : undefined;
    if (start === undefined || end === undefined) return [];
    return [{ part, count: found.length, start, end, reason: 'a name or word of this part in the playbook' }];
  });
}
