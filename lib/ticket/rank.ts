import { toLine } from './bounds';

/** What several searches found, each thing once: those with most of the words first, else as the desk ordered them. */
export function rankHits<T extends { readonly id: string | number }>(
  hits: readonly T[],
  words: readonly string[],
  textOf: (hit: T) => unknown,
): T[] {
  const countWords = (hit: T) => {
    const text = toLine(textOf(hit)).toLowerCase();
    return words.filter((word) => text.includes(word.toLowerCase())).length;
  };
  const each = new Map(hits.map((hit) => [String(hit.id), hit]));
  return [...each.values()].sort((a, b) => countWords(b) - countWords(a));
}
