import type { Word } from '@/lib/language/words';

/** Parts of a word that tell its stem in any language: `password`, `Kennwort`, `паролем`. */
const PARTS = [4, 5];
/** What a part counts beside the word it stands in. */
const PART_WEIGHT = 0.7;
/** What a hint counts beside a vector of length 1. */
const HINT_WEIGHT = 0.35;
/** Longer words are addresses and keys. */
const LONGEST_WORD = 32;

const MARKS = /\p{M}/gu;
const fold = (word: string): string => word.normalize('NFD').replace(MARKS, '').slice(0, LONGEST_WORD);

/** FNV-1a with a last stir: short names that differ in one letter lie far apart. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** What one word adds: itself, with the word before it, and its parts. `add` gets the number of a feature and its weight. */
export function addWord(
  words: readonly Word[],
  at: number,
  add: (feature: number, weight: number) => void,
): void {
  const word = fold(words[at]?.text ?? '');
  const before = words[at - 1];
  add(hashOf(`w ${word}`), 1);
  add(hashOf(`b ${before ? fold(before.text) : ''} ${word}`), 1);
  const bounded = `^${word}$`;
  for (const size of PARTS)
    for (let from = 0; from + size <= bounded.length; from++)
      add(hashOf(`p ${bounded.slice(from, from + size)}`), PART_WEIGHT);
}

/**
 * The features of a text by number, each of `2^bits`, as a vector of length 1. `hints` are what rules found in it: names
 * of features of their own.
 */
export function toFeatures(
  words: readonly Word[],
  hints: readonly string[],
  bits: number,
): ReadonlyMap<number, number> {
  const mask = 2 ** bits - 1;
  const features = new Map<number, number>();
  const add = (feature: number, weight: number) =>
    features.set(feature & mask, (features.get(feature & mask) ?? 0) + weight);
  for (let at = 0; at < words.length; at++) addWord(words, at, add);
  // A word said ten times is not ten times as true.
  for (const [feature, weight] of features) features.set(feature, Math.sqrt(weight));
  const length = Math.hypot(...features.values()) || 1;
  for (const [feature, weight] of features) features.set(feature, weight / length);
  for (const hint of hints) features.set(hashOf(`h ${hint}`) & mask, HINT_WEIGHT);
  return features;
}
