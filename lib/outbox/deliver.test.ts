// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type OutboxWorld, startOutboxWorld } from '../../tests/outbox-kit';

let world: OutboxWorld;
beforeEach(async () => {
  world = await startOutboxWorld();
});
afterEach(() => world.close());

const POST_ISSUE = { method: 'POST', path: /^\/issues\.json/ };

it('settles on the older issue when two browsers file in the same moment, and says so in the younger', async () => {
  const { tracker } = world.sites;
  const draft = await world.draft();
  await world.handOff(draft);
  tracker.failNext({ ...POST_ISSUE, kind: 'delay', ms: 1_500 });
  const ended = world.runToEnd();
  await vi.waitFor(
    () =>
      expect(tracker.requests.some((it) => it.method === 'POST' && it.path.startsWith('/issues.json'))).toBe(
        true,
      ),
    { timeout: 20_000 },
  );
  const older = tracker.addIssue({ subject: 'Twin', description: `Baton key: ${draft.issueKey}` });
  await ended;
  expect(tracker.issues()).toHaveLength(2);
  expect(await world.escalation(draft.id)).toMatchObject({ state: 'sent', issue: { key: `#${older.id}` } });
  const younger = tracker.issues().find((issue) => issue.id !== older.id);
  expect(JSON.stringify(younger)).toContain(tracker.issueUrl(older.id));
  expect(world.notes()[0]?.body).toContain(tracker.issueUrl(older.id));
});
