import type { Escalation } from '@/lib/escalation/escalation';
import { toOutgoingCopy } from '@/lib/escalation/issue/outgoing-copy';
import { plusOneText } from '@/lib/escalation/issue/plus-one';
import type { KnownUse } from '@/lib/escalation/known-use';
import { loadEscalation } from '@/lib/escalation/store';
import { Masker } from '@/lib/masking/masker';
import type { Refusal, UsedRecord } from '@/lib/messages/protocol';
import { toPlaybook } from '@/lib/playbook/parse-playbook';
import { storedPlaybook } from '@/lib/settings/settings';
import { err, ok, type Result } from '@/lib/std/result';
import { connectionOf } from './connection';
import type { Delivery } from './delivery';
import { recordUse, revokeUse } from './store';
import { waitingRow } from './waiting-row';

const refuse = (message: string) => err<Refusal>({ message });

/** One per ticket and issue, in whichever browser: the issue's comments are searched for it. */
const toKey = (escalation: Escalation, issueId: string) =>
  `${escalation.issueKey}plus${issueId.replace(/[^a-z0-9]/gi, '')}`;

/**
 * Links ticket and record: the draft ends as prevented, and the bug's issue hears of one more report where a tracker of
 * ours holds it. Nothing leaves before the undo time is over.
 */
export async function linkKnown(
  escalationId: string,
  record: UsedRecord,
  requesters: number,
): Promise<Result<null, Refusal>> {
  const escalation = await loadEscalation(escalationId);
  if (!escalation) return refuse('Nothing has been kept for this ticket yet. Try again.');
  const now = Date.now();
  const { issue, ...named } = record;
  const { masks } = toPlaybook(await storedPlaybook.getValue());
  const masker = new Masker(masks, { unmasked: escalation.unmasked ?? [] });
  const told = toOutgoingCopy(escalation, masker);
  const comment = record.kind === 'known-bug' ? plusOneText(told, requesters) : '';
  const connectionId = await connectionOf(issue);
  let row: Delivery | null = null;
  if (issue && connectionId) {
    const ref = { id: issue.id, key: issue.key, url: issue.url };
    const payload = { kind: 'comment', connectionId, ref, text: comment, about: 'report' } as const;
    row = waitingRow({ escalationId, key: toKey(escalation, issue.id), payload, after: null }, now);
  }
  const use: KnownUse = { ...named, comment, deliveryKey: row?.key ?? null, at: now };
  const what = record.kind === 'known-bug' ? 'known bug' : 'answered by';
  const used = await recordUse(escalationId, use, `${what} ${record.key || record.title}`, row);
  return used ? ok(null) : refuse('Something known is linked to this ticket already.');
}

export async function unlinkKnown(escalationId: string): Promise<Result<null, Refusal>> {
  const undone = await revokeUse(escalationId, 'what waits', Date.now());
  return undone
    ? ok(null)
    : refuse('Too late to undo: the comment is being sent. Open the ticket’s walk again if it is not this.');
}

/** Not this after all: the walk goes on. What the issue was told stays told. */
export async function reopenPrevented(escalationId: string): Promise<Result<null, Refusal>> {
  const reopened = await revokeUse(escalationId, 'nothing', Date.now());
  return reopened ? ok(null) : refuse('This ticket is open already.');
}
