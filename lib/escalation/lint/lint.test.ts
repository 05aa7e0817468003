import { beforeEach, describe, expect, it } from 'vitest';
import type { Escalation } from '@/lib/escalation/escalation';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { aReadyEscalation } from '@/tests/factories';
import { type LintInput, lint } from './lint';

let draft: Escalation;
beforeEach(async () => {
  draft = await aReadyEscalation();
});

function look(changes: Partial<Escalation> = {}, more: Partial<LintInput> = {}) {
  const escalation = { ...draft, ...changes };
  const lamps = lint({
    escalation,
    playbook: defaultPlaybook,
    evidence: [],
    facts: 0,
    today: '2026-11-23',
    ...more,
  });
  return Object.fromEntries(lamps.map(({ kind, ok, words }) => [kind, `${ok ? 'ok' : 'look'}: ${words}`]));
}

const message = (changes: Partial<NonNullable<Escalation['customerMessage']>>) => ({
  customerMessage: {
    event: 'handed-over' as const,
    text: 'Hello',
    status: 'planned' as const,
    reason: '',
    at: 1,
    ...changes,
  },
});
const words = (note: string) => ({
  checks: { ...draft.checks, 'own-words': { status: 'done' as const, note, at: 1 } },
});

describe('the last look', () => {
  it('names what is missing in a fresh draft', () => {
    expect(look({ owner: '' }, { facts: 3 })).toEqual({
      top: 'ok: Short on top',
      owner: 'look: No owner',
      'follow-up': 'look: No follow-up date',
      message: 'look: No customer message planned',
      facts: 'look: 3 facts from the thread are not in the report',
    });
  });

  it('has nothing to say once all is there', () => {
    const all = { owner: 'Ida', nextUpdateOn: '2026-11-25', ...message({}) };
    const said = look(all);
    expect(Object.values(said).every((it) => it.startsWith('ok: '))).toBe(true);
    expect(said.owner).toBe('ok: Ida answers for it');
  });

  it('counts lines that are written, and characters as people see them', () => {
    expect(look(words('one\n\n\n\n\n\ntwo')).top).toMatch(/^ok/);
    expect(look(words('a\nb\nc\nd\ne\nf')).top).toBe('look: Too much text on top: 6 lines, 5 are read');
    expect(look(words('😀'.repeat(400))).top).toMatch(/^ok/);
    expect(look(words('é'.repeat(401))).top).toBe('look: Too much text on top: 401 characters, 400 are read');
  });

  it('wants a reason when the customer hears nothing', () => {
    expect(look(message({ status: 'skipped', reason: ' ' })).message).toMatch(/^look/);
    expect(look(message({ status: 'skipped', reason: 'Told on the phone' })).message).toMatch(/^ok/);
    expect(look(message({ text: ' ' })).message).toBe('look: The customer message is empty');
  });

  it('takes today as a date, but not yesterday', () => {
    expect(look({ nextUpdateOn: '2026-11-23' })['follow-up']).toMatch(/^ok/);
    expect(look({ nextUpdateOn: '2026-11-22' })['follow-up']).toMatch(/^look/);
  });

  it('passes on what the tracker will not take, and is silent about facts until they are known', () => {
    const said = look({}, { evidence: ['log.zip has 9 MB'], facts: null });
    expect(said.evidence).toBe('look: log.zip has 9 MB');
    expect(said.facts).toBeUndefined();
  });
});
