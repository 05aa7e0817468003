import { backOff } from '@/lib/http/back-off';
import type { HttpError } from '@/lib/http/http-error';
import type { SourceState } from '@/lib/knowledge/source-state';

/** Why a sync ended early. */
export interface SyncError {
  readonly kind: NonNullable<SourceState['error']>['kind'];
  /** What happened, in one sentence. Never a token, never text of a record. */
  readonly message: string;
  readonly retryAfterMs?: HttpError['retryAfterMs'];
}

/** What a person has to do before sync goes on; kinds that are not here are tried again by themselves. */
const TO_DO: Partial<Record<SyncError['kind'], string>> = {
  unauthorized: 'Check the key under Change, then press Try again.',
  forbidden: 'Ask the administrator for the missing right, then press Try again.',
  'not-found': 'Check the address and what it names under Change, then press Try again.',
  invalid: 'Check the settings under Change, then press Try again.',
  conflict: 'Look at the source in a tab, then press Try again.',
  'not-allowed': 'Press Change, then Save and sync, and the browser asks whether it may.',
  quota: 'Make room on the disk or remove a source, then press Try again.',
};

/** Answers nobody expected may come from a captive portal or a restart: they get this many tries before a person is asked. */
const UNEXPECTED_TRIES = 4;
const ODD: ReadonlySet<SyncError['kind']> = new Set(['unexpected-answer', 'bug']);
const LOOK = 'Open the address in a tab to see what answers there, then press Try again.';

/**
 * Where a failed attempt leaves the connection: waiting for the next one, or paused until somebody acts. `began` is the
 * state the attempt began with.
 */
export function afterFailure(
  began: SourceState,
  state: SourceState,
  error: SyncError,
  now: number,
): SourceState {
  // A source that brought something works in between: it starts counting anew.
  const brought = state.records !== began.records || state.size !== began.size;
  const failures = brought ? 1 : state.failures + 1;
  const toDo = TO_DO[error.kind] ?? (ODD.has(error.kind) && failures >= UNEXPECTED_TRIES ? LOOK : undefined);
  const note = (message: string) => ({ kind: error.kind, message, at: now });
  if (toDo) {
    const message = `${error.message} What was taken in is kept. ${toDo}`;
    return { ...state, phase: 'paused', failures, error: note(message) };
  }
  const waitMs = Math.max(backOff(failures), error.retryAfterMs ?? 0);
  return { ...state, phase: 'waiting', failures, notBefore: now + waitMs, error: note(error.message) };
}

/** Dexie wraps what the browser threw, and a bulk write collects it. */
function causesOf(cause: unknown): unknown[] {
  if (typeof cause !== 'object' || cause === null) return [];
  const inner = 'inner' in cause ? [cause.inner] : [];
  const failures = 'failures' in cause && Array.isArray(cause.failures) ? cause.failures : [];
  return [cause, ...[...inner, ...failures].flatMap(causesOf)];
}

/** What was thrown, as an error in words. */
export function toSyncError(cause: unknown): SyncError {
  const names = causesOf(cause).map((it) =>
    it instanceof Error || it instanceof DOMException ? it.name : '',
  );
  if (names.includes('QuotaExceededError')) {
    return { kind: 'quota', message: 'This browser has no room left for more records.' };
  }
  return { kind: 'bug', message: `Something went wrong inside Baton (${names[0] || 'unknown'}).` };
}
