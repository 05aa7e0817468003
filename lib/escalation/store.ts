import { database } from '@/lib/db/database';
import type { DraftPatch } from './draft-patch';
import type { Escalation } from './escalation';
import { isDraft } from './transitions';

export function loadEscalation(id: string): Promise<Escalation | undefined> {
  return database().escalations.get(id);
}

/** Everything handed off that has not ended, newest handoff first. */
export async function listPending(): Promise<Escalation[]> {
  const rows = await database()
    .escalations.where('state')
    .anyOf('queued', 'sent', 'received', 'needs-info', 'in-progress', 'resolved')
    .toArray();
  return rows.sort((a, b) => (b.handedOffAt ?? 0) - (a.handedOffAt ?? 0));
}

/** Drafts that were changed by the agent, last touched first. */
export async function listDrafts(): Promise<Escalation[]> {
  const rows = await database().escalations.where('state').anyOf('draft', 'ready').toArray();
  return rows.sort((a, b) => b.updatedAt - a.updatedAt);
}

/** Drafts that are watched rather than escalated, latest signal first. */
export async function listEarlySignals(): Promise<Escalation[]> {
  const rows = await listDrafts();
  const at = ({ earlySignal }: Escalation) => earlySignal?.at ?? 0;
  return rows.filter(({ earlySignal }) => earlySignal).sort((a, b) => at(b) - at(a));
}

/** Takes an escalation to another state in one step; `null` refuses, and so does an escalation that is not there. */
export async function stepEscalation(
  id: string,
  step: (stored: Escalation) => Escalation | null,
): Promise<boolean> {
  const db = database();
  return db.transaction('rw', db.escalations, async () => {
    const stored = await db.escalations.get(id);
    const next = stored ? step(stored) : null;
    if (next) await db.escalations.put(next);
    return next !== null;
  });
}

/** Patches that wait for the write before them, by draft: whoever types faster than the disk writes waits for two writes. */
const waiting = new Map<string, { patch: Record<string, unknown>; now: number; kept: Promise<boolean> }>();
const writing = new Map<string, Promise<unknown>>();

async function writePatch(base: Escalation, patch: DraftPatch, now: number): Promise<boolean> {
  const db = database();
  return db.transaction('rw', db.escalations, async () => {
    const stored = await db.escalations.get(base.id);
    if (stored && !isDraft(stored.state)) return false;
    if (!stored) await db.escalations.add(base);
    await db.escalations.update(base.id, { ...patch, updatedAt: now });
    return true;
  });
}

function write(base: Escalation, patch: DraftPatch, now: number): Promise<boolean> {
  const kept = writePatch(base, patch, now);
  const done = kept
    .catch(() => undefined)
    .then(() => {
      if (writing.get(base.id) === done) writing.delete(base.id);
    });
  writing.set(base.id, done);
  return kept;
}

/**
 * Writes single fields of a draft; the first write stores the draft itself. Refuses (false) once it has been handed
 * off, so that a stale window cannot change what was sent. While one write is under way the next ones become one.
 */
export function patchDraft(base: Escalation, patch: DraftPatch, now: number): Promise<boolean> {
  const next = waiting.get(base.id);
  if (next) {
    Object.assign(next.patch, patch);
    next.now = now;
    return next.kept;
  }
  const before = writing.get(base.id);
  if (!before) return write(base, patch, now);
  const entry = { patch: { ...patch }, now, kept: Promise.resolve(false) };
  entry.kept = before.then(() => {
    waiting.delete(base.id);
    return write(base, entry.patch, entry.now);
  });
  waiting.set(base.id, entry);
  return entry.kept;
}

/** Fields that may change after handoff, such as the stage. Key paths as in `patchDraft`. */
export async function updateEscalation(id: string, patch: DraftPatch, now: number): Promise<void> {
  await database().escalations.update(id, { ...patch, updatedAt: now });
}

/**
 * Adds measured time to an escalation, whatever its state; false when it is not stored. No change of the draft: neither
 * its time stamp nor what was previewed moves.
 */
export async function addStepTimes(id: string, spent: Readonly<Record<string, number>>): Promise<boolean> {
  const changed = await database()
    .escalations.where(':id')
    .equals(id)
    .modify((row) => {
      const stepMs = { ...row.stepMs };
      for (const [step, ms] of Object.entries(spent)) stepMs[step] = (stepMs[step] ?? 0) + ms;
      row.stepMs = stepMs;
    });
  return changed > 0;
}

/** Forgets one escalation with its deliveries and files. Issues and notes already written stay where they are. */
export async function deleteEscalation(id: string): Promise<void> {
  const db = database();
  await db.transaction('rw', db.escalations, db.deliveries, db.files, async () => {
    await db.escalations.delete(id);
    await db.deliveries.where('escalationId').equals(id).delete();
    await db.files.where('escalationId').equals(id).delete();
  });
}
