import type { SearchQuery, SearchRecord } from '@/lib/knowledge/search/record';

export const LIMIT = 10;

/** One way of finding records, as a developer would set it up. Runs in a worker of its own. */
export interface BenchSystem {
  /** Takes all records in and leaves them where a cold start finds them. */
  build(records: readonly SearchRecord[]): Promise<void>;
  /** In a new worker: what must happen before the first query. */
  open(): Promise<void>;
  /** Ids of the best records. */
  search(query: SearchQuery): Promise<string[]>;
  /** Takes changed records in, as durably as `build`. */
  update(records: readonly SearchRecord[]): Promise<void>;
  /** Bytes stored. */
  size(): Promise<number>;
}

export const toText = ({ title, body = '' }: SearchQuery): string => `${title} ${body}`;
