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

export type Theme = 'system' | 'light' | 'dark';

export const theme = storage.defineItem<Theme>('local:theme', { fallback: 'system', version: 1 });
