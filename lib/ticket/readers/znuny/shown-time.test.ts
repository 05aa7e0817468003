import { expect, it } from 'vitest';
import { toArticleInstant } from './shown-time';

it.each([
  ['2026-03-02 10:00:00', '02.03.2026 11:00 (Europe/Berlin)', '2026-03-02T10:00'],
  ['2026-03-02 10:00:00', '03/02/2026 05:00 (America/New_York)', '2026-03-02T10:00'],
  // A desk that keeps its times in Berlin, and an agent in Lisbon.
  ['2026-03-02 11:00:00', '02-03-2026 10:00 (Europe/Lisbon)', '2026-03-02T10:00'],
  ['2026-03-01 23:30:00', '2026/03/02 08:30 (Asia/Tokyo)', '2026-03-01T23:30'],
  ['2026-03-01 02:00:00', '28.02.2026 21:00 (America/New_York)', '2026-03-01T02:00'],
  ['2026-03-02 10:00:00', '02.03.2026 10:00', '2026-03-02T10:00'],
  ['2026-03-02 10:00:00', 'unknown (Moon/Base)', '2026-03-02T10:00'],
  ['2026-03-02 10:00:00', '', '2026-03-02T10:00'],
  ['yesterday', '02.03.2026 10:00', null],
])('takes %s, shown as %s', (created, shown, expected) => {
  const instant = toArticleInstant(created, shown);
  expect(instant && new Date(instant).toISOString().slice(0, 16)).toBe(expected);
});
