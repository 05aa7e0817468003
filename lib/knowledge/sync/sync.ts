import { clearAlarm, onAlarm, setAlarm } from '@/lib/browser/alarms';
import { keepAwake } from '@/lib/browser/keep-awake';
import { forgetConnection, loadStates, updateState } from '@/lib/knowledge/store';
import { sourceConnections } from '@/lib/settings/settings';
import { MINUTE_MS } from '@/lib/std/time';
import { dueAt, nextSyncAt, toRunning } from './due';
import { runSync } from './run-sync';

const ALARM = 'knowledge-sync';
/** While anything runs, the worker is woken this soon after it was killed. */
const GUARD_MS = MINUTE_MS;

/** Syncs of this worker, to stop them by; which ones run at all stands in the database. */
const running = new Map<string, AbortController>();
/** Asked for while the one before was ending. */
const again = new Set<string>();
let onStored: () => void = () => undefined;

const lockOf = (connectionId: string) => `baton-sync ${connectionId}`;

/** Sets the one alarm to the earliest connection that is due. */
async function setWakeUp(): Promise<void> {
  const now = Date.now();
  const connections = await sourceConnections.getValue();
  const states = new Map((await loadStates()).map((state) => [state.connectionId, state]));
  const times = connections.flatMap((connection) => dueAt(connection, states.get(connection.id), now) ?? []);
  const wakeAt = Math.min(...times.map((at) => (at <= now ? now + GUARD_MS : at)));
  await (times.length === 0 ? clearAlarm(ALARM) : setAlarm(ALARM, wakeAt, now));
}

async function run(connectionId: string): Promise<void> {
  if (running.has(connectionId)) {
    again.add(connectionId);
    return;
  }
  const controller = new AbortController();
  running.set(connectionId, controller);
  try {
    await keepAwake(async () => {
      await navigator.locks.request(lockOf(connectionId), { ifAvailable: true }, async (lock) => {
        if (lock) await runSync(connectionId, controller.signal, onStored);
      });
    });
  } finally {
    running.delete(connectionId);
  }
  if (again.delete(connectionId)) await run(connectionId);
}

/** Ends the run of a connection and keeps others from beginning while the work is done. */
export async function whileStill(connectionId: string, work: () => Promise<void>): Promise<void> {
  running.get(connectionId)?.abort();
  await navigator.locks.request(lockOf(connectionId), work);
}

/** Forgets what the cache holds of connections that are no longer in the settings. */
export async function forgetRemoved(): Promise<void> {
  const states = await loadStates();
  const ids = new Set((await sourceConnections.getValue()).map(({ id }) => id));
  for (const { connectionId } of states.filter((state) => !ids.has(state.connectionId))) {
    await whileStill(connectionId, () => forgetConnection(connectionId));
    onStored();
  }
}

/** Syncs every connection that is due, side by side: one that fails stops no other. Resolves when all have ended. */
export async function syncDue(): Promise<void> {
  // First of all, so that a kill at any await below is made good.
  await setWakeUp();
  await forgetRemoved();
  const now = Date.now();
  const states = new Map((await loadStates()).map((state) => [state.connectionId, state]));
  const due = (await sourceConnections.getValue()).filter((connection) => {
    const at = dueAt(connection, states.get(connection.id), now);
    return at !== null && at <= now;
  });
  await Promise.allSettled(due.map(({ id }) => run(id)));
  await setWakeUp();
}

/** Begins now, whatever the schedule says; also goes on after a pause or an error. */
export async function syncNow(connectionId: string): Promise<void> {
  const known = (await sourceConnections.getValue()).some(({ id }) => id === connectionId);
  if (!known) return;
  await updateState(connectionId, (state) => ({
    ...toRunning(state, Date.now()),
    notBefore: 0,
    failures: 0,
    error: null,
  }));
  await setWakeUp();
  await run(connectionId);
  await setWakeUp();
}

/** Holds the sync until somebody resumes it, also over a restart of the browser. */
export async function pauseSync(connectionId: string): Promise<void> {
  // First, so that the run writes nothing after us.
  running.get(connectionId)?.abort();
  await updateState(connectionId, (state) =>
    state.phase === 'running' || state.phase === 'waiting' ? { ...state, phase: 'paused' } : null,
  );
  await setWakeUp();
}

/** Ends the sync; what was taken in is kept, and the next scheduled one goes on from there. */
export async function stopSync(connectionId: string): Promise<void> {
  const connection = (await sourceConnections.getValue()).find(({ id }) => id === connectionId);
  if (!connection) return;
  const notBefore = nextSyncAt(connection, Date.now());
  running.get(connectionId)?.abort();
  await updateState(connectionId, (state) =>
    state.phase === 'idle' ? null : { ...state, phase: 'idle', notBefore, failures: 0, error: null },
  );
  await setWakeUp();
}

/** A page stored records of its own, from files somebody picked. */
export function recordsImported(): void {
  onStored();
}

/** Stops everything at once, before all data is cleared. */
export async function endAllSyncs(): Promise<void> {
  for (const controller of running.values()) controller.abort();
  await setWakeUp();
}

/**
 * Called at every start of the worker: goes on with what a kill interrupted. `stored` is called after each stored page.
 * Resolves when everything that was due has ended.
 */
export function startKnowledgeSync(stored: () => void): Promise<void> {
  onStored = stored;
  onAlarm(ALARM, () => void syncDue());
  return syncDue();
}
