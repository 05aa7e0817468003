import { storage } from '@wxt-dev/storage';

/** A tracker connection without its secrets; those lie in `secrets.ts`, for the background worker alone. */
export interface TrackerConnection {
  readonly id: string;
  readonly trackerId: string;
  /** Config fields that are no secret. */
  readonly config: Readonly<Record<string, string>>;
}

/** A knowledge source without its secrets. */
export interface SourceConnection {
  readonly id: string;
  readonly sourceId: string;
  /** Config fields that are no secret. */
  readonly config: Readonly<Record<string, string>>;
  /** Minutes between two syncs; 0 = only when asked, or never for files. */
  readonly everyMinutes: number;
}

/** A help desk the agent connected by address. */
export interface DeskConnection {
  readonly origin: string;
  readonly readerId: string;
  readonly connectedAt: number;
}

/** Connections in the order of their making; the first one is where issues go. */
export const trackerConnections = storage.defineItem<TrackerConnection[]>('local:tracker-connections', {
  fallback: [],
  version: 1,
});

export const sourceConnections = storage.defineItem<SourceConnection[]>('local:source-connections', {
  fallback: [],
  version: 1,
});

export const deskConnections = storage.defineItem<DeskConnection[]>('local:desk-connections', {
  fallback: [],
  version: 1,
});

/** Address of a GitHub repository whose prefilled new-issue page Copy out may open; empty = not offered. */
export const copyOutRepository = storage.defineItem<string>('local:copy-out-repository', {
  fallback: '',
  version: 1,
});

/** The team's playbook as JSON text, as `parsePlaybook` took it over; null = the default is in force. */
export const storedPlaybook = storage.defineItem<string | null>('local:playbook', {
  fallback: null,
  version: 1,
});

/** Where the team's playbook is loaded from; `storedPlaybook` holds what came last. */
export interface PlaybookAddress {
  readonly url: string;
  /** Of the document that is in force, so that the server can say that nothing changed; null = none given. */
  readonly etag: string | null;
  /** Epoch milliseconds of the last load that brought a valid playbook or the news that it is the same. */
  readonly loadedAt: number;
  /** The last attempt that brought none, in words; null = the last one was good. */
  readonly problem: { readonly at: number; readonly message: string } | null;
}

/** Null = the playbook is the team's own copy. */
export const playbookAddress = storage.defineItem<PlaybookAddress | null>('local:playbook-address', {
  fallback: null,
  version: 1,
});

/** A playbook under edit that is not valid yet, as JSON text; null = none. What is in force stays meanwhile. */
export const playbookDraft = storage.defineItem<string | null>('local:playbook-draft', {
  fallback: null,
  version: 1,
});

/** Who answers for escalations unless the agent says otherwise: the name given last; empty = none yet. */
export const agentName = storage.defineItem<string>('local:agent-name', { fallback: '', version: 1 });

export type Theme = 'system' | 'light' | 'dark';

export const theme = storage.defineItem<Theme>('local:theme', { fallback: 'system', version: 1 });
