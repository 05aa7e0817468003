import type { FieldParameters, RankParameters } from './parameters';

/**
 * How often a record holds a term, in one byte: four bits for the strong fields, four for the text, each on a
 * logarithmic scale. Weights and saturation stay free until the query, so one index serves every kind of query.
 */
const LEVELS = 15;
const LOWEST = 0.08;
const STEP = 1.42;
const LOG_STEP = Math.log(STEP);

/** Occurrences, weighed by the length of their field: what BM25F sums up over fields. */
export function weighOccurrences(count: number, length: number, field: FieldParameters): number {
  return (field.weight * count) / (1 - field.b + (field.b * length) / field.usualLength);
}

function toLevel(weight: number): number {
  if (weight <= 0) return 0;
  const level = 1 + Math.round(Math.log(weight / LOWEST) / LOG_STEP);
  return Math.min(LEVELS, Math.max(1, level));
}

const fromLevel = (level: number): number => (level === 0 ? 0 : LOWEST * STEP ** (level - 1));

export function toCode(strong: number, weak: number): number {
  return (toLevel(strong) << 4) | toLevel(weak);
}

/** Whether one of the strong fields holds the term. */
export const isStrong = (code: number): boolean => code > LEVELS;

/** For every code what a record scores with it: BM25F's saturation of the weighed sum, 0…1. */
export function impactsOf(rank: RankParameters): Float32Array {
  const impacts = new Float32Array(256);
  for (let code = 0; code < 256; code += 1) {
    const sum = rank.strong * fromLevel(code >> 4) + fromLevel(code & LEVELS);
    impacts[code] = sum / (sum + rank.k1);
  }
  return impacts;
}
