import { planRaise, withCounted } from '@/lib/classification/plan-raise';
import type { CountedTicket } from '@/lib/escalation/escalation';
import { listPending, loadEscalation } from '@/lib/escalation/store';
import { Masker } from '@/lib/masking/masker';
import type { Refusal } from '@/lib/messages/protocol';
import { toPlaybook } from '@/lib/playbook/parse-playbook';
import { storedPlaybook } from '@/lib/settings/settings';
import { err, ok, type Result } from '@/lib/std/result';
import { connectionOf } from './connection';
import { recordRaise } from './store';
import { waitingRow } from './waiting-row';

/**
 * Counts a later ticket as one more report of an escalation that was handed off, or takes it out again. When that
 * crosses a threshold of the playbook the level rises and the issue is told, once per massness.
 */
export async function countReport(
  escalationId: string,
  report: CountedTicket,
): Promise<Result<null, Refusal>> {
  const counted = await recordRaise(escalationId, (stored) => ({
    escalation: { ...stored, counted: withCounted(stored.counted, report), updatedAt: Date.now() },
    row: null,
  }));
  if (!counted) return err({ message: 'That ticket is not escalated any more. It was counted here only.' });
  await raise(escalationId);
  return ok(null);
}

/** Raises by what is counted, if that crosses a threshold. Repeated it does nothing more. */
async function raise(escalationId: string): Promise<void> {
  const playbook = toPlaybook(await storedPlaybook.getValue());
  const issue = (await loadEscalation(escalationId))?.issue ?? null;
  const connectionId = await connectionOf(issue);
  await recordRaise(escalationId, (stored) => {
    const now = Date.now();
    const plan = planRaise(stored, playbook, now);
    if (!plan) return null;
    const { comment, escalation } = plan;
    if (!comment || !issue || !connectionId) return { escalation, row: null };
    // An address may hold a token: what leaves is masked here as everywhere.
    const masker = new Masker(playbook.masks, { unmasked: stored.unmasked ?? [] });
    const ref = { id: issue.id, key: issue.key, url: issue.url };
    const payload = { kind: 'comment', connectionId, ref, text: masker.mask(comment) } as const;
    const key = `${stored.issueKey}raise${escalation.massness}`;
    return { escalation, row: waitingRow({ escalationId, key, payload, after: null }, now) };
  });
}

/** Makes good what a killed worker left, and what was counted before the issue had an address. */
export async function raiseCounted(): Promise<void> {
  for (const { id, counted } of await listPending()) if (counted) await raise(id);
}
