import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { aTicket } from '@/tests/factories';
import { applyPatch } from './draft-patch';
import type { Check, Escalation } from './escalation';
import { newEscalation } from './new-escalation';
import { type SearchFindings, searchEvidence } from './search-evidence';
import { withVerdict } from './verdict';

const NOW = Date.UTC(2026, 10, 22, 14, 5);
const bug = { recordKey: 'c/12', key: 'APP-12', title: 'Export stops' };
const judged = ({ verdicts }: Escalation) =>
  verdicts?.some(({ recordKey }) => recordKey === bug.recordKey) ? 'not this' : 'not judged';
const findings = (escalation: Escalation): Record<string, SearchFindings> => {
  const asked = { query: 'Export to CSV stops at 42 %', where: '2,041 records', settles: false };
  return {
    'known-bugs': { ...asked, found: [{ name: 'APP-12 Export stops', verdict: judged(escalation) }] },
    knowledge: { ...asked, found: [] },
  };
};
const draft = () => newEscalation(aTicket(), 1);
const run = (escalation: Escalation, found = findings(escalation), now = NOW) =>
  applyPatch(escalation, searchEvidence(escalation, defaultPlaybook, found, now), now);
const ruleOut = (escalation: Escalation): Escalation => ({
  ...escalation,
  verdicts: withVerdict(escalation.verdicts, { ...bug, url: '', at: 1 }),
});
const say = (escalation: Escalation, change: Partial<Check>): Escalation => ({
  ...escalation,
  checks: { ...escalation.checks, 'known-bugs': { ...escalation.checks['known-bugs'], ...change } as Check },
});

describe('searchEvidence', () => {
  it('notes query, hits, verdict and time; ticks what found nothing', async () => {
    const { checks } = run(await draft());
    expect(checks['known-bugs']).toEqual({
      status: 'open',
      note: '“Export to CSV stops at 42 %” in 2,041 records: APP-12 Export stops (not judged). 2026-11-22 14:05 UTC',
      at: null,
    });
    expect(checks.knowledge).toMatchObject({ status: 'done', at: NOW });
    expect(checks.knowledge?.note).toContain('nothing found');
    expect(Object.keys(checks).toSorted()).toEqual(['knowledge', 'known-bugs']);
  });

  it('ticks once each match is ruled out, and takes the tick back with the verdict', async () => {
    const open = run(await draft());
    const judged = run(ruleOut(open));
    expect(judged.checks['known-bugs']).toMatchObject({ status: 'done' });
    expect(judged.checks['known-bugs']?.note).toContain('(not this)');
    expect(run({ ...judged, verdicts: [] }).checks['known-bugs']?.status).toBe('open');
  });

  it('changes nothing the second time, however late', async () => {
    const once = run(ruleOut(await draft()));
    expect(searchEvidence(once, defaultPlaybook, findings(once), NOW + 9e7)).toEqual({});
    const ticked = say(run(await draft()), { status: 'done' });
    expect(searchEvidence(ticked, defaultPlaybook, findings(ticked), NOW + 9e7)).toEqual({});
  });

  it.each<[string, Partial<Check>]>([
    ['words', { note: 'APP-12 is about PDF' }],
    ['emptied words', { note: '' }],
    ['a waiver', { status: 'waived', note: '' }],
  ])('never overwrites %s of the agent', async (_, change) => {
    const own = say(run(await draft()), change);
    expect(run(ruleOut(own)).checks['known-bugs']).toEqual(own.checks['known-bugs']);
  });

  it('keeps a tick the agent set or took away, while its own words follow the verdicts', async () => {
    const ticked = run(ruleOut(say(run(await draft()), { status: 'done' })));
    expect(ticked.checks['known-bugs']?.note).toContain('(not this)');
    expect(run({ ...ticked, verdicts: [] }).checks['known-bugs']?.status).toBe('done');
    const unticked = say(run(ruleOut(await draft())), { status: 'open', at: null });
    expect(run(unticked).checks['known-bugs']?.status).toBe('open');
  });

  it('lists three hits and counts the rest; a search that settles its item ticks it with the verdicts so far', async () => {
    const found = Array.from({ length: 7 }, (_, index) => ({
      name: `#${index} CSV`,
      verdict: index === 0 ? ('same' as const) : ('not judged' as const),
    }));
    const similar = { query: 'csv', where: 'the desk’s open tickets', found, settles: true };
    const { checks } = run(await draft(), { similar });
    expect(checks.similar).toMatchObject({ status: 'done' });
    expect(checks.similar?.note).toBe(
      '“csv” in the desk’s open tickets: #0 CSV (same); #1 CSV (not judged); #2 CSV (not judged); 4 more. 2026-11-22 14:05 UTC',
    );
  });

  it('fills in the words under a tick that came before the search', async () => {
    const early = {
      ...(await draft()),
      checks: { 'known-bugs': { status: 'done' as const, note: '', at: 7 } },
    };
    expect(run(early).checks['known-bugs']).toMatchObject({ status: 'done', at: 7 });
    expect(run(early).checks['known-bugs']?.note).toContain('APP-12');
  });
});
