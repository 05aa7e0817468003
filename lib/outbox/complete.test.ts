// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { owesReport } from '@/lib/escalation/completion';
import type { Escalation } from '@/lib/escalation/escalation';
import { updateEscalation } from '@/lib/escalation/store';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { type OutboxWorld, startOutboxWorld } from '../../tests/outbox-kit';
import { completeReport, previewCompletion, undoCompletion } from './complete';
import { UNDO_MS } from './delivery';
import { drainOutbox } from './outbox';

let world: OutboxWorld;
beforeEach(async () => {
  world = await startOutboxWorld();
});
afterEach(() => world.close());

const typed = (value: string) => ({ value, source: '' });
const REST = {
  'completion.steps': typed('1) Open Reports\n- press Export'),
  'completion.actual': typed('Stops at 42 %, says greta@halden.test'),
};

/** Four lines of a critical escalation, handed off and filed; steps, expected, actual and others are owed. */
async function filed(): Promise<Escalation> {
  const draft = await world.draft();
  const empty = typed('');
  const report = { ...draft.report, steps: empty, expected: empty, actual: empty, environment: empty };
  const critical: Escalation = {
    ...draft,
    kind: 'critical',
    severity: 4,
    report: { ...report, error: empty, quote: typed('Call lena@halden.test') },
    details: { since: typed('today 8:40'), hit: typed('Everybody'), importance: typed('Enterprise') },
  };
  await updateEscalation(draft.id, { ...critical }, draft.updatedAt);
  const handedOff = await world.handOff(await world.escalation(draft.id));
  if (!handedOff.ok) throw new Error(handedOff.error.message);
  await world.runToEnd();
  return world.escalation(draft.id);
}

const comments = () =>
  (world.sites.tracker.issues()[0]?.journals ?? []).map(({ notes }) => notes).filter(Boolean);

async function complete(id: string) {
  const preview = await previewCompletion(id);
  return preview.ok ? completeReport(id, preview.value.hash) : preview;
}

describe('the rest of a critical report', () => {
  it('is owed after handoff, badge and all, and paid with exactly one comment that was seen before', async () => {
    const { id } = await filed();
    expect(owesReport(await world.escalation(id), defaultPlaybook)).toBe(true);
    expect(world.badge.text).toBe('1');
    await updateEscalation(id, REST, Date.now());
    const preview = await previewCompletion(id);
    if (!preview.ok) throw new Error(preview.error.message);
    expect(preview.value.text).toBe(
      [
        'The report, completed after the handoff.',
        'Steps:\n1. Open Reports\n2. press Export',
        'Actual: Stops at 42 %, says [e-mail 2]',
        'Not known: expected, error, browser and system',
        'Masked by Baton: 1 e-mail address.',
      ].join('\n\n'),
    );
    expect(await completeReport(id, preview.value.hash)).toMatchObject({ ok: true });
    expect(await completeReport(id, preview.value.hash)).toMatchObject({ ok: false });
    await drainOutbox();
    expect(comments()).toEqual([]);
    await world.runToEnd();
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('2. press Export');
    expect(comments()[0]).toContain('Not known: expected, error, browser and system');
    expect(comments()[0]).not.toContain('halden.test');
    const done = await world.escalation(id);
    expect(done.report.steps.value).toBe('1) Open Reports\n- press Export');
    expect(owesReport(done, defaultPlaybook)).toBe(false);
    expect(world.badge.text).toBe('');
  });

  it('comes back as it was filled in when it is undone in time, and can be added again', async () => {
    const { id } = await filed();
    await updateEscalation(id, REST, Date.now());
    const before = await world.escalation(id);
    expect((await complete(id)).ok).toBe(true);
    expect((await undoCompletion(id)).ok).toBe(true);
    const undone = await world.escalation(id);
    expect(undone.report).toEqual(before.report);
    expect(undone.completion).toEqual(before.completion);
    expect(owesReport(undone, defaultPlaybook)).toBe(true);
    await world.runToEnd();
    expect(comments()).toEqual([]);
    expect((await complete(id)).ok).toBe(true);
    world.advance(UNDO_MS + 1);
    await drainOutbox();
    expect(comments()).toHaveLength(1);
    expect(await undoCompletion(id)).toMatchObject({ ok: false });
  });

  it('is told once whenever the worker is killed', async () => {
    const addAndSend = async (id: string) => {
      await complete(id);
      world.advance(UNDO_MS + 1);
      await drainOutbox();
    };
    let boundary = 0;
    for (;;) {
      boundary += 1;
      const { id } = await filed();
      await updateEscalation(id, REST, Date.now());
      world.worker.killAt(boundary);
      await addAndSend(id).catch(() => undefined);
      const survived = !world.worker.isDead();
      world.worker.revive();
      await addAndSend(id);
      await world.runToEnd();
      expect(comments(), `killed at ${boundary}`).toHaveLength(1);
      expect(owesReport(await world.escalation(id), defaultPlaybook)).toBe(false);
      if (survived) break;
      await world.close();
      world = await startOutboxWorld();
    }
    expect(boundary).toBeGreaterThan(8);
  }, 120_000);

  it('leaves only as it was seen, and not before anything is filled in', async () => {
    const { id } = await filed();
    expect(await complete(id)).toMatchObject({ error: { message: 'Nothing has been filled in yet.' } });
    await updateEscalation(id, REST, Date.now());
    const seen = await previewCompletion(id);
    await updateEscalation(id, { 'completion.steps': typed('Other steps') }, Date.now());
    expect(seen.ok && (await completeReport(id, seen.value.hash))).toMatchObject({ ok: false });
    await world.runToEnd();
    expect(comments()).toEqual([]);
  });

  it('keeps the labels of the issue, and lets out what the agent took back', async () => {
    const { id } = await filed();
    await updateEscalation(id, { 'completion.actual': typed('lena@halden.test again') }, Date.now());
    const masked = await previewCompletion(id);
    if (!masked.ok) throw new Error(masked.error.message);
    expect(masked.value.text).toContain('Actual: [e-mail 1] again');
    await updateEscalation(id, { unmasked: masked.value.masks.map((mask) => mask.id) }, Date.now());
    const open = await previewCompletion(id);
    expect(open.ok && open.value.text).toContain('Actual: lena@halden.test again');
  });

  it('is carried over by hand where no tracker holds the issue', async () => {
    const { id } = await filed();
    await updateEscalation(id, { ...REST, issue: null, unconfirmed: true }, Date.now());
    const preview = await previewCompletion(id);
    expect(preview).toMatchObject({ ok: true, value: { copied: true } });
    expect((await complete(id)).ok).toBe(true);
    await world.runToEnd();
    expect(comments()).toEqual([]);
    expect(owesReport(await world.escalation(id), defaultPlaybook)).toBe(false);
    expect((await undoCompletion(id)).ok).toBe(true);
  });

  it('is nothing for a draft, and for what is no critical escalation', async () => {
    const draft = await world.draft('2');
    expect(await previewCompletion(draft.id)).toMatchObject({ ok: false });
    const bug = await world.draft();
    await world.handOff(bug);
    expect(await previewCompletion(bug.id)).toMatchObject({ ok: false });
    await world.runToEnd();
    expect(await previewCompletion(bug.id)).toMatchObject({ ok: false });
  });
});
