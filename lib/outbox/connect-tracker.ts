import type { Refusal, TrackerInput } from '@/lib/messages/protocol';
import { deleteSecrets, loadSecrets, saveSecrets } from '@/lib/settings/secrets';
import { trackerConnections } from '@/lib/settings/settings';
import { err, ok, type Result } from '@/lib/std/result';
import { trackerById } from '@/lib/trackers';
import { configProblem, splitSecrets } from '@/lib/trackers/config-fields';
import type { DeliveryError } from '@/lib/trackers/delivery-error';
import type { CheckReport } from '@/lib/trackers/tracker';
import { toContext } from './connection';

/** Secrets that were left empty on an existing connection stay as they are: the form never shows them. */
async function completeConfig(input: TrackerInput): Promise<Record<string, string>> {
  const kept = input.connectionId ? await loadSecrets(input.connectionId) : {};
  const given = Object.entries(input.config).filter(([, value]) => value.trim() !== '');
  return { ...kept, ...Object.fromEntries(given.map(([name, value]) => [name, value.trim()])) };
}

export async function checkTracker(input: TrackerInput): Promise<Result<CheckReport, DeliveryError>> {
  const tracker = trackerById(input.trackerId);
  if (!tracker) return err({ kind: 'invalid', message: 'This tracker is not known to Baton.' });
  const config = await completeConfig(input);
  const parsed = tracker.configSchema.safeParse(config);
  if (!parsed.success) {
    return err({ kind: 'invalid', message: configProblem(tracker, config, parsed.error.issues) });
  }
  return tracker.check(toContext(parsed.data));
}

/** Stores a connection that its schema accepts, secrets apart. Saving does not need the tracker to be reachable. */
export async function saveTracker(input: TrackerInput): Promise<Result<{ connectionId: string }, Refusal>> {
  const tracker = trackerById(input.trackerId);
  if (!tracker) return err({ message: 'This tracker is not known to Baton.' });
  const config = await completeConfig(input);
  const parsed = tracker.configSchema.safeParse(config);
  if (!parsed.success) return err({ message: configProblem(tracker, config, parsed.error.issues) });
  const { open, secret } = splitSecrets(tracker, config);
  const id = input.connectionId ?? crypto.randomUUID();
  await saveSecrets(id, secret);
  const others = (await trackerConnections.getValue()).filter((entry) => entry.id !== id);
  await trackerConnections.setValue([...others, { id, trackerId: tracker.id, config: open }]);
  return ok({ connectionId: id });
}

export async function removeTracker(connectionId: string): Promise<void> {
  const rest = (await trackerConnections.getValue()).filter((entry) => entry.id !== connectionId);
  await trackerConnections.setValue(rest);
  await deleteSecrets(connectionId);
}
