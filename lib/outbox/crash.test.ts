// @vitest-environment node
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import { type OutboxWorld, startOutboxWorld } from '../../tests/outbox-kit';
import { UNDO_MS } from './delivery';
import { drainOutbox } from './outbox';

let world: OutboxWorld;
beforeEach(async () => {
  world = await startOutboxWorld();
});
afterEach(() => world.close());

/** Hand off and send; the click is repeated by the agent when it was lost before anything was stored. */
async function handOffAndSend(id: string): Promise<void> {
  const stored = await world.escalation(id);
  if (stored.state === 'draft') await world.handOff(stored);
  world.advance(UNDO_MS + 1);
  await drainOutbox();
}

/** Everything arrived exactly once and both sides agree. */
async function expectAllDone(id: string): Promise<void> {
  const issues = world.sites.tracker.issues();
  expect(issues).toHaveLength(1);
  expect(issues[0]?.attachments.map((file) => file.bytes.toString())).toEqual(['the log']);
  expect(world.notes()).toHaveLength(1);
  const escalation = await world.escalation(id);
  expect(escalation).toMatchObject({ state: 'sent', issue: { id: '1' } });
  expect(escalation.history.map((step) => step.state)).toEqual(['draft', 'queued', 'sent']);
  const rows = await database().deliveries.toArray();
  expect(rows.map((row) => row.state)).toEqual(['sent', 'sent', 'sent']);
  expect(await database().files.count()).toBe(0);
}

describe('a worker that is killed', () => {
  it('at any request or transaction of a hand off leaves one issue, one file, one note', async () => {
    let boundary = 0;
    for (;;) {
      boundary += 1;
      const draft = await world.draft('1', 'the log');
      world.worker.killAt(boundary);
      await handOffAndSend(draft.id).catch(() => undefined);
      const survived = !world.worker.isDead();
      world.worker.revive();
      await handOffAndSend(draft.id);
      await world.runToEnd();
      await expectAllDone(draft.id);
      if (survived) break;
      await world.close();
      world = await startOutboxWorld();
    }
    expect(boundary).toBeGreaterThan(40);
  }, 120_000);

  it('again and again, at random, while the tracker and the desk fail too', async () => {
    const kind = fc.constantFrom('drop-after', 'drop-before', 'truncate', 'empty', 'html200');
    const fault = fc.record({ kind, skip: fc.nat(6), desk: fc.boolean() });
    const kills = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(kills, fc.array(fault, { maxLength: 3 }), async (deaths, faults) => {
        await world.close();
        world = await startOutboxWorld();
        const draft = await world.draft('1', 'the log');
        for (const { kind: effect, desk } of faults) {
          const site = desk ? world.sites.desk : world.sites.tracker;
          site.failNext({ kind: effect, method: 'POST' });
        }
        for (const at of deaths) {
          world.worker.killAt(at);
          await handOffAndSend(draft.id).catch(() => undefined);
          world.worker.revive();
        }
        await handOffAndSend(draft.id);
        await world.runToEnd();
        await expectAllDone(draft.id);
      }),
      { numRuns: 25, seed: 2026 },
    );
  }, 120_000);
});
