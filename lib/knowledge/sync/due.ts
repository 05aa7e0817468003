import type { SourceState } from '@/lib/knowledge/source-state';
import { sourceById } from '@/lib/knowledge/sources';
import type { SourceConnection } from '@/lib/settings/settings';
import { HOUR_MS, MINUTE_MS } from '@/lib/std/time';

/** No source asks to wait longer, see `lib/http/retry-after.ts`; what lies further ahead was written by another clock. */
const LONGEST_WAIT_MS = 2 * HOUR_MS;

const periodOf = ({ everyMinutes }: SourceConnection): number => Math.max(1, everyMinutes) * MINUTE_MS;

/** When the next scheduled sync begins: ±10 %, so that a team's browsers do not come in step. */
export function nextSyncAt(connection: SourceConnection, now: number, random = Math.random): number {
  return Math.round(now + periodOf(connection) * (0.9 + 0.2 * random()));
}

/** When the connection is to be synced, epoch ms; 0 = at once, null = only when somebody asks. */
export function dueAt(
  connection: SourceConnection,
  state: SourceState | undefined,
  now: number,
): number | null {
  // Imported files have nobody to ask.
  if (!sourceById(connection.sourceId)) return null;
  const scheduled = connection.everyMinutes > 0;
  if (!state) return scheduled ? 0 : null;
  if (state.phase === 'running') return 0;
  if (state.phase === 'paused') return null;
  if (state.phase === 'idle' && !scheduled) return null;
  const longest = state.phase === 'idle' ? periodOf(connection) * 1.2 : LONGEST_WAIT_MS;
  return state.notBefore - now > longest ? 0 : state.notBefore;
}

/** The state of a connection whose sync begins now, or goes on after a pause, a failure or a kill. */
export function toRunning(state: SourceState, now: number): SourceState {
  const done = state.phase === 'idle' ? 0 : state.done;
  const total = state.phase === 'idle' ? null : state.total;
  return { ...state, phase: 'running', done, total, startedAt: now, startedWith: done };
}
