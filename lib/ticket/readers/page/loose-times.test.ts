import { describe, expect, it } from 'vitest';
import { findLooseTime } from './loose-times';

describe('findLooseTime', () => {
  it.each([
    ['3 hours ago', 0],
    ['an hour ago', 0],
    ['10d ago', 0],
    ['hace 3 días', 0],
    ['3 часа назад', 0],
    ['Il y a 2 jours', 0],
    ['Yesterday at 9:30', 0],
    ['Jan 2, 10:00', 0],
    ['Ann Lee · vor 3 Stunden', 8],
  ])('finds where the time begins in %s', (text, from) => {
    expect(findLooseTime(text)).toEqual({ from, minutes: null });
  });

  it.each([
    ['10:41', 641],
    ['2:05 PM', 845],
    ['12:00 am', 0],
  ])('says the minutes of %s', (text, minutes) => {
    expect(findLooseTime(text)).toEqual({ from: 0, minutes });
  });

  it.each([
    '',
    'It failed yesterday',
    'Ann Lee',
    'Version 7.2.1',
    'It stops at 42 %',
    '25:99',
    'x'.repeat(100_000),
  ])('finds none in %s', (text) => {
    expect(findLooseTime(text)).toBeNull();
  });
});
