import { describe, expect, it } from 'vitest';
import type { Escalation } from '@/lib/escalation/escalation';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import type { TemplateField } from '@/lib/playbook/playbook';
import { aPart, aReadyEscalation } from '@/tests/factories';
import { findGaps, issueGaps, summarizeGaps } from './readiness';

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
      owner: '',
      report: {
        ...report,
        part: empty,
        organizationId: empty,
        where: empty,
        steps: empty,
        expected: empty,
        actual: empty,
      },
    });
    expect(sentences).toHaveLength(9);
    expect(new Set(sentences).size).toBe(9);
  });

  it('wants somebody who answers for it, though the issue can be drawn without', async () => {
    for (const owner of ['', ' ']) {
      const gaps = findGaps(await aReadyEscalation({ owner }), defaultPlaybook);
      expect(gaps.map(({ sentence }) => sentence)).toEqual(['Missing: who answers for it']);
      expect(issueGaps(gaps)).toEqual([]);
    }
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

describe('what the template and the part ask for', () => {
  const empty = { value: '', source: '' };
  const billing = aPart({
    id: 'billing',
    name: 'Billing',
    requires: ['environment', 'accountId', 'unheard-of'],
  });
  const bug = defaultPlaybook.templates.find(({ kind }) => kind === 'bug');
  const accountId: TemplateField = {
    id: 'accountId',
    label: 'Account ID',
    hint: '',
    input: 'line',
    choices: [],
    required: false,
  };
  const playbook = {
    ...defaultPlaybook,
    parts: [billing],
    templates: defaultPlaybook.templates.map((it) =>
      it === bug ? { ...it, fields: [...it.fields, accountId] } : it,
    ),
  };
  const describeGaps = async (changes: Partial<Escalation>) =>
    findGaps(await aReadyEscalation(changes), playbook).map((gap) => gap.sentence);

  it('names the engineers who asked for it before', async () => {
    const { report } = await aReadyEscalation();
    const about = { ...report, part: { value: 'billing', source: '' }, environment: empty };
    expect(await describeGaps({ report: about })).toEqual([
      'Engineers of Billing ask for: browser and system',
      'Engineers of Billing ask for: account ID',
    ]);
    const told = { accountId: { value: '77', source: '' } };
    expect(await describeGaps({ report: { ...about, environment: about.part }, details: told })).toEqual([]);
    expect(await describeGaps({ report: { ...about, part: { value: 'Reports', source: '' } } })).toEqual([]);
  });

  it('lets a critical escalation go with four lines', async () => {
    const { report } = await aReadyEscalation();
    const bare = { ...report, part: { value: 'Billing', source: '' }, steps: empty, expected: empty };
    expect(await describeGaps({ kind: 'critical', report: bare })).toEqual(['Missing: since when']);
    const since = { since: { value: 'today 8:40', source: '' } };
    expect(await describeGaps({ kind: 'critical', report: bare, details: since })).toEqual([]);
  });

  it.each([
    ['feature-request', ['Missing: what they want to achieve']],
    ['consultation', ['Missing: the one question', 'Missing: what is known']],
    ['tier-handoff', ['Missing: done so far', 'Missing: still unknown', 'Missing: next steps']],
  ] as const)('%s has its own sentences', async (kind, sentences) => {
    expect(await describeGaps({ kind })).toEqual(sentences);
  });
});
