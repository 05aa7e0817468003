import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toResetMs, toRetryAfterMs } from './retry-after';

const NOW = Date.parse('2026-11-21T12:00:00Z');

describe('toRetryAfterMs', () => {
  it.each([
    ['120', 120_000],
    [' 1.5 ', 1500],
    ['1000000000000', 3_600_000],
    ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2099 12:00:30 GMT', 3_600_000],
    ['Sat, 21 Nov 2025 12:00:30 GMT', undefined],
    ['0', undefined],
    ['-1', undefined],
    ['Wed', undefined],
    ['1e9', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j is %j', (header, expected) => {
    expect(toRetryAfterMs(header, NOW)).toBe(expected);
  });

  it('never waits longer than an hour, whatever stands there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.date().map(String)), (header) => {
        const waitMs = toRetryAfterMs(header, NOW);
        expect(waitMs === undefined || (waitMs > 0 && waitMs <= 3_600_000)).toBe(true);
      }),
    );
  });
});

describe('toResetMs', () => {
  const seconds = NOW / 1000;
  it.each([
    [String(seconds + 60), 60_000],
    [String(seconds + 7_000), 3_600_000],
    [String(seconds + 9_000), undefined],
    [String(seconds), undefined],
    // Milliseconds, a span and a date are other trackers' ways.
    [String(NOW + 60_000), undefined],
    ['60', undefined],
    ['2026-11-21T12:01:00Z', undefined],
    [null, undefined],
  ])('%j is %j', (header, expected) => expect(toResetMs(header, NOW)).toBe(expected));
});
