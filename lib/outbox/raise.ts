import { planRaise, withCounted, withoutRaise } from '@/lib/classification/plan-raise';
import type { CountedTicket } from '@/lib/escalation/escalation';
import { listPending, loadEscalation } from '@/lib/escalation/store';
import { Masker } from '@/lib/masking/masker';
import type { Refusal } from '@/lib/messages/protocol';
import { toPlaybook } from '@/lib/playbook/parse-playbook';
import type { Massness } from '@/lib/playbook/playbook';
import { storedPlaybook } from '@/lib/settings/settings';
import { err, ok, type Result } from '@/lib/std/result';
import { connectionOf } from './connection';
import { recordTold, revokeTold } from './store';
import { waitingRow } from './waiting-row';

/** One comment for each massness reached, in whichever browser. */
const raiseKey = (issueKey: string, massness: Massness | null): string => `${issueKey}raise${massness}`;

/**
 * Counts a later ticket as one more report of an escalation that was handed off, or takes it out again. When that
 * crosses a threshold of the playbook the level rises and the issue is told, once per massness.
 */
export async function countReport(
  escalationId: string,
  report: CountedTicket,
): Promise<Result<null, Refusal>> {
  const counted = await recordTold(escalationId, (stored) => ({
    escalation: { ...stored, counted: withCounted(stored.counted, report), updatedAt: Date.now() },
    row: null,
  }));
  if (!counted) return err({ message: 'That ticket is not escalated any more. It was counted here only.' });
  await raise(escalationId);
  return ok(null);
}

/**
 * Takes back the latest raise together with the report that brought it, while the issue has heard nothing: a ticket was
 * confirmed by mistake.
 */
export async function undoRaise(escalationId: string): Promise<Result<null, Refusal>> {
  const undone = await revokeTold(escalationId, (stored) => {
    const escalation = withoutRaise(stored, Date.now());
    const massness = stored.raises?.at(-1)?.massness ?? null;
    return escalation && { escalation, key: raiseKey(stored.issueKey, massness) };
  });
  return undone
    ? ok(null)
    : err({ message: 'Too late to undo: the comment is being sent. The issue keeps the higher level.' });
}

/** Raises by what is counted, if that crosses a threshold. Repeated it does nothing more. */
async function raise(escalationId: string): Promise<void> {
  const playbook = toPlaybook(await storedPlaybook.getValue());
  const issue = (await loadEscalation(escalationId))?.issue ?? null;
  const connectionId = await connectionOf(issue);
  await recordTold(escalationId, (stored) => {
    const now = Date.now();
    const plan = planRaise(stored, playbook, now);
    if (!plan) return null;
    const { comment, escalation } = plan;
    if (!comment || !issue || !connectionId) return { escalation, row: null };
    // An address may hold a token: what leaves is masked here as everywhere.
    const masker = new Masker(playbook.masks, { unmasked: stored.unmasked ?? [] });
    const ref = { id: issue.id, key: issue.key, url: issue.url };
    const text = masker.mask(comment);
    const payload = { kind: 'comment', connectionId, ref, text, about: 'raise' } as const;
    const key = raiseKey(stored.issueKey, escalation.massness);
    return { escalation, row: waitingRow({ escalationId, key, payload, after: null }, now) };
  });
}

/** Makes good what a killed worker left, and what was counted before the issue had an address. */
export async function raiseCounted(): Promise<void> {
  for (const { id, counted } of await listPending()) if (counted) await raise(id);
}
