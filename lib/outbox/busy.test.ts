// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SECOND_MS } from '@/lib/std/time';
import { type OutboxWorld, startOutboxWorld } from '../../tests/outbox-kit';
import { UNDO_MS } from './delivery';
import { drainOutbox } from './outbox';

let world: OutboxWorld;
beforeEach(async () => {
  world = await startOutboxWorld();
});
afterEach(() => world.close());

it('a worker that finds another one sending rests a second before it looks again', async () => {
  await world.handOff(await world.draft());
  world.advance(UNDO_MS + 1);
  const timer = vi.spyOn(globalThis, 'setTimeout');
  await navigator.locks.request('baton-outbox', drainOutbox);
  const waits = timer.mock.calls.map(([, ms]) => ms ?? 0).filter((ms) => ms > 0);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(SECOND_MS);
  await world.runToEnd();
  expect(world.sites.tracker.issues()).toHaveLength(1);
});
