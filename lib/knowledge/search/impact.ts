import type { FieldParameters, RankParameters } from './parameters';

/**
 * How often a record holds a term, in one byte: four bits for the strong fields, four for the text, each on a
 * logarithmic scale. Weights and saturation stay free until the query, so one index serves every kind of query.
 */
const LEVELS = 15;
const LOWEST = 0.08;
const STEP = 1.42;

/** Occurrences, weighed by the length of their field: what BM25F sums up over fields. */
export function weighOccurrences(count: number, length: number, field: FieldParameters): number {
  return (field.weight * count) / (1 - field.b + (field.b * length) / field.usualLength);
}

/** The least weight of every level from the second on. */
const BORDERS = Float64Array.from({ length: LEVELS - 1 }, (_, at) => LOWEST * STEP ** (at + 0.5));

/** Asked for every posting: a dozen comparisons take a third of the time of a logarithm. */
function toLevel(weight: number): number {
  if (weight <= 0) return 0;
  let level = 1;
  while (level < LEVELS && weight >= (BORDERS[level - 1] as number)) level += 1;
  return level;
}

/** What every level stands for. */
const WEIGHTS = Float64Array.from({ length: LEVELS + 1 }, (_, at) =>
  at === 0 ? 0 : LOWEST * STEP ** (at - 1),
);

export function toCode(strong: number, weak: number): number {
  return (toLevel(strong) << 4) | toLevel(weak);
}

/** Whether one of the strong fields holds the term. */
export const isStrong = (code: number): boolean => code > LEVELS;

/** For every code what a record scores with it: BM25F's saturation of the weighed sum, 0…1. */
export function impactsOf(rank: RankParameters): Float32Array {
  const impacts = new Float32Array(256);
  for (let code = 0; code < 256; code += 1) {
    const sum = rank.strong * (WEIGHTS[code >> 4] as number) + (WEIGHTS[code & LEVELS] as number);
    impacts[code] = sum / (sum + rank.k1);
  }
  return impacts;
}
