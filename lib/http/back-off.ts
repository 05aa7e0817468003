import { MINUTE_MS, SECOND_MS } from '@/lib/std/time';

const LONGEST_WAIT_MS = 15 * MINUTE_MS;
const FIRST_WAIT_MS = 5 * SECOND_MS;

/** How long to wait after this many failed attempts: doubling with ±20 % jitter, so that a team's browsers do not come back in step. */
export function backOff(attempts: number, random: () => number = Math.random): number {
  const base = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(base * (0.8 + 0.4 * random()));
}
