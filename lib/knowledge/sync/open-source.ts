import type { SourceContext } from '@/lib/knowledge/knowledge-source';
import { type AnySource, sourceById } from '@/lib/knowledge/sources';
import { loadSecrets } from '@/lib/settings/secrets';
import { type SourceConnection, sourceConnections } from '@/lib/settings/settings';

/** A source ready to be asked. Holds secrets: stays inside the background worker. */
interface OpenSource {
  readonly connection: SourceConnection;
  readonly source: AnySource;
  readonly ctx: SourceContext<unknown>;
}

/** The context an adapter works in, with the whole config (secrets included). */
export function toContext(config: unknown, signal: AbortSignal): SourceContext<unknown> {
  return { config, fetch: globalThis.fetch.bind(globalThis), signal, now: Date.now };
}

/** Null when the connection was removed, or its source is none that can be asked. */
export async function openSource(id: string, signal: AbortSignal): Promise<OpenSource | null> {
  const connection = (await sourceConnections.getValue()).find((entry) => entry.id === id);
  const source = connection && sourceById(connection.sourceId);
  if (!source) return null;
  const config = { ...connection.config, ...(await loadSecrets(id)) };
  return { connection, source, ctx: toContext(config, signal) };
}
