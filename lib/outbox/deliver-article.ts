import { sourceById } from '@/lib/knowledge/sources';
import { loadSecrets } from '@/lib/settings/secrets';
import { type SourceConnection, sourceConnections } from '@/lib/settings/settings';
import { err, type Result } from '@/lib/std/result';
import type { DeliveryError } from '@/lib/trackers/delivery-error';
import { toContext } from './connection';
import type { Delivery, DeliveryPayload } from './delivery';

type ArticlePayload = Extract<DeliveryPayload, { kind: 'article' }>;

const invalid = (message: string) => err<DeliveryError>({ kind: 'invalid', message });

/** A source that takes changes, with its connection; null when it is gone or only read. */
export async function writableSource(connectionId: string) {
  const connection = (await sourceConnections.getValue()).find(({ id }) => id === connectionId);
  const saveArticle = connection && sourceById(connection.sourceId)?.saveArticle;
  return saveArticle ? { connection, saveArticle } : null;
}

/** Where changes can be queued to, in words. */
export async function listWritableSources(): Promise<{ connectionId: string; place: string }[]> {
  const toWritable = ({ id, sourceId, config }: SourceConnection) => {
    const source = sourceById(sourceId);
    return source?.saveArticle
      ? [{ connectionId: id, place: `${source.name}, ${source.place(config)}` }]
      : [];
  };
  return (await sourceConnections.getValue()).flatMap(toWritable);
}

/** The source looks for the key before it writes. */
export async function deliverArticle(
  row: Delivery,
  { connectionId, change }: ArticlePayload,
): Promise<Result<{ url: string }, DeliveryError>> {
  const writable = await writableSource(connectionId);
  if (!writable) return invalid('The knowledge source this was meant for is gone or can only be read.');
  const config = { ...writable.connection.config, ...(await loadSecrets(connectionId)) };
  return writable.saveArticle(change, row.key, toContext(config));
}
