import type * as z from 'zod/mini';
import type { HttpError } from '@/lib/http/http-error';
import type { Result } from '@/lib/std/result';
import type { ArticleChange } from './article-change';
import type { KnowledgeRecord } from './knowledge-record';

/** What an adapter may use, all handed in: nothing reaches for globals, so tests can stand in for the network. */
export interface SourceContext<C> {
  /** Config with secrets filled in; exists in the background worker only. */
  readonly config: C;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export type Fetched<T> = Promise<Result<T, HttpError>>;

/** A record that could not be taken over; the others are. */
export interface BrokenRecord {
  readonly id: string;
  /** In words, without the record's text, e.g. `has no title`. */
  readonly reason: string;
}

/** One page of what changed. Sync stores it together with its cursor in one transaction. */
export interface Changes {
  readonly put: readonly KnowledgeRecord[];
  /** Ids the source knows to be deleted. */
  readonly removed: readonly string[];
  readonly broken: readonly BrokenRecord[];
  /** Where to go on after this page: handed back to `fetchChanges` after a kill, and by the next sync. */
  readonly cursor: string;
  /** Records of the whole run, where the source says; null = not known. */
  readonly total: number | null;
}

/** What a connection check found, in words for the settings page. */
export interface SourceReport {
  /** e.g. `Signed in as Knowledge Bot; 2,041 issues`. */
  readonly summary: string;
  readonly warnings: readonly string[];
}

/** Reads what is known from one kind of place. Every foreign answer is parsed, never cast. */
export interface KnowledgeSource<C = unknown> {
  readonly id: string;
  readonly name: string;
  /** One line for whoever chooses a source, e.g. `Known bugs from a project's issues`. */
  readonly offers: string;
  /** Draws the settings form: an object of strings, each registered in `fieldMeta` (lib/trackers/field-meta). */
  readonly configSchema: z.ZodMiniType<C>;
  /** Host patterns the connection needs, e.g. `https://tracker.example/*`. */
  hosts(config: C): string[];
  /** Where it reads, in words, e.g. `redmine.example, project app`. From the config without its secrets. */
  place(config: Readonly<Record<string, string>>): string;
  /**
   * Everything for a null cursor, else what changed since; oldest change first, so that a cursor never passes over
   * anything. Ends when all is read; the last cursor begins the next sync. An error ends it; what came before is kept.
   * A cursor the source no longer knows starts over: put is idempotent. Never yields the same page for ever.
   */
  fetchChanges(cursor: string | null, ctx: SourceContext<C>): AsyncIterable<Result<Changes, HttpError>>;
  /**
   * The ids of all records that exist, for sources that do not tell of deletions. Sync removes the others once the
   * listing ended without error; an empty listing is not believed.
   */
  listIds?(ctx: SourceContext<C>): AsyncIterable<Result<readonly string[], HttpError>>;
  /** Tells a bad key from a bad address, a missing project and a missing right. */
  check(ctx: SourceContext<C>): Fetched<SourceReport>;
  /**
   * Writes a new article, a mended one, or a flag on one, where the source can be written. Carries `key` in what it
   * writes and looks for it first, so that a retry never writes twice. Answers with the address of what was written.
   */
  saveArticle?(change: ArticleChange, key: string, ctx: SourceContext<C>): Fetched<{ readonly url: string }>;
}
