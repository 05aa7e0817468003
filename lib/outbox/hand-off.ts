import type { Escalation } from '@/lib/escalation/escalation';
import { summarizeGaps } from '@/lib/escalation/report/readiness';
import { loadEscalation, updateEscalation } from '@/lib/escalation/store';
import { moveTo } from '@/lib/escalation/transitions';
import type { EvidenceFile } from '@/lib/evidence/evidence-file';
import { deleteFiles, listFiles } from '@/lib/evidence/store';
import type { Refusal } from '@/lib/messages/protocol';
import { toPlaybook } from '@/lib/playbook/parse-playbook';
import { storedPlaybook } from '@/lib/settings/settings';
import { sha256OfBytes } from '@/lib/std/hash';
import { err, ok, type Result } from '@/lib/std/result';
import { toHttpUrl } from '@/lib/std/text';
import { copyOut } from '@/lib/trackers';
import type { IssueRef } from '@/lib/trackers/new-issue';
import { type Delivery, type DeliveryPayload, UNDO_MS } from './delivery';
import { composeIssue, composeNote } from './preview';
import { addDelivery, queueHandOff, reopenDraft, revokeHandOff } from './store';
import { waitingRow } from './waiting-row';

const refuse = (message: string) => err<Refusal>({ message });

function row(
  escalation: Escalation,
  key: string,
  payload: DeliveryPayload,
  after: string | null,
  now: number,
): Delivery {
  return waitingRow({ escalationId: escalation.id, key, payload, after }, now);
}

function noteRow(escalation: Escalation, text: string, after: string | null, now: number): Delivery {
  const { deskKey, ticketId, url } = escalation.ticket;
  const payload = { kind: 'note', deskKey, ticketId, ticketUrl: url, text } as const;
  return row(escalation, `${escalation.issueKey}note`, payload, after, now);
}

/**
 * The key of a file is its content: a colleague who joins with another file adds it, with the same one does not.
 */
async function fileKey(escalation: Escalation, file: EvidenceFile): Promise<string> {
  const digest = await sha256OfBytes(await file.bytes.arrayBuffer());
  return `${escalation.issueKey}f${digest.slice(0, 12)}`;
}

const CHANGED = 'The report changed after the preview. Look at it once more, then hand off.';

const NOT_QUEUED = {
  changed: CHANGED,
  'handed-off': 'This escalation has been handed off in another window.',
} as const;

/**
 * Queues what the agent has seen: the escalation and its rows in one transaction. Nothing leaves before the undo time
 * is over; from then on an alarm guarantees it.
 */
export async function handOff(
  escalationId: string,
  seen: string,
): Promise<Result<{ sendsAt: number }, Refusal>> {
  const composed = await composeIssue(escalationId);
  if (!composed.ok) return composed;
  const { preview, escalation, takenUpBy, gaps } = composed.value;
  if (gaps.length > 0) return refuse(summarizeGaps(gaps));
  if (preview.hash !== seen) return refuse(CHANGED);
  if (!preview.connection)
    return refuse('No tracker is connected. Use Copy out, or connect one in Settings.');
  const now = Date.now();
  const connectionId = preview.connection.id;
  const issue = row(
    escalation,
    escalation.issueKey,
    { kind: 'issue', connectionId, issue: preview.issue },
    null,
    now,
  );
  const rows = [issue];
  for (const [index, file] of (await listFiles(escalationId)).entries()) {
    // Masked, in the order they are stored: the hash vouches for the list.
    const name = preview.fileNames[index] ?? 'file';
    const payload = { kind: 'attachment', connectionId, fileId: file.id, name } as const;
    rows.push(row(escalation, await fileKey(escalation, file), payload, issue.id, now));
  }
  if (preview.note !== null) rows.push(noteRow(escalation, preview.note, issue.id, now));
  const queued = {
    ...moveTo(escalation, 'queued', `handed off to ${preview.connection.trackerName}`, now),
    takenUpBy,
    handedOffAt: now,
  };
  const outcome = await queueHandOff(escalation, queued, rows);
  return outcome === 'queued' ? ok({ sendsAt: now + UNDO_MS }) : refuse(NOT_QUEUED[outcome]);
}

export async function undoHandOff(escalationId: string): Promise<Result<null, Refusal>> {
  const undone = await revokeHandOff(escalationId, Date.now());
  return undone
    ? ok(null)
    : refuse('Too late to undo: sending has begun. The issue will appear in a moment.');
}

/** An issue that was refused for its content, or whose connection is gone, becomes a draft again. */
export async function reopenHandOff(escalationId: string): Promise<Result<null, Refusal>> {
  const reopened = await reopenDraft(escalationId, 'opened again to change what was refused', Date.now());
  return reopened
    ? ok(null)
    : refuse('This escalation cannot be changed now: it is being sent, or was sent.');
}

/** The agent carries the text over by hand: sent as far as Baton can tell, unconfirmed until an address is given. */
export async function copiedOut(
  escalationId: string,
  seen: string,
  by: string,
): Promise<Result<null, Refusal>> {
  const composed = await composeIssue(escalationId);
  if (!composed.ok) return composed;
  const { preview, escalation, takenUpBy, gaps } = composed.value;
  if (gaps.length > 0) return refuse(summarizeGaps(gaps));
  if (preview.hash !== seen) return refuse(CHANGED);
  const now = Date.now();
  const sent = {
    ...moveTo(escalation, 'sent', `copied out (${by})`, now),
    unconfirmed: true,
    takenUpBy,
    handedOffAt: now,
  };
  const outcome = await queueHandOff(escalation, sent, []);
  return outcome === 'queued' ? ok(null) : refuse(NOT_QUEUED[outcome]);
}

/** `#123`, `ABC-123` or the last part of the path: what people will call the issue. */
function keyFromAddress(url: URL): string {
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? url.hostname;
  return /^\d+$/.test(last) ? `#${last}` : last.slice(0, 60);
}

/** The address of the issue the agent filed by hand; from now on the ticket can carry the link. */
export async function confirmAddress(
  escalationId: string,
  address: string,
): Promise<Result<IssueRef, Refusal>> {
  const escalation = await loadEscalation(escalationId);
  if (!escalation?.unconfirmed) return refuse('This escalation is not waiting for an address.');
  const url = toHttpUrl(address.trim());
  if (!url)
    return refuse('That is not a web address. Copy it from the tracker’s address bar, with https://.');
  const ref = { id: url.href, key: keyFromAddress(url), url: url.href };
  const now = Date.now();
  await updateEscalation(escalationId, { unconfirmed: false, issue: { ...ref, trackerId: copyOut.id } }, now);
  const note = await composeNote(escalation, toPlaybook(await storedPlaybook.getValue()));
  if (note !== null) await addDelivery({ ...noteRow(escalation, note, null, now), notBefore: now });
  // The agent has filed the issue by hand, its files with it: a customer's file is kept no longer than it is needed.
  await deleteFiles(escalationId);
  return ok(ref);
}
