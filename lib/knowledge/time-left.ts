import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/std/time';
import type { SourceState } from './source-state';

/** A rate measured over less than this says nothing. */
const SHORTEST_MS = 3 * SECOND_MS;

/** How long the sync under way will take at the rate of its present attempt, milliseconds; null = nobody can tell yet. */
function timeLeftMs(state: SourceState, now: number): number | null {
  const { phase, done, total, startedAt, startedWith } = state;
  if (phase !== 'running' || total === null || startedAt === null) return null;
  const elapsed = now - startedAt;
  const progress = done - startedWith;
  if (elapsed < SHORTEST_MS || progress <= 0) return null;
  return Math.max(0, total - done) * (elapsed / progress);
}

/** `1,204 of 10,000 · about 2 min left`; what cannot be said is left out. */
export function formatProgress(state: SourceState, now: number): string {
  const count = (value: number) => value.toLocaleString('en');
  const { done, total } = state;
  if (done === 0 && total === null) return 'nothing taken in yet';
  const counted = total === null ? `${count(done)} so far` : `${count(done)} of ${count(total)}`;
  const left = timeLeftMs(state, now);
  if (left === null) return counted;
  if (left < MINUTE_MS) return `${counted} · less than a minute left`;
  if (left < 1.5 * HOUR_MS) return `${counted} · about ${Math.ceil(left / MINUTE_MS)} min left`;
  return `${counted} · about ${Math.ceil(left / HOUR_MS)} h left`;
}
