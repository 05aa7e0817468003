import type { HttpErrorKind } from '@/lib/http/http-error';

export type SyncPhase = 'idle' | 'running' | 'paused' | 'waiting';

/** Where the cache of one connection stands; counters are kept here so that no screen counts rows. */
export interface SourceState {
  readonly connectionId: string;
  /** `waiting`: until `notBefore`, because the source asked for it or an attempt failed. */
  readonly phase: SyncPhase;
  /** Where to go on; null = nothing taken in yet. */
  readonly cursor: string | null;
  readonly records: number;
  /** Characters of all records, for the size shown. */
  readonly size: number;
  /** Records that could not be taken over. */
  readonly broken: number;
  /** Records taken over and expected in the run under way; `total` null = not known. */
  readonly done: number;
  readonly total: number | null;
  /** When the attempt under way began, and what was done by then: the rate is measured from there. */
  readonly startedAt: number | null;
  readonly startedWith: number;
  /** When everything was last known to be taken in. */
  readonly syncedAt: number | null;
  /** When deletions were last looked for. */
  readonly sweptAt: number | null;
  /** The last look for deletions missed more than half of the records: removed only when the next one says so too. */
  readonly doubted: boolean;
  readonly notBefore: number;
  readonly failures: number;
  readonly error: {
    /** Beside what the source answers: no permission of the browser, no room in it, a mistake of ours. */
    readonly kind: HttpErrorKind | 'not-allowed' | 'quota' | 'bug';
    readonly message: string;
    readonly at: number;
  } | null;
}

export function newSourceState(connectionId: string): SourceState {
  return {
    connectionId,
    phase: 'idle',
    cursor: null,
    records: 0,
    size: 0,
    broken: 0,
    done: 0,
    total: null,
    startedAt: null,
    startedWith: 0,
    syncedAt: null,
    sweptAt: null,
    doubted: false,
    notBefore: 0,
    failures: 0,
    error: null,
  };
}

/** A record that was left out, for the list people can open. */
export interface BrokenRow {
  readonly connectionId: string;
  readonly id: string;
  readonly reason: string;
  readonly at: number;
}

/** A record that changed since the index was written; `recordKey` no longer stored means deleted. */
export interface UnindexedRow {
  readonly seq?: number;
  readonly recordKey: string;
}
