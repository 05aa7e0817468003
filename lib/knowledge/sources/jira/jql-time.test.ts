// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorToJql, toJqlTime } from './jql-time';

describe('times in JQL', () => {
  it('are in the zone of the account', () => {
    const at = Date.UTC(2026, 0, 5, 23, 59, 59);
    expect(toJqlTime(at, 'UTC')).toBe('2026-01-05 23:59');
    expect(toJqlTime(at, 'Europe/Berlin')).toBe('2026-01-06 00:59');
    expect(toJqlTime(at, 'America/St_Johns')).toBe('2026-01-05 20:29');
  });

  it.each([[undefined], ['Mars/Olympus'], ['']])('are a day early in the zone %j', (zone) => {
    expect(toJqlTime(Date.UTC(2026, 0, 5, 8, 30), zone)).toBe('2026-01-04 08:30');
  });

  it('are before the hour that comes twice', () => {
    // Clocks in Berlin go from 03:00 back to 02:00 at 01:00 UTC.
    for (const minute of [0, 30, 59, 60, 90, 119]) {
      const at = Date.UTC(2026, 9, 25, 0, minute);
      const floor = floorToJql(at, 'Europe/Berlin');
      expect(toJqlTime(floor, 'Europe/Berlin') < '2026-10-25 02:00').toBe(true);
    }
    expect(floorToJql(Date.UTC(2026, 9, 25, 2, 0, 59), 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 2));
  });

  it('are never after the moment', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'America/New_York',
      undefined,
    ];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.constantFrom(...zones), (at, zone) => {
        expect(floorToJql(at, zone)).toBeLessThanOrEqual(at);
      }),
    );
  });
});
