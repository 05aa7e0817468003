import { toMoment } from '@/lib/knowledge/text/foreign-text';
import { SECOND_MS } from '@/lib/std/time';

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d|UTC|GMT)?)?$/i;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}:\d\d)(?::\d\d)?)?$/;

/**
 * A date of a table as epoch milliseconds: ISO with or without time, day.month.year, epoch seconds or milliseconds, or
 * with the month's name. Null for any other: 03/04/2026 is March or April. Without a zone it is UTC, the same everywhere.
 */
export function toRowMoment(raw: string): number | null {
  const text = raw.trim();
  if (/^\d{9,10}$/.test(text)) return Number(text) * SECOND_MS;
  if (/^\d{12,13}$/.test(text)) return Number(text);
  const iso = ISO.exec(text);
  if (iso) {
    const [, day = '', time = '00:00', zone = 'Z'] = iso;
    const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
    return toMoment(`${day}T${time}${/^(UTC|GMT)$/i.test(offset) ? 'Z' : offset.toUpperCase()}`);
  }
  const dotted = DOTTED.exec(text);
  if (dotted) {
    const [, day = '', month = '', year = '', time = '00:00'] = dotted;
    return toMoment(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time.padStart(5, '0')}Z`);
  }
  if (!/[a-z]{3}/i.test(text) || !/\d{4}/.test(text)) return null;
  return toMoment(/(Z|GMT|UTC|[+-]\d{4})$/i.test(text) ? text : `${text} UTC`);
}
