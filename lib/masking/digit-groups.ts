import { isDigit } from './characters';
import type { Scan } from './scan';

/** A run of digits, and what stands between it and the next one when that is short. */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** Up to three characters; null when the next run is further away, or there is none. */
  readonly gap: string | null;
}

const LONGEST_GAP = 3;

/** All runs of digits of a text in order, in one pass. */
export function toDigitGroups(scan: Scan): DigitGroup[] {
  const runs: { start: number; end: number }[] = [];
  for (let at = 0; at < scan.length; at += 1) {
    if (!isDigit(scan.at(at))) continue;
    const start = at;
    while (isDigit(scan.at(at))) at += 1;
    runs.push({ start, end: at });
  }
  return runs.map(({ start, end }, index) => {
    const next = runs[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const gap = next - end <= LONGEST_GAP ? scan.slice(end, next) : null;
    return { start, end, digits: scan.slice(start, end), gap };
  });
}

/** Splits the runs where the gap is not one that may stand inside such a number. */
export function toChains(
  groups: readonly DigitGroup[],
  joins: (gap: string) => boolean,
): (readonly DigitGroup[])[] {
  const chains: DigitGroup[][] = [];
  let open: DigitGroup[] = [];
  for (const group of groups) {
    open.push(group);
    if (group.gap !== null && joins(group.gap)) continue;
    chains.push(open);
    open = [];
  }
  if (open.length > 0) chains.push(open);
  return chains;
}

export const joinDigits = (groups: readonly DigitGroup[]): string =>
  groups.map(({ digits }) => digits).join('');

/** From the first to the last of some runs. */
export const spanOf = (groups: readonly DigitGroup[]): { start: number; end: number } => ({
  start: groups[0]?.start ?? 0,
  end: groups.at(-1)?.end ?? 0,
});
