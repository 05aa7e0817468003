import { wrap } from 'comlink';
import { browser } from 'wxt/browser';
import { SECOND_MS } from '@/lib/std/time';
import { onSearchRefreshed } from './index/index-news';
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

/** A worker that is loading a cold index answers within a second; after this it is gone. */
const ANSWER_MS = 15 * SECOND_MS;

type Asked = Pick<SearchClient, 'findKnown' | 'search' | 'countLabels'>;

let shared: SearchClient | undefined;

/** The client of this page. Starts the worker on first use; a worker that falls silent is started anew. */
export function searchClient(): SearchClient {
  shared ??= connect();
  return shared;
}

function connect(): SearchClient {
  let worker: Asked | undefined;
  const ask = async <T>(question: (worker: Asked) => Promise<T>): Promise<T> => {
    worker ??= startWorker();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        worker = undefined;
        reject(new Error('The search did not answer. Try again; if it stays silent, restart the browser.'));
      }, ANSWER_MS);
    });
    try {
      return await Promise.race([question(worker), silence]);
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    findKnown: (query) => ask((it) => it.findKnown(query)),
    search: (text, filter, from, count) => ask((it) => it.search(text, filter, from, count)),
    countLabels: () => ask((it) => it.countLabels()),
    onChange: onSearchRefreshed,
  };
}

function startWorker(): Asked {
  const worker = new SharedWorker(browser.runtime.getURL('/search-worker.js'), { name: 'baton-search' });
  return wrap<Asked>(worker.port);
}
