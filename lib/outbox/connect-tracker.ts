import type { Refusal, TrackerInput } from '@/lib/messages/protocol';
import { keepSecrets, readConfig } from '@/lib/settings/connection-config';
import { deleteSecrets } from '@/lib/settings/secrets';
import { trackerConnections } from '@/lib/settings/settings';
import { err, ok, type Result } from '@/lib/std/result';
import { trackerById } from '@/lib/trackers';
import type { DeliveryError } from '@/lib/trackers/delivery-error';
import type { CheckReport } from '@/lib/trackers/tracker';
import { toContext } from './connection';

export async function checkTracker(input: TrackerInput): Promise<Result<CheckReport, DeliveryError>> {
  const tracker = trackerById(input.trackerId);
  if (!tracker) return err({ kind: 'invalid', message: 'This tracker is not known to Baton.' });
  const read = await readConfig(tracker, input);
  return read.ok ? tracker.check(toContext(read.value.parsed)) : read;
}

/** Stores a connection that its schema accepts, secrets apart. Saving does not need the tracker to be reachable. */
export async function saveTracker(input: TrackerInput): Promise<Result<{ connectionId: string }, Refusal>> {
  const tracker = trackerById(input.trackerId);
  if (!tracker) return err({ message: 'This tracker is not known to Baton.' });
  const read = await readConfig(tracker, input);
  if (!read.ok) return read;
  const id = input.connectionId ?? crypto.randomUUID();
  const config = await keepSecrets(tracker, id, read.value.config);
  const others = (await trackerConnections.getValue()).filter((entry) => entry.id !== id);
  await trackerConnections.setValue([...others, { id, trackerId: tracker.id, config }]);
  return ok({ connectionId: id });
}

export async function removeTracker(connectionId: string): Promise<void> {
  const rest = (await trackerConnections.getValue()).filter((entry) => entry.id !== connectionId);
  await trackerConnections.setValue(rest);
  await deleteSecrets(connectionId);
}
