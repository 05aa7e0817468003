import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import type { Playbook, Severity } from '@/lib/playbook/playbook';
import { datesFor, priorityOf } from './priority';

const inBerlin = (changes: Partial<Playbook['calendar']> = {}): Playbook => ({
  ...defaultPlaybook,
  calendar: { ...defaultPlaybook.calendar, timeZone: 'Europe/Berlin', ...changes },
});

/** Monday 23 November 2026, 10:00 in Berlin. */
const MONDAY = Date.UTC(2026, 10, 23, 9);

describe('datesFor', () => {
  it.each<[Severity, string | null, string]>([
    [4, null, '2026-11-24'],
    [3, '2026-11-27', '2026-11-25'],
    [2, '2026-11-30', '2026-11-24'],
    [1, '2026-12-07', '2026-11-24'],
  ])('severity %i from Monday is taken up by %s, control point %s', (severity, takenUpBy, controlPoint) => {
    expect(datesFor(severity, MONDAY, inBerlin())).toEqual({ takenUpBy, controlPoint });
  });

  it('skips holidays and weekends', () => {
    const playbook = inBerlin({ holidays: ['2026-11-26', '2026-11-30'] });
    expect(datesFor(3, MONDAY, playbook).takenUpBy).toBe('2026-12-01');
    expect(datesFor(2, MONDAY, playbook).takenUpBy).toBe('2026-12-01');
  });

  it('counts days, not hours, across the change to winter time', () => {
    // Saturday 24 October 2026, 23:30 in Berlin; the clocks go back that night.
    const saturday = Date.UTC(2026, 9, 24, 21, 30);
    expect(datesFor(2, saturday, inBerlin()).takenUpBy).toBe('2026-11-02');
  });

  it('uses the team’s day, not the machine’s', () => {
    // 23:30 UTC on Monday is Tuesday in Auckland.
    const late = Date.UTC(2026, 10, 23, 23, 30);
    expect(datesFor(2, late, inBerlin({ timeZone: 'Pacific/Auckland' })).takenUpBy).toBe('2026-12-01');
  });

  it('ends with a calendar that has no workdays', () => {
    expect(datesFor(3, MONDAY, inBerlin({ workdays: [] })).takenUpBy).toMatch(/^\d{4}-/);
  });
});

describe('priorityOf', () => {
  it('follows the playbook', () => {
    expect([1, 2, 3, 4].map((level) => priorityOf(level as Severity, null, defaultPlaybook))).toEqual([
      'low',
      'normal',
      'high',
      'urgent',
    ]);
  });
});
