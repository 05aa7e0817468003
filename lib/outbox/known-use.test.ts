// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import type { UsedRecord } from '@/lib/messages/protocol';
import { type OutboxWorld, startOutboxWorld } from '../../tests/outbox-kit';
import { UNDO_MS } from './delivery';
import { linkKnown, reopenPrevented, unlinkKnown } from './known-use';
import { drainOutbox } from './outbox';
import { dropDelivery } from './store';

let world: OutboxWorld;
beforeEach(async () => {
  world = await startOutboxWorld();
});
afterEach(() => world.close());

function bug(): UsedRecord {
  const issue = world.sites.tracker.addIssue({ subject: 'CSV export aborts' });
  const url = world.sites.tracker.issueUrl(issue.id);
  const ref = { trackerId: 'redmine', id: `${issue.id}`, key: `#${issue.id}`, url };
  return {
    recordKey: `c/${issue.id}`,
    kind: 'known-bug',
    key: ref.key,
    title: issue.subject,
    url,
    issue: ref,
  };
}
const comments = (id = 1) =>
  world.sites.tracker
    .issues()
    .find((issue) => issue.id === id)
    ?.journals.map(({ notes }) => notes) ?? [];

async function linkAndSend(id: string, record: UsedRecord): Promise<void> {
  const stored = await world.escalation(id);
  if (!stored.knownUse) await linkKnown(id, record, 2);
  world.advance(UNDO_MS + 1);
  await drainOutbox();
}

describe('a known bug that is used', () => {
  it('ends the draft as prevented and tells the issue once, with organization, ticket and number of requesters', async () => {
    const draft = await world.draft();
    const record = bug();
    expect(await linkKnown(draft.id, record, 2)).toEqual({ ok: true, value: null });
    const row = await world.row(draft.id, 'comment');
    expect(comments()).toEqual([]);
    await world.runToEnd();
    expect(comments()).toHaveLength(1);
    for (const part of ['Harbor Freight Lines', 'hfl-2207', 'Requesters: 2', '48213', row.key]) {
      expect(comments()[0]).toContain(part);
    }
    expect(comments()[0]).not.toContain('Mira');
    const ended = await world.escalation(draft.id);
    expect(ended).toMatchObject({ state: 'prevented', knownUse: { key: '#1', deliveryKey: row.key } });
    expect(ended.history.at(-1)?.why).toBe('known bug #1');
  });

  it('is taken back with everything it did while nothing was sent, and not after', async () => {
    const draft = await world.draft();
    await linkKnown(draft.id, bug(), 1);
    expect(await unlinkKnown(draft.id)).toMatchObject({ ok: true });
    expect(await world.runToEnd()).toBe(0);
    expect(comments()).toEqual([]);
    expect(await database().deliveries.count()).toBe(0);
    expect(await world.escalation(draft.id)).toMatchObject({ state: 'draft', knownUse: null });

    await linkAndSend(draft.id, bug());
    expect(await unlinkKnown(draft.id)).toMatchObject({ ok: false });
    expect(await world.escalation(draft.id)).toMatchObject({ state: 'prevented' });
  });

  it('is told once when the walk was opened again and the same bug is used again; another bug hears too', async () => {
    const draft = await world.draft();
    const [first, second] = [bug(), bug()];
    await linkAndSend(draft.id, first);
    expect(await reopenPrevented(draft.id)).toMatchObject({ ok: true });
    await linkAndSend(draft.id, first);
    await reopenPrevented(draft.id);
    await linkAndSend(draft.id, second);
    expect([comments(1).length, comments(2).length]).toEqual([1, 1]);
  });

  it('is no second time told by a colleague’s browser', async () => {
    const draft = await world.draft();
    const record = bug();
    await linkAndSend(draft.id, record);
    await database().deliveries.clear();
    await world.draft();
    await linkAndSend(draft.id, record);
    expect(comments()).toHaveLength(1);
    expect(await world.row(draft.id, 'comment')).toMatchObject({ state: 'sent' });
  });

  it('waits while offline, and says why when it is refused', async () => {
    const draft = await world.draft();
    await world.sites.tracker.stop();
    await linkAndSend(draft.id, bug());
    expect(await world.row(draft.id, 'comment')).toMatchObject({
      state: 'waiting',
      error: { kind: 'offline' },
    });
    await world.sites.tracker.start();
    await world.runToEnd();
    expect(comments()).toHaveLength(1);
  });

  it('only links when the ticket was handed off already; its handoff is left alone', async () => {
    const draft = await world.draft();
    const record = bug();
    await world.handOff(draft);
    expect(await linkKnown(draft.id, record, 1)).toMatchObject({ ok: true });
    expect(await world.escalation(draft.id)).toMatchObject({ state: 'queued', knownUse: { key: '#1' } });
    expect(await unlinkKnown(draft.id)).toMatchObject({ ok: true });
    expect(await world.escalation(draft.id)).toMatchObject({ state: 'queued' });
    expect(await world.row(draft.id, 'issue')).toMatchObject({ state: 'waiting' });
  });

  it('keeps its comment when the walk is opened again and handed off', async () => {
    const draft = await world.draft();
    await linkKnown(draft.id, bug(), 1);
    await reopenPrevented(draft.id);
    await world.handOff(await world.escalation(draft.id));
    await world.runToEnd();
    expect(comments()).toHaveLength(1);
    expect(world.sites.tracker.issues()).toHaveLength(2);
  });

  it.each<[string, (record: UsedRecord) => UsedRecord]>([
    ['has no issue', (record) => ({ ...record, issue: null })],
    [
      'names another tracker',
      (record) => ({ ...record, issue: record.issue && { ...record.issue, trackerId: 'x' } }),
    ],
    [
      'names an address elsewhere',
      (record) => ({
        ...record,
        issue: record.issue && { ...record.issue, url: 'https://evil.test/issues/1' },
      }),
    ],
    [
      'names one issue by id and another by address',
      (record) => ({ ...record, issue: record.issue && { ...record.issue, id: '2' } }),
    ],
  ])('leaves the "+1" to the agent when the record %s', async (_, change) => {
    const draft = await world.draft();
    await linkKnown(draft.id, change(bug()), 1);
    await world.runToEnd();
    expect(comments()).toEqual([]);
    const { knownUse } = await world.escalation(draft.id);
    expect(knownUse).toMatchObject({ deliveryKey: null });
    expect(knownUse?.comment).toContain('+1');
  });

  it('is let go of by hand when its issue is gone; parts of a handoff are not', async () => {
    const draft = await world.draft();
    const record = bug();
    const url = world.sites.tracker.issueUrl(99);
    await linkAndSend(draft.id, {
      ...record,
      url,
      issue: record.issue && { ...record.issue, id: '99', url },
    });
    const row = await world.row(draft.id, 'comment');
    expect(row).toMatchObject({ state: 'blocked', error: { kind: 'not-found' } });
    await database().deliveries.put({
      ...row,
      id: 'other',
      payload: { ...row.payload, kind: 'issue' } as never,
    });
    await Promise.all([dropDelivery(row.id), dropDelivery('other')]);
    expect((await database().deliveries.toArray()).map(({ id }) => id)).toEqual(['other']);
  });

  it('tells nobody of an article', async () => {
    const draft = await world.draft();
    await linkKnown(draft.id, { ...bug(), kind: 'article', key: '', title: 'How to export', issue: null }, 1);
    const ended = await world.escalation(draft.id);
    expect(ended).toMatchObject({ state: 'prevented', knownUse: { comment: '' } });
    expect(ended.history.at(-1)?.why).toBe('answered by How to export');
  });

  it('leaves one comment whenever the worker is killed', async () => {
    let boundary = 0;
    for (;;) {
      boundary += 1;
      const draft = await world.draft();
      const record = bug();
      world.worker.killAt(boundary);
      await linkAndSend(draft.id, record).catch(() => undefined);
      const survived = !world.worker.isDead();
      world.worker.revive();
      await linkAndSend(draft.id, record);
      await world.runToEnd();
      expect(comments(), `killed at ${boundary}`).toHaveLength(1);
      expect(await world.escalation(draft.id)).toMatchObject({ state: 'prevented' });
      if (survived) break;
      await world.close();
      world = await startOutboxWorld();
    }
    expect(boundary).toBeGreaterThan(10);
  }, 120_000);
});
