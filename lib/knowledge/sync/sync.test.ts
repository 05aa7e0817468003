// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/database';
import { loadSecrets } from '@/lib/settings/secrets';
import { sourceConnections } from '@/lib/settings/settings';
import { ok } from '@/lib/std/result';
import { HOUR_MS, MINUTE_MS } from '@/lib/std/time';
import { type SyncWorld, startSyncWorld } from '../../../tests/sync-kit';
import { checkSource, removeSource, saveSource } from './connect-source';
import { pauseSync, startKnowledgeSync, stopSync, syncDue, syncNow } from './sync';

let world: SyncWorld;
beforeEach(async () => {
  world = await startSyncWorld();
});
afterEach(() => world.close());

const DAY_MS = 24 * HOUR_MS;
/** Waits for what happens in the background; only what hangs takes long. */
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 100_000, interval: 5 });

describe('the schedule', () => {
  it('syncs what is due, sets the alarm to the next, and does nothing before it', async () => {
    world.place.fill(7);
    await world.connect();
    await syncDue();
    const first = await world.state();
    expect(first).toMatchObject({
      phase: 'idle',
      records: 7,
      done: 7,
      total: 7,
      syncedAt: Date.now(),
      error: null,
    });
    expect(first.notBefore - Date.now()).toBeGreaterThanOrEqual(54 * MINUTE_MS);
    expect(first.notBefore - Date.now()).toBeLessThanOrEqual(66 * MINUTE_MS);
    expect(await world.alarm()).toBe(first.notBefore);
    const { requests } = world.place;
    await syncDue();
    expect(world.place.requests).toBe(requests);
    world.advance(67 * MINUTE_MS);
    await syncDue();
    expect(world.place.requests).toBeGreaterThan(requests);
  });

  it('wakes for the earliest of several, and not at all for those without a schedule', async () => {
    await world.connect('one', 'place', 60);
    await world.connect('two', 'place', 15);
    await syncDue();
    expect(await world.alarm()).toBe((await world.state('two')).notBefore);
    await sourceConnections.setValue([]);
    await world.connect('three', 'place', 0);
    await world.connect('four', 'files', 0);
    await syncDue();
    expect(await world.alarm()).toBeNull();
    expect(await world.state('three')).toBeUndefined();
    await syncNow('three');
    expect(await world.state('three')).toMatchObject({ phase: 'idle', syncedAt: Date.now() });
    expect(await world.alarm()).toBeNull();
  });

  it('is not stopped by a clock that was set back', async () => {
    await world.connect();
    await syncDue();
    world.advance(-30 * DAY_MS);
    const { requests } = world.place;
    await syncDue();
    expect(world.place.requests).toBeGreaterThan(requests);
  });

  it('goes on at the start of the worker, and calls back after each stored page', async () => {
    world.place.fill(7);
    await world.connect();
    const stored = vi.fn();
    await startKnowledgeSync(stored);
    expect(await world.state()).toMatchObject({ phase: 'idle', records: 7 });
    expect(stored).toHaveBeenCalledTimes(3);
  });
});

describe('a person', () => {
  /** Lets the sync begin and hang at its n-th request; what comes back lets it go on and waits for its end. */
  async function hangAt(request: number): Promise<() => Promise<void>> {
    let release: () => void = () => undefined;
    const held = new Promise<null>((resolve) => {
      release = () => resolve(null);
    });
    const start = world.place.requests;
    world.place.fault = (at) => (at === start + request ? held : null);
    const run = syncNow('one');
    await until(() => expect(world.place.requests).toBe(start + request));
    return async () => {
      release();
      await run;
    };
  }

  it('pauses in the middle: nothing more comes in, over restarts too, until it is resumed', async () => {
    world.place.fill(10);
    await world.connect();
    const release = await hangAt(3);
    await pauseSync('one');
    await release();
    world.advance(DAY_MS);
    await syncDue();
    expect(await world.state()).toMatchObject({
      phase: 'paused',
      done: 6,
      total: 10,
      records: 6,
      error: null,
    });
    expect(await world.alarm()).toBeNull();
    await syncNow('one');
    expect(await world.state()).toMatchObject({ phase: 'idle', done: 10, total: 10, records: 10 });
    expect(await world.cached()).toEqual(world.place.contents());
  });

  it('resumes at once, although what was paused is still ending', async () => {
    world.place.fill(10);
    await world.connect();
    const release = await hangAt(3);
    await pauseSync('one');
    await syncNow('one');
    await release();
    expect(await world.state()).toMatchObject({ phase: 'idle', records: 10 });
  });

  it('stops: what came is kept, and the next scheduled sync brings the rest', async () => {
    world.place.fill(10);
    await world.connect();
    const release = await hangAt(3);
    await stopSync('one');
    await release();
    expect(await world.state()).toMatchObject({ phase: 'idle', records: 6, error: null });
    world.advance(2 * HOUR_MS);
    await syncDue();
    expect(await world.cached()).toEqual(world.place.contents());
  });

  it('removes a source in the middle of its sync, and nothing of it stays or comes back', async () => {
    world.place.fill(10);
    await world.connect();
    const release = await hangAt(3);
    await removeSource('one');
    await release();
    expect(await world.state()).toBeUndefined();
    await syncDue();
    expect(await world.cached()).toEqual([]);
    expect(await database().sourceStates.count()).toBe(0);
    expect(new Set(await world.unindexed()).size).toBe(6);
  });

  it('removes a source although the worker is killed at any boundary of it', async () => {
    for (let boundary = 1; ; boundary += 1) {
      world.place.fill(5);
      await world.connect();
      await world.connect('two');
      await syncDue();
      world.worker.killAt(boundary);
      await removeSource('one').catch(() => undefined);
      const survived = !world.worker.isDead();
      world.worker.revive();
      await syncDue();
      expect(await world.cached('one')).toEqual([]);
      expect(await world.state('one')).toBeUndefined();
      expect(await world.cached('two')).toEqual(world.place.contents());
      if (survived) return expect(boundary).toBeGreaterThan(4);
      await world.close();
      world = await startSyncWorld();
    }
  });
});

describe('connecting', () => {
  const input = {
    connectionId: null,
    sourceId: 'place',
    config: { url: 'https://place.test', key: ' s3cret ' },
    everyMinutes: 60,
  };
  /** The sync that saving began has ended, with the alarm set to the next. */
  const settled = () =>
    until(async () => {
      const [state] = await database().sourceStates.toArray();
      expect(state?.phase).toBe('idle');
      expect(await world.alarm()).toBe(state?.notBefore);
    });

  it('keeps the key apart, syncs, and says what is missing', async () => {
    world.place.fill(2);
    const saved = await saveSource(input);
    if (!saved.ok) throw new Error(saved.error.message);
    const id = saved.value.connectionId;
    await settled();
    expect(await world.state(id)).toMatchObject({ records: 2 });
    expect(JSON.stringify(await sourceConnections.getValue())).not.toContain('s3cret');
    expect(await loadSecrets(id)).toEqual({ key: 's3cret' });
    const tables = await Promise.all(database().tables.map((table) => table.toArray()));
    expect(JSON.stringify(tables)).not.toContain('s3cret');
    expect(await saveSource({ ...input, config: { url: '', key: 'x' } })).toMatchObject({
      error: { message: 'Address is missing.' },
    });
    expect(await checkSource(input)).toEqual(ok({ summary: 'Fine', warnings: [] }));
    expect(await checkSource({ ...input, sourceId: 'nothing' })).toMatchObject({ ok: false });
  });

  it('forgets what it took in when it points elsewhere, and only then', async () => {
    world.place.fill(2);
    const saved = await saveSource(input);
    if (!saved.ok) throw new Error(saved.error.message);
    const connectionId = saved.value.connectionId;
    await settled();
    await database().unindexed.clear();
    await saveSource({
      ...input,
      connectionId,
      config: { url: 'https://place.test', key: '' },
      everyMinutes: 15,
    });
    await settled();
    expect(await world.unindexed()).toEqual([]);
    world.place.remove('1');
    await saveSource({ ...input, connectionId, config: { url: 'https://other.test', key: '' } });
    await settled();
    expect(await world.cached(connectionId)).toEqual(world.place.contents());
    expect(await sourceConnections.getValue()).toMatchObject([{ config: { url: 'https://other.test' } }]);
  });
});
