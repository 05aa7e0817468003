import { loadSecrets } from '@/lib/settings/secrets';
import { type TrackerConnection, trackerConnections } from '@/lib/settings/settings';
import { err, ok, type Result } from '@/lib/std/result';
import { type AnyTracker, trackerById } from '@/lib/trackers';
import type { DeliveryError } from '@/lib/trackers/delivery-error';
import type { IssueRef } from '@/lib/trackers/new-issue';
import type { TrackerContext } from '@/lib/trackers/tracker';

/** A tracker ready to be asked. Holds secrets: stays inside the background worker. */
export interface OpenConnection {
  readonly id: string;
  /** In words, where issues go. */
  readonly place: string;
  readonly tracker: AnyTracker;
  readonly ctx: TrackerContext<unknown>;
}

/** The browser ends a worker's fetch after 30 seconds without a trace; every delivery ends itself before. */
const DEADLINE_MS = 25_000;

/** The context an adapter works in, with the whole config (secrets included). */
export function toContext(config: unknown): TrackerContext<unknown> {
  return {
    config,
    fetch: globalThis.fetch.bind(globalThis),
    signal: AbortSignal.timeout(DEADLINE_MS),
    now: Date.now,
  };
}

const gone: DeliveryError = {
  kind: 'invalid',
  message: 'The tracker connection this was meant for has been removed. The draft is kept.',
};

async function open(connection: TrackerConnection): Promise<Result<OpenConnection, DeliveryError>> {
  const tracker = trackerById(connection.trackerId);
  if (!tracker) return err(gone);
  const config = { ...connection.config, ...(await loadSecrets(connection.id)) };
  return ok({
    id: connection.id,
    place: tracker.place(connection.config),
    tracker,
    ctx: toContext(config),
  });
}

export async function openConnection(id: string): Promise<Result<OpenConnection, DeliveryError>> {
  const connection = (await trackerConnections.getValue()).find((entry) => entry.id === id);
  return connection ? open(connection) : err(gone);
}

/** The connection issues go to, or null when none is configured and Copy out is the way. */
export async function openDefaultConnection(): Promise<Result<OpenConnection, DeliveryError> | null> {
  const [first] = await trackerConnections.getValue();
  return first ? open(first) : null;
}

/** The connection that issue lies in; its source may be read through another one, or be no tracker of ours. */
export async function connectionOf(
  issue: (IssueRef & { readonly trackerId: string }) | null,
): Promise<string | null> {
  if (!issue) return null;
  const connections = await trackerConnections.getValue();
  const holder = connections.find(
    ({ trackerId, config }) =>
      trackerId === issue.trackerId && trackerById(trackerId)?.holdsIssue(issue, config),
  );
  return holder?.id ?? null;
}
