import { filledSince, withCompletion, withoutCompletion } from '@/lib/escalation/completion';
import type { Escalation } from '@/lib/escalation/escalation';
import { findDebt } from '@/lib/escalation/report/fields';
import { loadEscalation } from '@/lib/escalation/store';
import { isDraft } from '@/lib/escalation/transitions';
import type { CompletionPreview, Refusal } from '@/lib/messages/protocol';
import { toPlaybook } from '@/lib/playbook/parse-playbook';
import type { Playbook } from '@/lib/playbook/playbook';
import { storedPlaybook } from '@/lib/settings/settings';
import { sha256Hex } from '@/lib/std/hash';
import { err, ok, type Result } from '@/lib/std/result';
import { connectionOf } from './connection';
import { composeCompletion } from './outgoing';
import { recordTold, revokeTold } from './store';
import { waitingRow } from './waiting-row';

const refuse = (message: string) => err<Refusal>({ message });

interface Composed {
  readonly preview: CompletionPreview;
  readonly escalation: Escalation;
  readonly playbook: Playbook;
  /** Null where no tracker of ours holds the issue: the agent carries the text over. */
  readonly connectionId: string | null;
}

async function compose(escalationId: string): Promise<Result<Composed, Refusal>> {
  const escalation = await loadEscalation(escalationId);
  if (!escalation || isDraft(escalation.state)) return refuse('This escalation has not been handed off.');
  if (escalation.state === 'queued') return refuse('The issue is being filed; the rest follows it.');
  const playbook = toPlaybook(await storedPlaybook.getValue());
  if (findDebt(escalation, playbook).length === 0) return refuse('The issue has the whole report.');
  const connectionId = await connectionOf(escalation.issue);
  const { text, masks } = composeCompletion(escalation, playbook);
  const hash = await sha256Hex(JSON.stringify([connectionId, text]));
  return ok({
    escalation,
    playbook,
    connectionId,
    preview: { text, masks, hash, copied: connectionId === null },
  });
}

/** The comment that would leave now. */
export async function previewCompletion(escalationId: string): Promise<Result<CompletionPreview, Refusal>> {
  const composed = await compose(escalationId);
  return composed.ok ? ok(composed.value.preview) : composed;
}

const sameWords = (a: Escalation, b: Escalation) =>
  JSON.stringify([a.completion, a.unmasked]) === JSON.stringify([b.completion, b.unmasked]);

/**
 * Tells the issue the rest of the report, as the agent has seen it, in one comment; the debt is paid with it. Nothing
 * leaves before the undo time is over.
 */
export async function completeReport(escalationId: string, seen: string): Promise<Result<null, Refusal>> {
  const composed = await compose(escalationId);
  if (!composed.ok) return composed;
  const { preview, escalation, playbook, connectionId } = composed.value;
  const changed = 'The report changed after the preview. Look at it once more, then add it.';
  if (preview.hash !== seen) return refuse(changed);
  if (filledSince(escalation, playbook).length === 0) return refuse('Nothing has been filled in yet.');
  // The same words are one comment, in whichever browser; a colleague may add others.
  const key = `${escalation.issueKey}rest${preview.hash.slice(0, 12)}`;
  const recorded = await recordTold(escalationId, (stored) => {
    if (stored.completed || !sameWords(stored, escalation)) return null;
    const now = Date.now();
    const { issue } = stored;
    if (!issue || !connectionId)
      return { escalation: withCompletion(stored, playbook, null, now), row: null };
    const ref = { id: issue.id, key: issue.key, url: issue.url };
    const payload = {
      kind: 'comment',
      connectionId,
      ref,
      text: preview.text,
      about: 'completion',
    } as const;
    return {
      escalation: withCompletion(stored, playbook, key, now),
      row: waitingRow({ escalationId, key, payload, after: null }, now),
    };
  });
  return recorded ? ok(null) : refuse(changed);
}

/** The rest is owed again, as it was filled in, while the issue has heard nothing. */
export async function undoCompletion(escalationId: string): Promise<Result<null, Refusal>> {
  const undone = await revokeTold(escalationId, (stored) => {
    const escalation = withoutCompletion(stored, Date.now());
    return escalation && { escalation, key: stored.completed?.deliveryKey ?? null };
  });
  return undone ? ok(null) : refuse('Too late to undo: the comment is being sent.');
}
