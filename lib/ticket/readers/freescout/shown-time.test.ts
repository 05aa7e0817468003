import { describe, expect, it } from 'vitest';
import { toShownInstant } from './shown-time';

describe('times as FreeScout shows them', () => {
  it.each([
    ['Mar 2, 2026 10:00', 'en', 'UTC', '2026-03-02T10:00'],
    ['Mar 2, 2026 02:13pm', 'en', 'America/New_York', '2026-03-02T19:13'],
    ['Dec 31, 2025 12:05am', 'en', 'UTC', '2025-12-31T00:05'],
    ['Mär 2, 2026 10:00', 'de', 'Europe/Berlin', '2026-03-02T09:00'],
    ['März 2, 2026 10:00', 'de', 'Europe/Berlin', '2026-03-02T09:00'],
    ['Juil 14, 2026 10:00', 'fr', 'Europe/Paris', '2026-07-14T08:00'],
    ['Juin 14, 2026 10:00', 'fr', 'Europe/Paris', '2026-06-14T08:00'],
    ['Мар 2, 2026 10:00', 'ru', 'Europe/Moscow', '2026-03-02T07:00'],
    ['11月 2, 2026 10:00', 'ja', 'Asia/Tokyo', '2026-11-02T01:00'],
    ['مارس ٢, ٢٠٢٦ ١٠:٠٠', 'ar', 'Africa/Cairo', '2026-03-02T08:00'],
    ['Mar 2, 2026 10:00', 'nonsense language', 'UTC', null],
    ['Foo 2, 2026 10:00', 'en', 'UTC', null],
    ['Mar 2, 2026 10:00 pomeriggio', 'it', 'UTC', null],
    ['2 hours ago', 'en', 'UTC', null],
    ['Mar 2, 2026 10:00', 'en', '', null],
    ['Mar 2, 2026 10:00', 'en', 'Moon/Base', null],
    ['13月 2, 2026 10:00', 'ja', 'Asia/Tokyo', null],
  ])('%s in %s and %s', (shown, language, zone, expected) => {
    const instant = toShownInstant(shown, language, zone);
    expect(instant && new Date(instant).toISOString().slice(0, 16)).toBe(expected);
  });
});
