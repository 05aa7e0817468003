import { database } from '@/lib/db/database';
import type { Escalation } from '@/lib/escalation/escalation';
import type { KnownUse } from '@/lib/escalation/known-use';
import { isDraft, moveTo } from '@/lib/escalation/transitions';
import type { IssueRef } from '@/lib/trackers/new-issue';
import { type Delivery, isPartOfHandOff } from './delivery';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export function listDeliveries(escalationId: string): Promise<Delivery[]> {
  return database().deliveries.where('escalationId').equals(escalationId).sortBy('createdAt');
}

export function listBlocked(): Promise<Delivery[]> {
  return database().deliveries.where('state').equals('blocked').toArray();
}

export function listOpen(): Promise<Delivery[]> {
  return database().deliveries.where('state').anyOf('waiting', 'sending').toArray();
}

/** Takes the next row that may be sent now and leases it, or null. A lease that ran out counts as due. */
export async function leaseNext(now: number, leaseMs: number): Promise<Delivery | null> {
  const db = database();
  return db.transaction('rw', db.deliveries, async () => {
    const open = await db.deliveries.where('state').anyOf('waiting', 'sending').sortBy('createdAt');
    for (const row of open) {
      const expired = row.state === 'sending' && (row.leaseUntil ?? 0) <= now;
      const due = row.state === 'waiting' && row.notBefore <= now;
      if (!expired && !due) continue;
      if (row.after !== null && (await db.deliveries.get(row.after))?.state !== 'sent') continue;
      const leased: Delivery = {
        ...row,
        state: 'sending',
        leaseUntil: now + leaseMs,
        attempts: row.attempts + 1,
        updatedAt: now,
      };
      await db.deliveries.put(leased);
      return leased;
    }
    return null;
  });
}

/**
 * Frees rows whose worker is gone. Only for the holder of the outbox lock: nobody else can be sending then. What they
 * sent is unknown: it gets time to arrive, and then every delivery asks the other side before it sends.
 */
export async function releaseOrphans(now: number, settleMs: number): Promise<void> {
  await database()
    .deliveries.where('state')
    .equals('sending')
    .modify((row: Mutable<Delivery>) => {
      // `updatedAt` is when it was leased; a clock that was set back must not make the row wait for it.
      const settlesAt = Math.min(now, row.updatedAt) + settleMs;
      Object.assign(row, { state: 'waiting', leaseUntil: null, notBefore: settlesAt, settlesAt });
      row.updatedAt = now;
    });
}

/** When the worker has to wake next, epoch ms, or null when nothing waits. Rows behind a blocked one do not count. */
export async function nextWakeAt(): Promise<number | null> {
  const db = database();
  const open = await listOpen();
  const times: number[] = [];
  for (const row of open) {
    if (row.after !== null && (await db.deliveries.get(row.after))?.state !== 'sent') continue;
    times.push(row.state === 'sending' ? (row.leaseUntil ?? 0) : row.notBefore);
  }
  return times.length === 0 ? null : Math.min(...times);
}

/** Writes the outcome of an attempt only while the caller still holds the lease. */
export async function finishAttempt(leased: Delivery, outcome: Partial<Delivery>): Promise<boolean> {
  const db = database();
  return db.transaction('rw', db.deliveries, async () => {
    const row = await db.deliveries.get(leased.id);
    if (row?.state !== 'sending' || row.attempts !== leased.attempts) return false;
    await db.deliveries.put({ ...row, leaseUntil: null, ...outcome, updatedAt: Date.now() });
    return true;
  });
}

/** Puts a blocked or waiting row back to the front, after a person has acted. */
export async function retryNow(match: (row: Delivery) => boolean, now: number): Promise<number> {
  return database()
    .deliveries.where('state')
    .anyOf('waiting', 'blocked')
    .filter((row) => match(row) && !(row.state === 'waiting' && row.attempts === 0))
    .modify((row: Mutable<Delivery>) => {
      Object.assign(row, { state: 'waiting', notBefore: Math.max(now, row.settlesAt ?? 0), updatedAt: now });
    });
}

const isUntouched = (row: Delivery) => row.state === 'waiting' && row.attempts === 0;

function deleteHandOffRows(escalationId: string) {
  return database().deliveries.where('escalationId').equals(escalationId).filter(isPartOfHandOff).delete();
}

/**
 * The escalation in its new state together with the rows it needs, or nothing at all. `seen` is the draft they were
 * made from: what was typed since must not be overwritten, and was not looked at.
 */
export async function queueHandOff(
  seen: Escalation,
  escalation: Escalation,
  rows: readonly Delivery[],
): Promise<'queued' | 'changed' | 'handed-off'> {
  const db = database();
  return db.transaction('rw', db.escalations, db.deliveries, async () => {
    const stored = await db.escalations.get(escalation.id);
    if (!stored || !isDraft(stored.state)) return 'handed-off';
    if (stored.updatedAt !== seen.updatedAt) return 'changed';
    await deleteHandOffRows(escalation.id);
    await db.escalations.put(escalation);
    await db.deliveries.bulkAdd([...rows]);
    return 'queued';
  });
}

/** Takes a handoff back while nothing has been leased. False once sending has begun. */
export async function revokeHandOff(escalationId: string, now: number): Promise<boolean> {
  const db = database();
  return db.transaction('rw', db.escalations, db.deliveries, async () => {
    const escalation = await db.escalations.get(escalationId);
    const rows = await db.deliveries.where('escalationId').equals(escalationId).toArray();
    const untouched = rows.filter(isPartOfHandOff).every(isUntouched);
    if (escalation?.state !== 'queued' || !untouched) return false;
    await deleteHandOffRows(escalationId);
    await db.escalations.put({
      ...moveTo(escalation, 'ready', 'taken back by the agent', now),
      handedOffAt: null,
    });
    return true;
  });
}

/** Marks the issue as made or found: the row is done and the escalation is `sent`, in one step. */
export async function recordIssue(
  leased: Delivery,
  ref: IssueRef,
  trackerId: string,
  now: number,
): Promise<void> {
  const db = database();
  await db.transaction('rw', db.escalations, db.deliveries, async () => {
    if (!(await finishAttempt(leased, { state: 'sent', error: null, result: ref }))) return;
    const escalation = await db.escalations.get(leased.escalationId);
    if (escalation?.state !== 'queued') return;
    await db.escalations.put({
      ...moveTo(escalation, 'sent', `filed as ${ref.key}`, now),
      issue: { ...ref, trackerId },
    });
  });
}

/** Marks the file as attached and lets go of its copy: a customer's file is kept no longer than it is needed. */
export async function recordAttached(leased: Delivery, fileId: string): Promise<void> {
  const db = database();
  await db.transaction('rw', db.deliveries, db.files, async () => {
    if (await finishAttempt(leased, { state: 'sent', error: null })) await db.files.delete(fileId);
  });
}

/** A refused issue goes back to the agent: the draft opens again, its rows are gone, the reason stands in the history. */
export async function reopenDraft(escalationId: string, why: string, now: number): Promise<boolean> {
  const db = database();
  return db.transaction('rw', db.escalations, db.deliveries, async () => {
    const escalation = await db.escalations.get(escalationId);
    const rows = await db.deliveries.where('escalationId').equals(escalationId).toArray();
    const refused = rows.some((row) => row.payload.kind === 'issue' && row.state === 'blocked');
    if (escalation?.state !== 'queued' || !refused) return false;
    await deleteHandOffRows(escalationId);
    await db.escalations.put({ ...moveTo(escalation, 'ready', why, now), handedOffAt: null });
    return true;
  });
}

export async function addDelivery(row: Delivery): Promise<void> {
  await database().deliveries.add(row);
}

/** One row per key: what waits or was sent already is not queued again. Answers with the row that stands. */
export async function addOnce(row: Delivery): Promise<Delivery> {
  const db = database();
  return db.transaction('rw', db.deliveries, async () => {
    const rows = await db.deliveries.where('escalationId').equals(row.escalationId).toArray();
    const same = rows.find(({ key }) => key === row.key);
    if (!same) await db.deliveries.add(row);
    return same ?? row;
  });
}

/** Takes one row back while nothing was tried. False once sending has begun. */
export async function revokeDelivery(id: string): Promise<boolean> {
  const db = database();
  return db.transaction('rw', db.deliveries, async () => {
    const row = await db.deliveries.get(id);
    if (!row || !isUntouched(row)) return false;
    await db.deliveries.delete(id);
    return true;
  });
}

/** Lets go of what a person has decided not to send any more: a blocked row that is no part of a handoff. */
export async function dropDelivery(id: string): Promise<void> {
  const db = database();
  await db.transaction('rw', db.deliveries, async () => {
    const row = await db.deliveries.get(id);
    if (row?.state === 'blocked' && !isPartOfHandOff(row)) await db.deliveries.delete(id);
  });
}

/**
 * Notes the use of a known bug or article together with its row; a draft ends with it as prevented. False when one is
 * used already or the escalation is gone.
 */
export async function recordUse(
  escalationId: string,
  knownUse: KnownUse,
  why: string,
  row: Delivery | null,
): Promise<boolean> {
  const db = database();
  return db.transaction('rw', db.escalations, db.deliveries, async () => {
    const stored = await db.escalations.get(escalationId);
    if (!stored || stored.knownUse) return false;
    const exit = { kind: knownUse.kind, reason: why, at: knownUse.at };
    const ended = isDraft(stored.state)
      ? { ...moveTo(stored, 'prevented', why, knownUse.at), exit, exitDraft: null }
      : stored;
    await db.escalations.put({ ...ended, knownUse, updatedAt: knownUse.at });
    if (row) await addOnce(row);
    return true;
  });
}

/**
 * Forgets the use and opens the draft again. `what waits` takes the "+1" back too: false once its sending has begun.
 * With `nothing`, what was told stays told and what waits still goes.
 */
export async function revokeUse(
  escalationId: string,
  takesBack: 'what waits' | 'nothing',
  now: number,
): Promise<boolean> {
  const db = database();
  return db.transaction('rw', db.escalations, db.deliveries, async () => {
    const stored = await db.escalations.get(escalationId);
    if (!stored?.knownUse) return false;
    const { deliveryKey } = stored.knownUse;
    let why = 'opened again';
    if (takesBack === 'what waits') {
      const rows = await db.deliveries.where('escalationId').equals(escalationId).toArray();
      const own = rows.filter(({ key }) => key === deliveryKey);
      if (!own.every(isUntouched)) return false;
      await db.deliveries.bulkDelete(own.map(({ id }) => id));
      why = 'taken back by the agent';
    }
    const open = stored.state === 'prevented' ? { ...moveTo(stored, 'draft', why, now), exit: null } : stored;
    await db.escalations.put({ ...open, knownUse: null, updatedAt: now });
    return true;
  });
}

/**
 * Changes an escalation that was handed off and adds the row that tells of it, in one step; the row only once. `change`
 * sees what is stored now and answers null when nothing is to be done. False then, and when it is gone or still a draft.
 */
export async function recordTold(
  escalationId: string,
  change: (stored: Escalation) => { escalation: Escalation; row: Delivery | null } | null,
): Promise<boolean> {
  const db = database();
  return db.transaction('rw', db.escalations, db.deliveries, async () => {
    const stored = await db.escalations.get(escalationId);
    const changed = stored && !isDraft(stored.state) ? change(stored) : null;
    if (!changed) return false;
    await db.escalations.put(changed.escalation);
    if (changed.row) await addOnce(changed.row);
    return true;
  });
}

/**
 * Takes back what `recordTold` wrote, with the row of this key while nothing was tried. `change` answers null when there
 * is nothing to take back. False then, and once sending has begun.
 */
export async function revokeTold(
  escalationId: string,
  change: (stored: Escalation) => { escalation: Escalation; key: string | null } | null,
): Promise<boolean> {
  const db = database();
  return db.transaction('rw', db.escalations, db.deliveries, async () => {
    const stored = await db.escalations.get(escalationId);
    const changed = stored ? change(stored) : null;
    if (!changed) return false;
    const rows = await db.deliveries.where('escalationId').equals(escalationId).toArray();
    const own = rows.filter(({ key }) => key === changed.key);
    if (!own.every(isUntouched)) return false;
    await db.deliveries.bulkDelete(own.map(({ id }) => id));
    await db.escalations.put(changed.escalation);
    return true;
  });
}
