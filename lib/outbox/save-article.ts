import type { ArticleChange } from '@/lib/knowledge/article-change';
import { maskChange } from '@/lib/knowledge/mask-change';
import type { Refusal } from '@/lib/messages/protocol';
import { toPlaybook } from '@/lib/playbook/parse-playbook';
import { storedPlaybook } from '@/lib/settings/settings';
import { sha256Hex } from '@/lib/std/hash';
import { err, ok, type Result } from '@/lib/std/result';
import { writableSource } from './deliver-article';
import { addOnce, revokeDelivery } from './store';
import { waitingRow } from './waiting-row';

/** Queues a change to a knowledge source, masked as it was shown; the same change twice is one. */
export async function saveArticle(
  escalationId: string,
  connectionId: string,
  wanted: ArticleChange,
  unmasked: readonly string[],
): Promise<Result<{ deliveryId: string }, Refusal>> {
  if (!(await writableSource(connectionId))) {
    return err({ message: 'This source can only be read. Copy the text, or save it as a file.' });
  }
  const { masks } = toPlaybook(await storedPlaybook.getValue());
  const { change } = maskChange(wanted, masks, unmasked);
  const hash = await sha256Hex(JSON.stringify([escalationId, connectionId, change]));
  const payload = { kind: 'article', connectionId, change } as const;
  const key = `baton${hash.slice(0, 20)}`;
  const row = await addOnce(waitingRow({ escalationId, key, payload, after: null }, Date.now()));
  return ok({ deliveryId: row.id });
}

export async function undoArticle(deliveryId: string): Promise<Result<null, Refusal>> {
  const undone = await revokeDelivery(deliveryId);
  return undone ? ok(null) : err({ message: 'Too late to undo: sending has begun.' });
}
