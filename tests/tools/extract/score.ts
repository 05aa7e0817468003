/** What was found against what was there. Shares are fractions. */
export interface Score {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

export interface TokenScore extends Score {
  /** Share of reports with recall of at least .7 and precision of at least .5. */
  readonly found: number;
}

const FOUND_RECALL = 0.7;
const FOUND_PRECISION = 0.5;

function toF1(p: number, r: number): number {
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

function countTokens(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [token] of text.toLowerCase().matchAll(/[\p{L}\p{N}_]+/gu))
    counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** Overlap of lower-cased word tokens as multisets. */
export function scoreTokens(predicted: string, gold: string): Score {
  const own = countTokens(predicted);
  const other = countTokens(gold);
  let overlap = 0;
  for (const [token, count] of own) overlap += Math.min(count, other.get(token) ?? 0);
  const p = overlap === 0 ? 0 : overlap / total(own);
  const r = overlap === 0 ? 0 : overlap / total(other);
  return { p, r, f1: toF1(p, r) };
}

/** Means over the reports that have the field; an empty prediction counts 0. */
export function meanOfTokens(pairs: readonly { predicted: string; gold: string }[]): TokenScore {
  const scores = pairs
    .filter(({ gold }) => gold.trim() !== '')
    .map(({ predicted, gold }) => scoreTokens(predicted, gold));
  const mean = (of: (score: Score) => number) =>
    scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  return {
    p: mean(({ p }) => p),
    r: mean(({ r }) => r),
    f1: mean(({ f1 }) => f1),
    found: mean(({ p, r }) => (r >= FOUND_RECALL && p >= FOUND_PRECISION ? 1 : 0)),
  };
}

/** Precision and recall of one answer (`true` = present, `false` = missing) over all reports. */
export function scoreAnswers(
  pairs: readonly { predicted: boolean; gold: boolean }[],
  answer: boolean,
): Score {
  const right = pairs.filter((it) => it.predicted === answer && it.gold === answer).length;
  const said = pairs.filter((it) => it.predicted === answer).length;
  const there = pairs.filter((it) => it.gold === answer).length;
  const p = said === 0 ? 0 : right / said;
  const r = there === 0 ? 0 : right / there;
  return { p, r, f1: toF1(p, r) };
}
