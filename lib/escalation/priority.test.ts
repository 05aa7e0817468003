import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import type { Playbook, Severity } from '@/lib/playbook/playbook';
import { datesFor, formatDate, formatDeadline, priorityOf } from './priority';

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

  it('counts days, not hours, across the change to summer time', () => {
    // Friday 27 March 2026, 23:30 in Berlin; on Sunday an hour is missing.
    const friday = Date.UTC(2026, 2, 27, 22, 30);
    expect(datesFor(3, friday, inBerlin())).toEqual({ takenUpBy: '2026-04-02', controlPoint: '2026-03-31' });
    expect(datesFor(2, friday, inBerlin()).takenUpBy).toBe('2026-04-03');
  });

  it('moves a weekly control point off a holiday', () => {
    expect(datesFor(1, MONDAY, inBerlin({ holidays: ['2026-11-24'] })).controlPoint).toBe('2026-11-25');
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

describe('formatDeadline', () => {
  const { calendar } = inBerlin();
  const inEnglish = (timeZone: string) => ({ timeZone, locale: 'en-GB' });

  it('is a date alone where the viewer’s clock is the team’s', () => {
    expect(formatDeadline('2026-11-27', calendar, inEnglish('Europe/Madrid'))).toBe('Fri 27 Nov');
    const local = { ...calendar, timeZone: 'local' };
    expect(formatDeadline('2026-11-27', local, inEnglish('Pacific/Auckland'))).toBe('Fri 27 Nov');
  });

  it.each([
    ['Pacific/Auckland', '2026-11-27', 'Fri 27 Nov (your Sat 28 Nov, 06:00)'],
    ['America/New_York', '2026-11-27', 'Fri 27 Nov (your Fri 27 Nov, 12:00)'],
    // Berlin is on winter time already, New York still on summer time.
    ['America/New_York', '2026-10-28', 'Wed 28 Oct (your Wed 28 Oct, 13:00)'],
  ])('says in %s when the team’s day %s ends there', (timeZone, date, words) => {
    expect(formatDeadline(date, calendar, inEnglish(timeZone))).toBe(words);
  });

  it('names the team’s date wherever it is read', () => {
    expect(formatDate('2026-11-25', 'en-GB')).toBe('Wed 25 Nov');
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
