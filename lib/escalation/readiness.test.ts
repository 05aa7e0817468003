import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { aReadyEscalation } from '@/tests/factories';
import type { Escalation } from './escalation';
import { findGaps, summarizeGaps } from './readiness';

const gapsOf = async (changes: Partial<Escalation>) =>
  findGaps(await aReadyEscalation(changes), defaultPlaybook).map((gap) => gap.sentence);

describe('findGaps', () => {
  it('finds none in a complete escalation', async () => {
    expect(await gapsOf({})).toEqual([]);
  });

  it('says each missing thing in its own sentence', async () => {
    const { report } = await aReadyEscalation();
    const empty = { value: ' ', source: '' };
    const sentences = await gapsOf({
      massness: null,
      severity: null,
      report: { ...report, part: empty, where: empty, steps: empty, expected: empty, actual: empty },
    });
    expect(sentences).toHaveLength(7);
    expect(new Set(sentences).size).toBe(7);
  });

  it('accepts a waiver only with a reason, and never for the agent’s own sentence', async () => {
    const { checks } = await aReadyEscalation();
    const waived = { status: 'waived' as const, note: '', at: 1 };
    expect(await gapsOf({ checks: { ...checks, tried: waived } })).toEqual([
      'Say why this is waived: tried on our side',
    ]);
    expect(await gapsOf({ checks: { ...checks, tried: { ...waived, note: 'needs their data' } } })).toEqual(
      [],
    );
    expect(await gapsOf({ checks: { ...checks, 'own-words': { ...waived, note: 'no' } } })).toHaveLength(1);
  });
});

describe('a feature card that asks for something', () => {
  const asking = { recordKey: 'c/1', title: 'Reports export', collect: 'The export id' };
  const collected = (status: 'open' | 'done' | 'waived', note: string) => ({ status, note, at: 1 });

  it.each([
    ['done with words', collected('done', 'id 771'), 0],
    ['done without words', collected('done', ' '), 1],
    ['waived with a reason', collected('waived', 'no access'), 0],
    ['waived without', collected('waived', ''), 1],
    ['open', collected('open', 'id 771'), 1],
  ])('%s', async (_, check, gaps) => {
    const { checks } = await aReadyEscalation();
    expect(await gapsOf({ cards: [asking], checks: { ...checks, collected: check } })).toHaveLength(gaps);
  });

  it('says for which feature', async () => {
    const { checks } = await aReadyEscalation();
    const empty = { ...checks, collected: collected('done', '') };
    expect(await gapsOf({ cards: [asking], checks: empty })).toEqual([
      'Note what was collected for Reports export',
    ]);
    expect(await gapsOf({ cards: [{ ...asking, collect: '' }], checks: empty })).toEqual([]);
  });
});

describe('summarizeGaps', () => {
  it('names the first and counts the rest', () => {
    const gap = { step: 'check' as const, field: 'a', sentence: 'Open: a' };
    expect(summarizeGaps([])).toBe('');
    expect(summarizeGaps([gap])).toBe('Open: a');
    expect(summarizeGaps([gap, gap, gap])).toBe('Open: a · and 2 more');
  });
});
