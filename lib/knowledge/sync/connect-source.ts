import type { HttpError } from '@/lib/http/http-error';
import type { SourceReport } from '@/lib/knowledge/knowledge-source';
import { sourceById } from '@/lib/knowledge/sources';
import { forgetConnection } from '@/lib/knowledge/store';
import type { Refusal, SourceInput } from '@/lib/messages/protocol';
import { keepSecrets, readConfig } from '@/lib/settings/connection-config';
import { deleteSecrets } from '@/lib/settings/secrets';
import { sourceConnections } from '@/lib/settings/settings';
import { err, ok, type Result } from '@/lib/std/result';
import { SECOND_MS } from '@/lib/std/time';
import { toContext } from './open-source';
import { forgetRemoved, syncNow, whileStill } from './sync';

/** The browser ends a worker's fetch after 30 seconds without a trace. */
const DEADLINE_MS = 25 * SECOND_MS;
const UNKNOWN = 'This kind of source is not known to Baton.';

export async function checkSource(input: SourceInput): Promise<Result<SourceReport, HttpError>> {
  const source = sourceById(input.sourceId);
  if (!source) return err({ kind: 'invalid', message: UNKNOWN });
  const read = await readConfig(source, input);
  return read.ok ? source.check(toContext(read.value.parsed, AbortSignal.timeout(DEADLINE_MS))) : read;
}

/**
 * Stores a connection that its schema accepts, secrets apart, and syncs it. One that points somewhere else now forgets
 * what it took in before.
 */
export async function saveSource(input: SourceInput): Promise<Result<{ connectionId: string }, Refusal>> {
  const source = sourceById(input.sourceId);
  if (!source) return err({ message: UNKNOWN });
  const read = await readConfig(source, input);
  if (!read.ok) return read;
  const id = input.connectionId ?? crypto.randomUUID();
  const config = await keepSecrets(source, id, read.value.config);
  const stored = await sourceConnections.getValue();
  const before = stored.find((entry) => entry.id === id);
  const connection = { id, sourceId: source.id, config, everyMinutes: input.everyMinutes };
  await sourceConnections.setValue(
    before ? stored.map((entry) => (entry.id === id ? connection : entry)) : [...stored, connection],
  );
  const isElsewhere = before && JSON.stringify(before.config) !== JSON.stringify(config);
  await whileStill(id, async () => {
    if (isElsewhere) await forgetConnection(id);
  });
  void syncNow(id);
  return ok({ connectionId: id });
}

/** Takes a connection with everything it brought out of this browser; nothing changes at the source. */
export async function removeSource(connectionId: string): Promise<void> {
  const rest = (await sourceConnections.getValue()).filter((entry) => entry.id !== connectionId);
  await sourceConnections.setValue(rest);
  await deleteSecrets(connectionId);
  await forgetRemoved();
}
