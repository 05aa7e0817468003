import { expose } from 'comlink';
import { Searcher } from '@/lib/knowledge/search/searcher';
import { loadRecords } from '@/lib/knowledge/store';
import { BlockDatabase } from './block-database';
import { announceSearch, onIndexWritten } from './index-news';
import { KnowledgeSearch } from './knowledge-search';

/**
 * Answers every page of the extension from one worker: blocks are read and kept once, however many panels are open.
 * What is written in the meantime is taken over before the pages are told.
 */
export function serveSearch(scope: Pick<EventTarget, 'addEventListener'>): void {
  const searcher = new Searcher(new BlockDatabase());
  const search = new KnowledgeSearch(searcher, loadRecords);
  onIndexWritten(() => void searcher.refresh().then(announceSearch, () => undefined));
  scope.addEventListener('connect', (event) => {
    const [port] = (event as MessageEvent).ports;
    if (port) expose(search, port);
  });
}
