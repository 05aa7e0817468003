import { sha256Hex } from '@/lib/std/hash';

/**
 * The key a ticket's issue carries. It comes from what every browser sees alike (desk key, ticket id, ordinal), so
 * that two agents who escalate one ticket find one issue. Letters and digits only: trackers' searches split at
 * punctuation.
 */
export async function toIssueKey(deskKey: string, ticketId: string, ordinal: number): Promise<string> {
  const hash = await sha256Hex(JSON.stringify([deskKey, ticketId, ordinal]));
  return `baton${hash.slice(0, 20)}`;
}
