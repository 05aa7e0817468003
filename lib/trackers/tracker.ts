import type * as z from 'zod/mini';
import type { Result } from '@/lib/std/result';
import type { DeliveryError } from './delivery-error';
import type { IssueFile, IssueRef, IssueState, NewIssue } from './new-issue';

/** What an adapter may use, all handed in: nothing reaches for globals, so tests can stand in for the network. */
export interface TrackerContext<C> {
  /** Config with secrets filled in; exists in the background worker only. */
  readonly config: C;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export type Delivered<T> = Promise<Result<T, DeliveryError>>;

/** What a connection check found, in words for the settings page. */
export interface CheckReport {
  /** e.g. `Signed in as Escalation Bot; files into App`. */
  readonly summary: string;
  /** Things that work less well than they could, e.g. a missing custom field. */
  readonly warnings: readonly string[];
}

/** Files and follows issues in one kind of tracker. Every foreign answer is parsed, never cast. */
export interface Tracker<C = unknown> {
  readonly id: string;
  readonly name: string;
  /** Bytes an installation takes as one file unless its administrator changed it; null = not known. */
  readonly maxFileBytes: number | null;
  /** Draws the settings form: an object of strings, each registered in `fieldMeta`. */
  readonly configSchema: z.ZodMiniType<C>;
  /** Host patterns the connection needs, e.g. `https://tracker.example/*`. */
  hosts(config: C): string[];
  /** Where issues go, in words, e.g. `redmine.example, project app`. From the config without its secrets. */
  place(config: Readonly<Record<string, string>>): string;
  /** Whether id and address name one issue of the tracker the config points at. From the config without its secrets. */
  holdsIssue(ref: IssueRef, config: Readonly<Record<string, string>>): boolean;
  /** The body exactly as it will be sent, in the tracker's own markup. Pure. */
  formatBody(issue: NewIssue, key: string, config: C): string;
  /** Creates without looking: the outbox calls `findIssue` first. */
  createIssue(issue: NewIssue, key: string, ctx: TrackerContext<C>): Delivered<IssueRef>;
  /** The issue that carries the key, or null. An answer that cannot be trusted is an error, never null. */
  findIssue(key: string, ctx: TrackerContext<C>): Delivered<IssueRef | null>;
  getIssue(ref: IssueRef, ctx: TrackerContext<C>): Delivered<IssueState>;
  /** Issues changed at or after `since` (epoch ms), oldest first, restricted to the connection's project. */
  listChanges(since: number, ctx: TrackerContext<C>): Delivered<IssueState[]>;
  addComment(ref: IssueRef, text: string, ctx: TrackerContext<C>): Delivered<void>;
  /**
   * Whether a comment on the issue holds the key (letters and digits, part of the text given to `addComment`). An
   * answer that cannot be trusted is an error, never false.
   */
  findComment(ref: IssueRef, key: string, ctx: TrackerContext<C>): Delivered<boolean>;
  /** Attaches one file; a file that already stands there under the same key is not attached again. */
  attach(ref: IssueRef, file: IssueFile, key: string, ctx: TrackerContext<C>): Delivered<void>;
  /** Tells a bad key from a bad address, a missing project and a missing right. */
  check(ctx: TrackerContext<C>): Delivered<CheckReport>;
}
