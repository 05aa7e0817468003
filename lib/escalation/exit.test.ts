// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { aMessage, aReadyEscalation, aTicket } from '@/tests/factories';
import { likeEarlySignals } from './early-signal';
import type { Escalation } from './escalation';
import { asFeatureRequest, endWithout, takeExitBack } from './exit';
import { toExpertQuestion } from './exit-question';
import { newEscalation } from './new-escalation';
import { whoIsInvolved } from './policy';
import { missingOwnWords } from './report/readiness';
import { listEarlySignals, stepEscalation } from './store';
import { moveTo } from './transitions';

const draft = (changes: Partial<Escalation> = {}) => aReadyEscalation(changes);

describe('an exit', () => {
  it('ends the draft as prevented, with the reason in ledger and history', async () => {
    const ended = endWithout(
      await draft({ exitDraft: { kind: 'solved', reason: 'x' } }),
      'solved',
      ' Caps Lock was on \n',
      9,
    );
    expect(ended).toMatchObject({
      state: 'prevented',
      exit: { kind: 'solved', reason: 'Caps Lock was on', at: 9 },
      exitDraft: null,
    });
    expect(ended?.history.at(-1)).toEqual({
      at: 9,
      state: 'prevented',
      why: 'Solved with the customer: Caps Lock was on',
    });
  });

  it('needs a reason, and a draft', async () => {
    expect(endWithout(await draft(), 'solved', ' \n', 9)).toBeNull();
    expect(endWithout(moveTo(await draft(), 'queued', 'x', 1), 'solved', 'reason', 9)).toBeNull();
    expect(asFeatureRequest(moveTo(await draft(), 'queued', 'x', 1), 'reason', 9)).toBeNull();
  });

  it('is taken back with its reason kept, and leaves its mark in the history', async () => {
    const ended = endWithout(await draft(), 'consultation', 'Is 42 % a limit?', 9);
    if (!ended) throw new Error('not ended');
    expect(ended.kind).toBe('consultation');
    const open = takeExitBack(ended, 'taken back by the agent', 12);
    expect(open).toMatchObject({
      state: 'draft',
      kind: 'bug',
      exit: null,
      exitDraft: { kind: 'consultation', reason: 'Is 42 % a limit?' },
    });
    expect(open?.history.map(({ state }) => state)).toEqual(['draft', 'prevented', 'draft']);
    expect(open && takeExitBack(open, 'again', 13)).toBeNull();
  });

  it('as a feature request goes on as a draft of that kind', async () => {
    const wish = asFeatureRequest(await draft(), 'Filter by region', 9);
    expect(wish).toMatchObject({
      state: 'draft',
      kind: 'feature-request',
      exit: { kind: 'feature-request' },
    });
    expect(wish && takeExitBack(wish, 'x', 10)).toMatchObject({ state: 'draft', kind: 'bug', exit: null });
  });

  it('never undoes what was handed off as a feature request', async () => {
    const wish = asFeatureRequest(await draft(), 'Filter by region', 9);
    expect(wish && takeExitBack(moveTo(wish, 'queued', 'x', 10), 'x', 11)).toBeNull();
  });
});

describe('the store', () => {
  beforeEach(async () => {
    await database().escalations.clear();
  });

  it('takes one step on what is stored, or none', async () => {
    const stored = await draft();
    await database().escalations.add(stored);
    const end = (it: Escalation) => endWithout(it, 'solved', 'done', 9);
    expect(await stepEscalation(stored.id, end)).toBe(true);
    expect(await stepEscalation(stored.id, end)).toBe(false);
    expect(await stepEscalation('unknown', end)).toBe(false);
    expect(await database().escalations.get(stored.id)).toMatchObject({ state: 'prevented' });
  });

  it('lists drafts that are watched, the latest first', async () => {
    const signal = (at: number) => ({ earlySignal: { note: '', at } });
    await database().escalations.bulkAdd([
      await draft({ id: 'a', ...signal(1) }),
      await draft({ id: 'b', ...signal(5) }),
      await draft({ id: 'c' }),
      { ...(await draft({ id: 'd', ...signal(3) })), state: 'prevented' },
    ]);
    expect((await listEarlySignals()).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('an early signal', () => {
  const watched = async (number: string, subject: string, text = '') => ({
    ...(await newEscalation(
      aTicket({ ticketId: number, number, subject, messages: [aMessage({ text })] }),
      1,
    )),
    earlySignal: { note: 'odd', at: 5 },
  });

  it('is found by a second ticket that shares its code or two telling words, never by itself', async () => {
    const signals = [
      await watched('1', 'Invoices look odd'),
      await watched('2', 'Printing stops', 'The banner says E-4102.'),
      await watched('3', 'CSV export is empty'),
      { ...(await watched('4', 'Export to CSV stops')), earlySignal: null },
    ];
    const like = (id: string) =>
      likeEarlySignals(aTicket({ ticketId: id, subject: 'Export to CSV stops at 42 %' }), signals).map(
        ({ ticket }) => ticket.number,
      );
    expect(like('9')).toEqual(['2', '3']);
    expect(like('3')).toEqual(['2']);
  });
});

describe('who gets involved', () => {
  it('follows level and massness, and is everything while nothing is decided', () => {
    const who = (...decided: [1 | 3 | 4 | null, 'isolated' | 'several' | 'everyone' | null]) =>
      whoIsInvolved(defaultPlaybook, ...decided).map((rule) => rule.who);
    expect(who(4, 'isolated')).toEqual(['On-call engineer']);
    expect(who(1, 'isolated')).toEqual([]);
    expect(who(1, 'everyone')).toEqual(['Support lead and status page']);
    expect(who(3, 'several')).toEqual(['Administrator of the part', 'Owner of the customer’s account']);
    expect(who(null, null)).toHaveLength(defaultPlaybook.policy.length);
  });
});

describe('the agent’s own words', () => {
  it('are missing until written, but for four critical lines', async () => {
    const open = await draft({ checks: {} });
    expect(missingOwnWords(open, defaultPlaybook).map(({ id }) => id)).toEqual(['own-words']);
    expect(missingOwnWords({ ...open, kind: 'critical' }, defaultPlaybook)).toEqual([]);
    const blank = { 'own-words': { status: 'done' as const, note: '  ', at: 1 } };
    expect(missingOwnWords({ ...open, checks: blank }, defaultPlaybook)).toHaveLength(1);
    expect(missingOwnWords(await draft(), defaultPlaybook)).toEqual([]);
  });
});

describe('a question to an expert', () => {
  it('is one question with what is needed to answer it, and no name', async () => {
    const text = toExpertQuestion(await draft(), ' Is 42 % a limit? ', 'own-words');
    expect(text.split('\n')).toEqual([
      'Is 42 % a limit?',
      '',
      'Problem: Seen with my own eyes',
      'Where: https://app.example/reports?id=7',
      'Error: E-4102',
      'Ticket: #48213 https://desk.test/#ticket/zoom/7',
      '',
      'I keep the ticket; one answer is enough.',
    ]);
    expect(text).not.toContain('Mira');
  });
});
