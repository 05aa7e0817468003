import { describe, expect, it } from 'vitest';
import { toShownBytes } from './page-parts';
import { toZonedInstant } from './zoned-time';

const march = { year: 2026, month: 3, day: 2, hour: 10, minute: 30 };

describe('times of a zone', () => {
  it.each([
    [march, 'UTC', '2026-03-02T10:30:00.000Z'],
    [march, 'Europe/Berlin', '2026-03-02T09:30:00.000Z'],
    [{ ...march, month: 7 }, 'Europe/Berlin', '2026-07-02T08:30:00.000Z'],
    [march, 'Asia/Kolkata', '2026-03-02T05:00:00.000Z'],
    [{ ...march, day: 29, hour: 1 }, 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
    [{ ...march, day: 29, hour: 3 }, 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    [{ ...march, day: 1, hour: 0, minute: 0 }, 'Pacific/Auckland', '2026-02-28T11:00:00.000Z'],
  ])('%j in %s', (time, zone, expected) =>
    expect(new Date(toZonedInstant(time, zone) ?? 0).toISOString()).toBe(expected),
  );

  it.each([
    [march, 'Nowhere/Land'],
    [march, ''],
    [{ ...march, day: 31, month: 2 }, 'UTC'],
    [{ ...march, hour: Number.NaN }, 'UTC'],
  ])('knows none for %j in %s', (time, zone) => expect(toZonedInstant(time, zone)).toBeNull());
});

it.each([
  ['512 bytes', 512],
  ['(12.5 KB)', 12_800],
  ['1,2 mb', 1_258_291],
  ['PDF 3 GB', 3_221_225_472],
  ['', null],
  ['unknown', null],
])('takes %s for %s bytes', (text, bytes) => expect(toShownBytes(text)).toBe(bytes));
