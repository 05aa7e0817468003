import { ok, type Result } from '@/lib/std/result';
import type { ReadError } from './ticket-reader';

const TOKENS = /[\p{L}\p{M}\p{N}]+(?:[._-][\p{L}\p{M}\p{N}]+)*/gu;

/** Words without anything a search language takes for syntax; `node.js` and `A-12` stay whole. */
export const toPlainWords = (words: readonly string[], max: number): string[] =>
  [...new Set(words.map((word) => (word.slice(0, 200).match(TOKENS) ?? []).join(' ')))]
    .filter(Boolean)
    .slice(0, max);

/**
 * Asks a desk for each of the first words by itself, for desks that join words by AND: what most words found comes
 * first, then the desk's own order. Fails when a request failed and no other found anything.
 */
export async function searchEach<T>(
  words: readonly string[],
  ask: (word: string) => Promise<Result<readonly T[], ReadError>>,
  idOf: (item: T) => unknown,
  maxWords = 3,
): Promise<Result<T[], ReadError>> {
  const answers = await Promise.all(toPlainWords(words, maxWords).map(ask));
  const found = new Map<unknown, { item: T; hits: number }>();
  for (const item of answers.flatMap((answer) => (answer.ok ? answer.value : []))) {
    found.set(idOf(item), { item, hits: (found.get(idOf(item))?.hits ?? 0) + 1 });
  }
  const failed = answers.find((answer) => !answer.ok);
  if (failed && found.size === 0) return failed as Result<T[], ReadError>;
  return ok([...found.values()].sort((a, b) => b.hits - a.hits).map(({ item }) => item));
}
