// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { closeDatabase, database } from '@/lib/db/database';
import { aKnownBug } from '../../tests/sync-kit';
import type { Changes } from './knowledge-source';
import { LIMITS } from './record-fields';
import {
  forgetConnection,
  listBroken,
  listKnownIds,
  loadRecords,
  loadState,
  saveChanges,
  updateState,
} from './store';

beforeEach(async () => {
  await database().delete();
  closeDatabase();
  for (const id of ['one', 'two']) await updateState(id, (state) => ({ ...state, cursor: '0' }));
});

type Page = Partial<Pick<Changes, 'put' | 'removed' | 'broken'>>;
const save = (page: Page, now = 1, id = 'one') =>
  saveChanges(id, { put: [], removed: [], broken: [], ...page }, { cursor: `after ${now}` }, now);
const bugs = (...ids: string[]) => ids.map((id) => aKnownBug({ id }));
const queue = async () => (await database().unindexed.toArray()).map((row) => row.recordKey);
const titles = async (id = 'one') =>
  (await database().knowledge.where('connectionId').equals(id).toArray()).map(({ title }) => title);

/** Counts what the database itself is asked for while the work runs. */
async function countCalls(work: () => Promise<unknown>) {
  const spies = {
    transactions: vi.spyOn(IDBDatabase.prototype, 'transaction'),
    gets: vi.spyOn(IDBObjectStore.prototype, 'get'),
    puts: vi.spyOn(IDBObjectStore.prototype, 'put'),
    adds: vi.spyOn(IDBObjectStore.prototype, 'add'),
    deletes: vi.spyOn(IDBObjectStore.prototype, 'delete'),
  };
  // Dexie takes hold of the database's `transaction` while opening.
  closeDatabase();
  await database().open();
  for (const spy of Object.values(spies)) spy.mockClear();
  await work();
  return Object.fromEntries(Object.entries(spies).map(([name, spy]) => [name, spy.mock.calls.length]));
}

describe('saveChanges', () => {
  it('stores records, queue, counters and cursor in one transaction', async () => {
    const calls = await countCalls(() => save({ put: bugs('1', '2', '3') }));
    // One get for the state and one for each record; one put for each and one for the state; one queue row for each.
    expect(calls).toEqual({ transactions: 1, gets: 4, puts: 4, adds: 3, deletes: 0 });
    expect(await loadState('one')).toMatchObject({ records: 3, broken: 0, cursor: 'after 1' });
    expect(await queue()).toEqual(['one/1', 'one/2', 'one/3']);
    const [record] = await loadRecords(['one/2', 'one/nothing']);
    expect(record).toEqual({
      ...aKnownBug({ id: '2' }),
      recordKey: 'one/2',
      connectionId: 'one',
      savedAt: 1,
    });
  });

  it('writes nothing but the state for records that did not change', async () => {
    await save({ put: bugs('1', '2') });
    const before = await loadState('one');
    const calls = await countCalls(() => save({ put: bugs('1', '2') }, 2));
    expect(calls).toEqual({ transactions: 1, gets: 3, puts: 1, adds: 0, deletes: 0 });
    expect(await queue()).toEqual(['one/1', 'one/2']);
    expect(await loadState('one')).toEqual({ ...before, cursor: 'after 2' });
  });

  it('takes in what changed and forgets what was removed, each heard of once', async () => {
    await save({ put: bugs('1', '2', '3') });
    await database().unindexed.clear();
    await save(
      { put: [aKnownBug({ id: '1', title: 'Changed' }), ...bugs('2')], removed: ['3', 'never there'] },
      2,
    );
    expect(await titles()).toEqual(['Changed', 'Export 2 stops']);
    expect(await queue()).toEqual(['one/1', 'one/3']);
    const stored = await database().knowledge.toArray();
    const size = stored.reduce((sum, record) => sum + JSON.stringify(record).length, 0);
    expect(await loadState('one')).toMatchObject({ records: 2, size });
  });

  it('keeps the last of two records with one id, and one that exists over its removal', async () => {
    const put = [aKnownBug({ id: '1', title: 'First' }), aKnownBug({ id: '1', title: 'Last' })];
    await save({ put, removed: ['1'] });
    expect(await titles()).toEqual(['Last']);
    expect(await loadState('one')).toMatchObject({ records: 1 });
  });

  it('keeps equal ids of two sources apart', async () => {
    await save({ put: bugs('1') });
    await save({ put: [aKnownBug({ id: '1', title: 'Of the other' })] }, 1, 'two');
    await save({ removed: ['1'] }, 2);
    expect(await titles('one')).toEqual([]);
    expect(await titles('two')).toEqual(['Of the other']);
  });

  it('lists a record that breaks the schema, keeps its older version and all others', async () => {
    await save({ put: bugs('1') });
    const bad = aKnownBug({ id: '1', title: '', url: 'javascript:alert(1)' });
    await save({ put: [bad, ...bugs('2')], broken: [{ id: '9', reason: 'has no title' }] }, 2);
    expect(await titles()).toEqual(['Export 1 stops', 'Export 2 stops']);
    expect(await listBroken('one', 10)).toEqual([
      { connectionId: 'one', id: '1', reason: 'not valid: title, url', at: 2 },
      { connectionId: 'one', id: '9', reason: 'has no title', at: 2 },
    ]);
    expect(await listBroken('one', 1)).toHaveLength(1);
    expect(await loadState('one')).toMatchObject({ records: 2, broken: 2 });
    // The same again is counted once; mended or removed leaves the list.
    await save({ broken: [{ id: '9', reason: 'has no title' }] }, 3);
    expect(await loadState('one')).toMatchObject({ broken: 2 });
    await save({ put: bugs('1'), removed: ['9'] }, 4);
    expect(await listBroken('one', 10)).toEqual([]);
    expect(await loadState('one')).toMatchObject({ broken: 0 });
  });

  it('lists what is no record at all, with hostile ids cut', async () => {
    const strange = [
      null,
      5,
      { kind: 'known-bug', id: 'x'.repeat(5_000) },
      { ['__proto__']: 1, id: { a: 1 } },
    ];
    await save({ put: [...(strange as never[]), ...bugs('1')] });
    expect(await titles()).toEqual(['Export 1 stops']);
    const broken = await listBroken('one', 10);
    expect(broken.length).toBeGreaterThan(1);
    for (const { id, reason } of broken) {
      expect(id.length).toBeLessThanOrEqual(200);
      expect(reason).toMatch(/^not valid/);
    }
    expect(await loadState('one')).toMatchObject({ broken: broken.length });
  });

  it('stores no field the schema does not know', async () => {
    const extra = { ...aKnownBug({ id: '1' }), token: 'secret', text: 'x'.repeat(LIMITS.text) };
    await save({ put: [extra] });
    expect(JSON.stringify(await database().knowledge.toArray())).not.toContain('secret');
  });

  it('stores nothing for a connection that was removed', async () => {
    await forgetConnection('one');
    expect(await save({ put: bugs('1') })).toBeNull();
    expect(await database().knowledge.count()).toBe(0);
    expect(await loadState('one')).toBeUndefined();
  });

  it('leaves everything as it was when a write fails', async () => {
    await save({ put: bugs('1') });
    const real = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value) {
      if (value.id === '3') throw new DOMException('no room', 'QuotaExceededError');
      return real.call(this, value);
    });
    await expect(save({ put: bugs('2', '3') }, 2)).rejects.toThrow();
    expect(await titles()).toEqual(['Export 1 stops']);
    expect(await loadState('one')).toMatchObject({ records: 1, cursor: 'after 1' });
    expect(await queue()).toEqual(['one/1']);
  });
});

it('knows the ids of records and of what was left out', async () => {
  await save({ put: bugs('1', 'a/b'), broken: [{ id: '9', reason: 'has no title' }] });
  expect((await listKnownIds('one')).toSorted()).toEqual(['1', '9', 'a/b']);
  expect(await listKnownIds('two')).toEqual([]);
});

it('forgets one connection in slices, and tells the index of each record', async () => {
  const ids = Array.from({ length: 2_300 }, (_, index) => `${index}`);
  for (let at = 0; at < ids.length; at += 500) await save({ put: bugs(...ids.slice(at, at + 500)) });
  await save({ put: bugs('1') }, 1, 'two');
  await database().unindexed.clear();
  const calls = await countCalls(() => forgetConnection('one'));
  // Three slices, the broken ones, the state.
  expect(calls).toMatchObject({ transactions: 5, adds: 2_300 });
  expect(await titles('two')).toHaveLength(1);
  expect(await database().knowledge.count()).toBe(1);
  expect((await queue()).toSorted()).toEqual(ids.map((id) => `one/${id}`).toSorted());
  expect(await loadState('one')).toBeUndefined();
  expect(await loadState('two')).toBeDefined();
});
