// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '@/lib/std/result';
import { HOUR_MS } from '@/lib/std/time';
import { type SyncWorld, startSyncWorld } from '../../../tests/sync-kit';
import { syncDue } from './sync';

let world: SyncWorld;
beforeEach(async () => {
  world = await startSyncWorld();
});
afterEach(() => world.close());

const DAY_MS = 24 * HOUR_MS;

describe('deletions', () => {
  beforeEach(async () => {
    world.place.fill(30);
    await world.connect();
    await syncDue();
  });
  const nextSync = async (after = 2 * HOUR_MS) => {
    world.advance(after);
    await syncDue();
  };

  it('are looked for once a day', async () => {
    world.place.remove('3');
    await nextSync();
    expect(await world.cached()).toHaveLength(30);
    await nextSync(DAY_MS);
    expect(await world.cached()).toEqual(world.place.contents());
    expect(await world.state()).toMatchObject({ sweptAt: Date.now(), records: 29 });
  });

  it('of more than half are believed when the next sync says so too', async () => {
    for (let n = 1; n <= 16; n += 1) world.place.remove(String(n));
    await nextSync(DAY_MS);
    expect(await world.cached()).toHaveLength(30);
    await nextSync();
    expect(await world.cached()).toEqual(world.place.contents());
  });

  it('of more than half are forgotten when the next sync shows them again', async () => {
    const { contents } = world.place;
    for (let n = 1; n <= 16; n += 1) world.place.remove(String(n));
    await nextSync(DAY_MS);
    for (let n = 1; n <= 16; n += 1) world.place.put(String(n));
    await nextSync();
    expect(await world.cached()).toEqual(contents.call(world.place));
    expect(await world.state()).toMatchObject({ doubted: false });
  });

  it('of everything are not believed', async () => {
    for (let n = 1; n <= 30; n += 1) world.place.remove(String(n));
    for (let day = 0; day < 3; day += 1) await nextSync(DAY_MS);
    expect(await world.cached()).toHaveLength(30);
  });

  it('are not taken from a listing that fails half-way', async () => {
    world.place.remove('3');
    const start = world.place.requests;
    world.place.fault = (request) =>
      request === start + 4 ? { kind: 'server', message: 'Place said so.' } : null;
    await nextSync(DAY_MS);
    expect(await world.cached()).toHaveLength(30);
    expect(await world.state()).toMatchObject({ phase: 'waiting', syncedAt: Date.now() });
  });

  it('are not taken from one listing alone: a record may slip over the border of two pages', async () => {
    const listIds = world.place.source.listIds;
    let listings = 0;
    world.place.source.listIds = async function* (ctx) {
      listings += 1;
      for await (const ids of listIds?.(ctx) ?? []) {
        yield ids.ok && listings === 1 ? ok(ids.value.filter((id) => id !== '7')) : ids;
      }
    };
    await nextSync(DAY_MS);
    expect(await world.cached()).toHaveLength(30);
  });
});
