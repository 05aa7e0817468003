import { clearAlarm, onAlarm, setAlarm } from '@/lib/browser/alarms';
import { setBadge } from '@/lib/browser/badge';
import { owesReport } from '@/lib/escalation/completion';
import { listPending } from '@/lib/escalation/store';
import { toPlaybook } from '@/lib/playbook/parse-playbook';
import { storedPlaybook } from '@/lib/settings/settings';
import { MINUTE_MS } from '@/lib/std/time';
import type { DeliveryError } from '@/lib/trackers/delivery-error';
import { deliver, type Outcome } from './deliver';
import type { Delivery } from './delivery';
import { decideRetry, SETTLE_MS } from './retry-policy';
import {
  finishAttempt,
  leaseNext,
  listBlocked,
  nextWakeAt,
  recordAttached,
  recordIssue,
  releaseOrphans,
  retryNow,
} from './store';

const ALARM = 'outbox';
const LOCK = 'baton-outbox';

/** Longer than any attempt may take (25 s), so that a lease only runs out when its worker is gone. */
const LEASE_MS = MINUTE_MS;
/** Whoever is sending takes what else is due; looking again is for when it is killed. */
const BUSY_MS = 1_000;

async function recordFailure(row: Delivery, error: DeliveryError): Promise<void> {
  const now = Date.now();
  const decision = decideRetry(error, row.attempts);
  const note = { kind: error.kind, message: error.message, at: now };
  const settlesAt = error.outcomeUnknown ? now + SETTLE_MS : null;
  await finishAttempt(
    row,
    decision.retry
      ? { state: 'waiting', notBefore: now + decision.afterMs, error: note, settlesAt }
      : { state: 'blocked', error: note, settlesAt },
  );
}

async function recordSuccess(row: Delivery, outcome: Outcome): Promise<void> {
  if (outcome.issue) {
    await recordIssue(row, outcome.issue.ref, outcome.issue.trackerId, Date.now());
  } else if (row.payload.kind === 'attachment') {
    await recordAttached(row, row.payload.fileId);
  } else {
    await finishAttempt(row, { state: 'sent', error: null });
  }
}

async function attempt(row: Delivery): Promise<void> {
  try {
    const sent = await deliver(row);
    await (sent.ok ? recordSuccess(row, sent.value) : recordFailure(row, sent.error));
  } catch (bug) {
    // A bug in one adapter must not stop the rows behind it; the outcome counts as unknown.
    const message = `Something went wrong inside Baton (${bug instanceof Error ? bug.name : 'unknown'}).`;
    await recordFailure(row, { kind: 'unexpected-answer', message, outcomeUnknown: true });
  }
}

/**
 * Sets the next wake-up, after `restMs` at the soonest, and the badge. Runs after every change, so that a kill at any
 * await is made good.
 */
async function settle(restMs = 0): Promise<void> {
  const now = Date.now();
  const wakeAt = await nextWakeAt();
  await (wakeAt === null ? clearAlarm(ALARM) : setAlarm(ALARM, Math.max(wakeAt, now + restMs), now));
  const [blocked, pending, policy] = await Promise.all([
    listBlocked(),
    listPending(),
    storedPlaybook.getValue(),
  ]);
  const playbook = toPlaybook(policy);
  const owed = pending.filter((escalation) => escalation.unconfirmed || owesReport(escalation, playbook));
  await setBadge(new Set([...blocked.map((row) => row.escalationId), ...owed.map(({ id }) => id)]).size);
}

/** Sends everything that is due, one row after the other. Two workers never send at the same time. */
export async function drainOutbox(): Promise<void> {
  const isOurs = await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return false;
    await settle();
    await releaseOrphans(Date.now(), SETTLE_MS);
    for (;;) {
      const row = await leaseNext(Date.now(), LEASE_MS);
      if (!row) return true;
      await attempt(row);
    }
  });
  await settle(isOurs ? 0 : BUSY_MS);
}

/** What a page of the desk that was just read puts right: there is one, and the agent is logged in. */
const MENDED_BY_PAGE: ReadonlySet<unknown> = new Set(['offline', 'unauthorized']);

/** Notes that waited for a page of this desk, or for the agent to log in there, go to the front. */
export async function nudgeDesk(deskKey: string): Promise<void> {
  await retryNow(
    ({ payload, error }) =>
      payload.kind === 'note' && payload.deskKey === deskKey && MENDED_BY_PAGE.has(error?.kind),
    Date.now(),
  );
}

export async function retryDelivery(id: string): Promise<void> {
  await retryNow((row) => row.id === id, Date.now());
}

/** A connection that was mended resumes everything that was blocked on it. */
export async function resumeConnection(connectionId: string): Promise<void> {
  await retryNow(
    (row) => row.payload.kind !== 'note' && row.payload.connectionId === connectionId,
    Date.now(),
  );
}

/** Called at every start of the worker: alarms may have been cleared by the browser, work may be waiting. */
export function startOutbox(): void {
  onAlarm(ALARM, () => void drainOutbox());
  void drainOutbox();
}
