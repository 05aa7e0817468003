// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeDatabase, database } from '@/lib/db/database';
import type { Article } from '@/lib/knowledge/article';
import { IndexWriter } from '@/lib/knowledge/search/index-writer';
import { Searcher } from '@/lib/knowledge/search/searcher';
import { loadRecords, saveChanges, updateState } from '@/lib/knowledge/store';
import { BlockDatabase } from './block-database';
import { KnowledgeSearch } from './knowledge-search';
import { updateIndex } from './update-index';

let blocks: BlockDatabase;

beforeEach(async () => {
  await database().delete();
  closeDatabase();
  indexedDB.deleteDatabase('baton-search');
  blocks = new BlockDatabase();
  await updateState('kb', (state) => state);
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } });
});
afterEach(() => {
  blocks.close();
  vi.unstubAllGlobals();
});

const anArticle = (id: string, title: string): Article => ({
  kind: 'article',
  id,
  title,
  text: `${title} in other words`,
  body: null,
  labels: ['Reports'],
  audience: 'internal',
  owner: '',
  verifiedAt: null,
  url: '',
  createdAt: null,
  updatedAt: 1_700_000_000_000,
});

const save = (put: Article[], removed: string[] = []) =>
  saveChanges('kb', { put, removed, broken: [] }, {}, 1_700_000_000_000);

/** What a new worker finds. */
async function find(title: string): Promise<string[]> {
  const search = new KnowledgeSearch(new Searcher(blocks), loadRecords);
  return (await search.findKnown({ title })).articles.map(({ record }) => record.id);
}

it('finds what was stored, changed and removed, without being told twice', async () => {
  await save([anArticle('a', 'Export fails with E-4102'), anArticle('b', 'Calendar looks ugly')]);
  await updateIndex();
  expect(await find('export E-4102')).toEqual(['a']);
  await save([anArticle('a', 'Printing is slow')], ['b']);
  await updateIndex();
  expect(await find('export E-4102')).toEqual([]);
  expect(await find('printing slow')).toEqual(['a']);
  expect(await find('calendar ugly')).toEqual([]);
  expect(await database().unindexed.count()).toBe(0);
});

it('shows nothing that has a bare short number in common alone', async () => {
  await save([anArticle('a', 'Windows 11 needs a driver')]);
  await updateIndex();
  expect(await new Searcher(blocks).search({ title: 'Chart 11 blank' })).toHaveLength(1);
  expect(await find('Chart 11 blank')).toEqual([]);
  expect(await find('Driver 11 broken')).toEqual(['a']);
});

it('loses nothing when it is killed between index and queue', async () => {
  await save([anArticle('a', 'Export fails with E-4102')]);
  const kill = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw new DOMException('The worker is gone.', 'AbortError');
  });
  await expect(updateIndex()).rejects.toThrow('gone');
  kill.mockRestore();
  expect(await database().unindexed.count()).toBe(1);
  await updateIndex();
  expect(await find('export E-4102')).toEqual(['a']);
});

it('fills an index that was lost from the records', async () => {
  await save([anArticle('a', 'Export fails with E-4102')]);
  await updateIndex();
  blocks.close();
  indexedDB.deleteDatabase('baton-search');
  await updateIndex();
  expect(await find('export E-4102')).toEqual(['a']);
});

it('begins anew after everything was cleared, and no reader takes new blocks for old ones', async () => {
  await save([anArticle('a', 'Export fails with E-4102')]);
  await updateIndex();
  const searcher = new Searcher(blocks);
  expect(await searcher.count()).toBe(1);
  await new IndexWriter(blocks).clear();
  await save([anArticle('c', 'Login loops')]);
  await updateIndex();
  await searcher.refresh();
  expect((await searcher.search({ title: 'login loops' })).map(({ id }) => id)).toEqual(['kb/c']);
});
