// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import type { CountedTicket, Escalation } from '@/lib/escalation/escalation';
import { type OutboxWorld, startOutboxWorld } from '../../tests/outbox-kit';
import { UNDO_MS } from './delivery';
import { drainOutbox } from './outbox';
import { countReport, raiseCounted, undoRaise } from './raise';

let world: OutboxWorld;
beforeEach(async () => {
  world = await startOutboxWorld();
});
afterEach(() => world.close());

const report = (name: string, same = true): CountedTicket => ({
  key: `zammad https://desk.test#${name}`,
  number: `482${name}`,
  url: `https://desk.test/#ticket/zoom/${name}`,
  subject: 'The same',
  organizationId: `${name}-id`,
  organization: name,
  requester: `Person of ${name}`,
  same,
  at: 1,
});

/** A ticket of one person at severity 2, handed off and filed. */
async function filed(): Promise<Escalation> {
  const draft = await world.draft();
  await world.handOff(draft);
  await world.runToEnd();
  return world.escalation(draft.id);
}

/** What people read; a journal without a note is a change of a field. */
const comments = () =>
  (world.sites.tracker.issues()[0]?.journals ?? []).map(({ notes }) => notes).filter(Boolean);

async function countAndSend(id: string, name: string): Promise<void> {
  await countReport(id, report(name));
  world.advance(UNDO_MS + 1);
  await drainOutbox();
}

describe('a later report of an escalation that was handed off', () => {
  it('is counted; the threshold it crosses raises the level once, and the issue hears once', async () => {
    const { id, takenUpBy } = await filed();
    await countAndSend(id, 'Aster');
    const raised = await world.escalation(id);
    expect(raised).toMatchObject({
      state: 'sent',
      massness: 'several',
      severity: 2,
      raises: [{ massness: 'several', from: 2, to: 3 }],
    });
    expect(raised.takenUpBy && takenUpBy && raised.takenUpBy < takenUpBy).toBe(true);
    for (const name of ['Bolt', 'Crane']) await countAndSend(id, name);
    await countAndSend(id, 'Aster');
    await raiseCounted();
    await world.runToEnd();
    expect(comments()).toHaveLength(1);
    for (const part of ['2 → 3', '2 organizations: 2 to 4 is several', '482Aster', 'Priority high']) {
      expect(comments()[0]).toContain(part);
    }
    expect(comments()[0]).not.toContain('Person of');
    expect((await world.escalation(id)).counted).toHaveLength(3);
  });

  it('is taken back with the report that brought it while the issue has heard nothing', async () => {
    const { id } = await filed();
    const before = await world.escalation(id);
    await countReport(id, report('Aster'));
    expect(await world.escalation(id)).toMatchObject({ massness: 'several' });
    expect((await undoRaise(id)).ok).toBe(true);
    expect(await world.escalation(id)).toEqual({
      ...before,
      counted: [],
      raises: [],
      updatedAt: expect.any(Number),
    });
    await raiseCounted();
    await world.runToEnd();
    expect(comments()).toEqual([]);
    expect(await undoRaise(id)).toMatchObject({ ok: false });

    // Confirmed again, by another ticket: the issue hears of that one.
    await countAndSend(id, 'Bolt');
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('482Bolt');
    expect(await undoRaise(id)).toMatchObject({ ok: false });
    expect(await world.escalation(id)).toMatchObject({ massness: 'several', raises: [{ to: 3 }] });
  });

  it('takes back the latest of two levels only', async () => {
    const { id } = await filed();
    for (const name of ['Aster', 'Bolt', 'Crane']) await countAndSend(id, name);
    await countReport(id, report('Dune'));
    expect(await world.escalation(id)).toMatchObject({ massness: 'everyone' });
    expect((await undoRaise(id)).ok).toBe(true);
    await world.runToEnd();
    expect(comments()).toHaveLength(1);
    expect(await world.escalation(id)).toMatchObject({
      massness: 'several',
      raises: [{ massness: 'several' }],
      counted: [{ organization: 'Aster' }, { organization: 'Bolt' }, { organization: 'Crane' }],
    });
  });

  it('tells no token that stands in the address of the latest report', async () => {
    const { id } = await filed();
    const token = 'ghp_0123456789abcdefghijABCDEFGHIJ456789';
    await countReport(id, { ...report('Aster'), url: `https://desk.test/ticket/9?token=${token}` });
    await world.runToEnd();
    expect(comments()[0]).toContain('https://desk.test/ticket/9?token=masked-1-token');
    expect(comments()[0]).not.toContain(token);
  });

  it('crosses the next threshold with one comment more', async () => {
    const { id } = await filed();
    for (const name of ['Aster', 'Bolt', 'Crane', 'Dune', 'Elm']) await countAndSend(id, name);
    await world.runToEnd();
    expect(comments()).toHaveLength(2);
    expect(await world.escalation(id)).toMatchObject({ massness: 'everyone' });
  });

  it('changes nothing when it is not the same after all, and never lowers a level', async () => {
    const { id } = await filed();
    await countReport(id, report('Aster', false));
    expect(await world.escalation(id)).toMatchObject({ massness: 'isolated' });
    await countAndSend(id, 'Aster');
    await countReport(id, report('Aster', false));
    await world.runToEnd();
    expect(await world.escalation(id)).toMatchObject({ massness: 'several', counted: [{ same: false }] });
    expect(comments()).toHaveLength(1);
  });

  it('tells nobody where the level cannot rise, and outdates a reason that was given for fewer', async () => {
    const high = await world.draft();
    await world.handOff({ ...high });
    await world.runToEnd();
    await database().escalations.update(high.id, { severity: 4, loweredBecause: 'one holding' });
    await countAndSend(high.id, 'Aster');
    expect(comments()).toEqual([]);
    expect(await world.escalation(high.id)).toMatchObject({ massness: 'several', loweredBecause: '' });
  });

  it('waits for the issue: what was counted before raises once it is filed', async () => {
    const draft = await world.draft();
    await world.handOff(draft);
    await countReport(draft.id, report('Aster'));
    expect(await world.escalation(draft.id)).toMatchObject({
      massness: 'isolated',
      counted: [{ same: true }],
    });
    await world.runToEnd();
    await raiseCounted();
    await world.runToEnd();
    expect(comments()).toHaveLength(1);
  });

  it('is refused for a draft and for a ticket that is not escalated', async () => {
    const draft = await world.draft();
    expect(await countReport(draft.id, report('Aster'))).toMatchObject({ ok: false });
    expect(await countReport('nothing', report('Aster'))).toMatchObject({ ok: false });
  });

  it('is no second time told by a colleague’s browser', async () => {
    const { id } = await filed();
    const before = await world.escalation(id);
    await countAndSend(id, 'Aster');
    await database().escalations.put(before);
    await database().deliveries.clear();
    await countAndSend(id, 'Aster');
    expect(comments()).toHaveLength(1);
    expect(await world.row(id, 'comment')).toMatchObject({ state: 'sent' });
  });

  it('leaves one comment whenever the worker is killed', async () => {
    let boundary = 0;
    for (;;) {
      boundary += 1;
      const { id } = await filed();
      world.worker.killAt(boundary);
      await countAndSend(id, 'Aster').catch(() => undefined);
      const survived = !world.worker.isDead();
      world.worker.revive();
      await countAndSend(id, 'Aster');
      await world.runToEnd();
      expect(comments(), `killed at ${boundary}`).toHaveLength(1);
      expect(await world.escalation(id)).toMatchObject({ massness: 'several' });
      if (survived) break;
      await world.close();
      world = await startOutboxWorld();
    }
    expect(boundary).toBeGreaterThan(8);
  }, 120_000);
});
