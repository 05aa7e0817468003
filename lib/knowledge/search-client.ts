import type { StoredRecord } from './knowledge-record';
import type { Match, SearchQuery } from './search/record';

/** A record with why it was found; `match` is null in a plain listing. */
export interface FoundRecord {
  readonly record: StoredRecord;
  readonly match: Match | null;
}

/** What is known about a ticket, best first, at most three of each kind. */
export interface KnownAbout {
  readonly bugs: readonly FoundRecord[];
  readonly articles: readonly FoundRecord[];
  readonly cards: readonly FoundRecord[];
  /** Records there are to search in; 0 = no source connected or nothing taken in yet. */
  readonly searched: number;
}

/** Narrows results: every group must be met, by any of its labels (see `toLabel`); `since` leaves older ones out. */
export interface KnowledgeFilter {
  readonly labels: readonly (readonly string[])[];
  /** Epoch milliseconds. */
  readonly since: number | null;
}

/** One page of results. */
export interface KnowledgePage {
  readonly rows: readonly FoundRecord[];
  readonly total: number;
}

/** The search worker as screens see it. Every call rejects with an Error in words when the worker cannot answer. */
export interface SearchClient {
  findKnown(query: SearchQuery): Promise<KnownAbout>;
  /**
   * Search as you type: the last word is also found by its beginning. Empty text lists everything, newest first.
   * `total` is the number of rows that can be asked for.
   */
  search(text: string, filter: KnowledgeFilter, from: number, count: number): Promise<KnowledgePage>;
  /** How many records carry each label, for the filters. */
  countLabels(): Promise<ReadonlyMap<string, number>>;
  /** Calls back whenever records were added, changed or removed; returns how to stop. */
  onChange(listener: () => void): () => void;
}
