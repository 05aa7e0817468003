import { hasOrigins } from '@/lib/browser/permissions';
import { loadState, updateState } from '@/lib/knowledge/store';
import { err, ok, type Result } from '@/lib/std/result';
import { dueAt, nextSyncAt, toRunning } from './due';
import { afterFailure, type SyncError, toSyncError } from './failure';
import { openSource } from './open-source';
import type { Run } from './run';
import { isSweepDue, sweep } from './sweep';
import { takeChanges } from './take-changes';

async function attempt(run: Run): Promise<Result<null, SyncError>> {
  try {
    const taken = await takeChanges(run);
    if (!taken.ok || run.signal.aborted) return taken;
    const now = Date.now();
    await updateState(run.connectionId, (state) =>
      state.phase === 'running' ? { ...state, syncedAt: now } : null,
    );
    // The first sync has just seen everything: there is nothing yet that could have been deleted.
    return run.state.cursor !== null && isSweepDue(run, now) ? await sweep(run) : ok(null);
  } catch (cause) {
    return err(toSyncError(cause));
  }
}

/** A host without permission looks like one that is down; only the browser knows the difference. */
async function explain(error: SyncError, run: Run): Promise<SyncError> {
  if (error.kind !== 'offline') return error;
  const hosts = run.source.hosts(run.ctx.config);
  if (hosts.length === 0 || (await hasOrigins(hosts))) return error;
  const message = 'The browser no longer lets Baton reach this address.';
  return { kind: 'not-allowed', message };
}

/**
 * Runs one sync to its end: everything stored, an error noted, or aborted. Only for the holder of the connection's lock.
 * May be killed at any await: the state says `running` until the end, and the next worker goes on from the cursor.
 */
export async function runSync(
  connectionId: string,
  signal: AbortSignal,
  onStored: () => void,
): Promise<void> {
  const opened = await openSource(connectionId, signal);
  if (!opened) return;
  const { connection, source, ctx } = opened;
  const due = dueAt(connection, await loadState(connectionId), Date.now());
  if (due === null || due > Date.now() || signal.aborted) return;
  const state = await updateState(connectionId, (before) =>
    before.phase === 'paused' || signal.aborted ? null : toRunning(before, Date.now()),
  );
  if (!state) return;
  const run: Run = { connectionId, source, ctx, signal, state, onStored };
  const ended = await attempt(run);
  // Whoever aborted has written what is to become of it.
  if (signal.aborted) return;
  const error = ended.ok ? null : await explain(ended.error, run);
  const now = Date.now();
  await updateState(connectionId, (before) => {
    if (before.phase !== 'running') return null;
    if (error) return afterFailure(state, before, error, now);
    const sweptAt = before.sweptAt ?? now;
    const notBefore = nextSyncAt(connection, now);
    return { ...before, phase: 'idle', sweptAt, notBefore, failures: 0, error: null };
  });
}
