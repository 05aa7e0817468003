import type { Escalation } from '@/lib/escalation/escalation';
import { type StoredRecord, toBugKey } from '@/lib/knowledge/knowledge-record';
import { countRequesters } from '@/lib/knowledge/ticket-query';
import { send } from '@/lib/messages/send';
import type { Ticket } from '@/lib/ticket/ticket';

/** Ends the ticket as known by this bug or article. Answers with why not, in words, or null. */
export async function linkKnown(
  escalation: Escalation,
  ticket: Ticket,
  record: StoredRecord,
): Promise<string | null> {
  if (record.kind === 'feature-card') return null;
  const { recordKey, kind, title, url } = record;
  const issue = record.kind === 'known-bug' ? record.issue : null;
  const used = { recordKey, kind, key: toBugKey(record), title, url: url || (issue?.url ?? ''), issue };
  const answer = await send('linkKnown', {
    escalationId: escalation.id,
    record: used,
    requesters: countRequesters(ticket),
  }).catch(() => null);
  if (answer?.ok) return null;
  return answer?.error.message ?? 'Baton’s background part did not answer. Nothing was sent; try again.';
}
