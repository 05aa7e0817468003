// @vitest-environment node
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import type { EscalationState } from '@/lib/escalation/escalation';
import { mayFollow } from '@/lib/escalation/transitions';
import { type OutboxWorld, startOutboxWorld } from '../../tests/outbox-kit';
import { reopenHandOff, undoHandOff } from './hand-off';
import { drainOutbox, resumeConnection, retryDelivery } from './outbox';
import { leaseNext } from './store';

let world: OutboxWorld;
beforeEach(async () => {
  world = await startOutboxWorld();
});
afterEach(() => world.close());

/** What can happen to one escalation, in any order. */
const STEPS = {
  'hand off': async (id: string) => world.handOff(await world.escalation(id)),
  undo: (id: string) => undoHandOff(id),
  reopen: (id: string) => reopenHandOff(id),
  'five seconds pass': async () => world.advance(5_000),
  'a minute passes': async () => world.advance(60_000),
  wake: () => drainOutbox(),
  'worker dies while sending': () => leaseNext(Date.now(), 60_000),
  'try again': async (id: string) => {
    const rows = await database().deliveries.where('escalationId').equals(id).toArray();
    for (const row of rows) await retryDelivery(row.id);
  },
  'save connection': () => resumeConnection(world.connectionId),
  'tracker refuses': async () => refuse(422),
  'tracker forbids': async () => refuse(403),
  'tracker fails': async () => refuse(500),
  'answer is lost': async () => world.sites.tracker.failNext({ method: 'POST', kind: 'drop-after' }),
} satisfies Record<string, (id: string) => Promise<unknown>>;

function refuse(status: number): void {
  const path = /^\/issues\.json/;
  world.sites.tracker.failNext({ method: 'POST', path, kind: 'status', status, count: 2 });
}

async function expectSound(id: string): Promise<void> {
  const { state, history, issue, handedOffAt } = await world.escalation(id);
  const states = history.map((step) => step.state);
  expect(states.at(-1)).toBe(state);
  states.slice(1).forEach((next, index) => {
    expect(mayFollow(states[index] as EscalationState, next), `${states[index]} → ${next}`).toBe(true);
  });
  const rows = await database().deliveries.where('escalationId').equals(id).toArray();
  const rowOf = (kind: string) => rows.find((row) => row.payload.kind === kind);
  expect(rows.length).toBe(state === 'draft' || state === 'ready' ? 0 : 2);
  expect(handedOffAt !== null).toBe(state === 'queued' || state === 'sent');
  expect(issue !== null).toBe(state === 'sent');
  if (state === 'sent') expect(rowOf('issue')?.state).toBe('sent');
  if (rowOf('issue')?.state !== 'sent') expect(rowOf('note')?.attempts ?? 0).toBe(0);
  expect(world.sites.tracker.issues().length).toBeLessThanOrEqual(1);
  expect(world.notes().length).toBeLessThanOrEqual(1);
}

it('whatever happens in whatever order: states follow the table, one issue, one note, nothing lost', async () => {
  const steps = fc.array(fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[])), {
    minLength: 5,
    maxLength: 25,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (names) => {
      await world.close();
      world = await startOutboxWorld();
      const draft = await world.draft();
      for (const name of names) {
        await STEPS[name](draft.id);
        await expectSound(draft.id);
      }
      // In the end somebody presses what there is to press until every prepared failure is used up.
      for (let round = 0; round <= 2 * names.length; round += 1) {
        await STEPS['hand off'](draft.id);
        await STEPS['try again'](draft.id);
        await world.runToEnd();
      }
      await expectSound(draft.id);
      expect((await world.escalation(draft.id)).state).toBe('sent');
      expect(world.sites.tracker.issues()).toHaveLength(1);
      expect(world.notes()).toHaveLength(1);
    }),
    { numRuns: 30, seed: 7 },
  );
}, 120_000);
