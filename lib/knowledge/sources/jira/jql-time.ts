import { HOUR_MS, MINUTE_MS } from '@/lib/std/time';

/**
 * JQL knows dates to the minute, in the time zone of the account: support.atlassian.com, “JQL fields”, Updated. Where
 * the zone is not known, a day earlier in UTC is early enough everywhere.
 */
export function toJqlTime(at: number, timeZone: string | undefined): string {
  try {
    const format = new Intl.DateTimeFormat('en-CA', {
      timeZone: timeZone ?? '',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`;
  } catch {
    return new Date(Math.max(0, at - 24 * HOUR_MS)).toISOString().slice(0, 16).replace('T', ' ');
  }
}

/**
 * The latest moment not after `at` that JQL says without doubt. In the hour that the clock runs through twice a year it
 * is one before that hour.
 */
export function floorToJql(at: number, timeZone: string | undefined): number {
  const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
  const words = toJqlTime(minute, timeZone);
  const isTwice = [-HOUR_MS, -HOUR_MS / 2, HOUR_MS / 2, HOUR_MS].some(
    (shift) => toJqlTime(minute + shift, timeZone) === words,
  );
  return Math.max(0, isTwice ? minute - 2 * HOUR_MS : minute);
}
