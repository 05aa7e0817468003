import 'fake-indexeddb/auto';
import { expect, test } from '@playwright/test';
import { database } from '@/lib/db/database';
import { sourceById } from '@/lib/knowledge/sources';
import { loadState, updateState } from '@/lib/knowledge/store';
import { toRunning } from '@/lib/knowledge/sync/due';
import type { Run } from '@/lib/knowledge/sync/run';
import { sweep } from '@/lib/knowledge/sync/sweep';
import { takeChanges } from '@/lib/knowledge/sync/take-changes';
import { changeRedmineIssue, fillRedmine, redmine, resetRedmine } from './servers';

const CONNECTION = 'redmine-app';
const config = { url: redmine.url, apiKey: redmine.botKey, project: redmine.project };
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);

interface Counts {
  readonly requests: number;
  /** Of the sync, in ms: for people, never judged. */
  readonly took: number;
  /** Records in the cache, and those that were written or removed by this sync. */
  readonly records: number;
  readonly changed: number;
}

/** The sync of the background worker, without its schedule: from the stored cursor, and then the look for deletions. */
async function sync(
  options: { killAfter?: number; sweeps?: boolean; apiKey?: string } = {},
): Promise<Counts> {
  const source = sourceById('redmine');
  if (!source) throw new Error('no Redmine');
  const state = await updateState(CONNECTION, (before) => toRunning(before, Date.now()));
  if (!state) throw new Error('no state');
  await database().unindexed.clear();
  const worker = new AbortController();
  let requests = 0;
  let stored = 0;
  const counting: typeof fetch = (input, init) => {
    requests += 1;
    return fetch(input, init);
  };
  const run: Run = {
    connectionId: CONNECTION,
    source,
    ctx: {
      config: { ...config, apiKey: options.apiKey ?? config.apiKey },
      fetch: counting,
      signal: worker.signal,
      now: Date.now,
    },
    signal: worker.signal,
    state,
    onStored: () => {
      stored += 1;
      if (stored === options.killAfter) worker.abort();
    },
  };
  const started = Date.now();
  const taken = await takeChanges(run);
  if (!taken.ok) throw new Error(taken.error.message);
  const swept = options.sweeps ? await sweep(run) : taken;
  if (!swept.ok) throw new Error(swept.error.message);
  const took = Date.now() - started;
  const [records, changed] = await Promise.all([database().knowledge.count(), database().unindexed.count()]);
  return { requests, took, records, changed };
}

test.beforeAll(async () => {
  await resetRedmine();
  await fillRedmine();
});
test.afterAll(resetRedmine);

test('2,000 issues of a real Redmine: killed, resumed, changed and deleted between syncs', async () => {
  test.setTimeout(900_000);
  // Killed after five pages: what was stored stays, with the place to go on from.
  const killed = await sync({ killAfter: 5 });
  expect(killed.records).toBeGreaterThan(400);
  expect(killed.records).toBeLessThanOrEqual(500);
  const resumed = await sync();
  expect(resumed.records).toBe(2_000);
  expect(killed.changed + resumed.changed).toBe(2_000);
  expect((await loadState(CONNECTION))?.broken).toBe(0);

  const bug = await database().knowledge.get(`${CONNECTION}/1`);
  expect(bug).toMatchObject({
    kind: 'known-bug',
    key: '#1',
    title: 'The export of case 1 stops with E-1001',
    text: 'Open the export.\nSave twice.\nGrüße ✅ word',
    status: 'in-progress',
    parts: ['Reports'],
    workaround: 'Use the older 1.',
    reports: [{ title: 'The login of case 2 stops with E-1002', url: `${redmine.url}/issues/2` }],
    url: `${redmine.url}/issues/1`,
    issue: { trackerId: 'redmine', id: '1' },
  });

  const idle = await sync();
  expect(idle.changed).toBe(0);

  const changed = numbers(101, 30);
  const deleted = numbers(501, 20);
  // One after another: SQLite lets one write at a time.
  for (const id of changed) await changeRedmineIssue(id, { subject: `Changed ${id}` });
  for (const id of deleted) await changeRedmineIssue(id, null);
  const delta = await sync();
  expect(delta.changed).toBe(30);
  const titles = await database().knowledge.bulkGet(changed.map((id) => `${CONNECTION}/${id}`));
  expect(titles.map((record) => record?.title)).toEqual(changed.map((id) => `Changed ${id}`));

  const swept = await sync({ sweeps: true });
  expect(swept.records).toBe(1_980);
  expect(swept.changed).toBe(20);
  const gone = await database().knowledge.bulkGet(deleted.map((id) => `${CONNECTION}/${id}`));
  expect(gone.every((record) => record === undefined)).toBe(true);

  console.log(
    ['killed', 'resumed', 'idle', 'delta', 'swept']
      .map((name, at) => {
        const { requests, took, changed: count } = [killed, resumed, idle, delta, swept][at] as Counts;
        return `${name} ${count} records, ${requests} requests, ${took} ms`;
      })
      .join(' · '),
  );
  // To know the key one request each time. First: 21 pages, of a hundred and overlapping, and the key once more after
  // the kill. Idle and delta: the 300 of the last second are read again. Swept: one page, and the listing twice, because
  // what is missing is looked for a second time; each asks for the key before and after its 21 pages.
  expect({
    first: killed.requests + resumed.requests,
    idle: idle.requests,
    delta: delta.requests,
    swept: swept.requests,
  }).toEqual({ first: 23, idle: 5, delta: 5, swept: 48 });

  // A key nobody knows removes nothing, although Redmine answers it with an empty list.
  await expect(sync({ apiKey: redmine.unknownKey, sweeps: true })).rejects.toThrow('does not accept the key');
  expect(await database().knowledge.count()).toBe(1_980);
});
