// @vitest-environment node
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import { HOUR_MS } from '@/lib/std/time';
import { type SyncWorld, startSyncWorld } from '../../../tests/sync-kit';
import { syncDue } from './sync';

let world: SyncWorld;
beforeEach(async () => {
  world = await startSyncWorld();
});
afterEach(() => world.close());

const DAY_MS = 24 * HOUR_MS;
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const fill = (from: number, to: number) => {
  for (const id of numbers(from, to)) world.place.put(String(id));
};

/** The cache is exactly what the source has, its counters are right, and the index will hear of each change once. */
async function expectComplete(indexed: ReadonlySet<string> = new Set()): Promise<void> {
  expect(await world.cached()).toEqual(world.place.contents());
  const state = await world.state();
  const stored = await database().knowledge.toArray();
  const size = stored.reduce((sum, record) => sum + JSON.stringify(record).length, 0);
  expect(state).toMatchObject({ phase: 'idle', records: stored.length, size, broken: 0, error: null });
  const keys = stored.map((record) => record.recordKey);
  expect([...indexed, ...(await world.unindexed())]).toEqual(expect.arrayContaining(keys));
}

/** Kills the worker at the n-th boundary of a sync, for every n there is, and lets the next worker go on. */
async function killEverywhere(prepare: () => Promise<void>, check: () => Promise<void>): Promise<number> {
  for (let boundary = 1; ; boundary += 1) {
    await prepare();
    world.worker.killAt(boundary);
    await syncDue().catch(() => undefined);
    const survived = !world.worker.isDead();
    world.worker.revive();
    await world.runToEnd();
    await check();
    if (survived) return boundary;
    await world.close();
    world = await startSyncWorld();
  }
}

describe('a worker that is killed', () => {
  it('at any request or transaction of a first sync takes everything in once', async () => {
    const boundaries = await killEverywhere(
      async () => {
        fill(1, 11);
        await world.connect();
      },
      async () => {
        await expectComplete();
        const told = await world.unindexed();
        expect(told.toSorted()).toEqual([...new Set(told)].toSorted());
        expect(told).toHaveLength(11);
      },
    );
    expect(boundaries).toBeGreaterThan(20);
  });

  it('at any request or transaction of a sync with changes and deletions ends with what is there', async () => {
    const boundaries = await killEverywhere(
      async () => {
        fill(1, 11);
        await world.connect();
        await syncDue();
        await database().unindexed.clear();
        world.advance(DAY_MS);
        fill(12, 15);
        world.place.put('2', 'Changed');
        for (const id of ['1', '5', '12']) world.place.remove(id);
      },
      async () => {
        await expectComplete(new Set(numbers(1, 11).map((id) => `one/${id}`)));
        expect((await world.unindexed()).toSorted()).toEqual(
          ['one/1', 'one/13', 'one/14', 'one/15', 'one/2', 'one/5'].toSorted(),
        );
      },
    );
    expect(boundaries).toBeGreaterThan(30);
  });

  it('again and again, at random, while the source changes and fails', async () => {
    const change = fc.record({ id: fc.integer({ min: 1, max: 20 }), gone: fc.boolean() });
    const kills = fc.array(
      fc.record({ at: fc.integer({ min: 1, max: 25 }), changes: fc.array(change, { maxLength: 4 }) }),
      {
        maxLength: 5,
      },
    );
    await fc.assert(
      fc.asyncProperty(kills, fc.array(fc.integer({ min: 1, max: 15 })), async (deaths, failing) => {
        await world.close();
        world = await startSyncWorld();
        fill(1, 10);
        await world.connect();
        world.place.fault = (request) =>
          failing.includes(request) ? { kind: 'server', message: 'The place has a problem.' } : null;
        for (const [round, { at, changes }] of deaths.entries()) {
          world.worker.killAt(at);
          await syncDue().catch(() => undefined);
          world.worker.revive();
          for (const { id, gone } of changes) {
            if (gone) world.place.remove(String(id));
            else world.place.put(String(id), `Changed in ${round}`);
          }
          world.advance(HOUR_MS * 2);
        }
        world.place.fault = null;
        // Deletions are looked for once a day, and may need the day after to be believed.
        for (const _ of [1, 2, 3]) {
          world.advance(DAY_MS);
          await world.runToEnd();
        }
        await expectComplete();
      }),
      { numRuns: 40, seed: 2026 },
    );
  });
});
