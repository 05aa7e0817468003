import { toZonedInstant } from '@/lib/ticket/zoned-time';

/** Arabic and Persian digits as Latin ones: both rows begin at a multiple of 16. */
const toLatinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15));

const bare = (month: string): string => month.replaceAll('.', '').toLowerCase();

/** The month of a name as the desk's language writes it beside a day; 0 for none. */
function toMonth(name: string, language: string): number {
  // "3月", "thg 3"
  const number = /^\D*(\d{1,2})\D*$/.exec(name)?.[1];
  if (number) return Number(number);
  const known = (['short', 'long'] as const).flatMap((style) => {
    const format = new Intl.DateTimeFormat(language, {
      month: style,
      day: 'numeric',
      calendar: 'gregory',
      timeZone: 'UTC',
    });
    return Array.from({ length: 12 }, (_, month) => {
      const parts = format.formatToParts(Date.UTC(2026, month, 15));
      return bare(parts.find(({ type }) => type === 'month')?.value ?? '');
    });
  });
  const wanted = bare(name);
  const same = known.indexOf(wanted);
  // Browser and server may shorten a name differently: "Mär" and "März".
  const alike = known.findIndex(
    (month) =>
      wanted.length > 2 && month.length > 2 && (month.startsWith(wanted) || wanted.startsWith(month)),
  );
  const found = same >= 0 ? same : alike;
  return found < 0 ? 0 : (found % 12) + 1;
}

/**
 * "Mar 2, 2026 10:00" or "… 02:13pm": the order is the same in every language, only the month is translated
 * (User::dateFormat). The time is that of the agent's own time zone. Null when any of it is unclear.
 */
export function toShownInstant(shown: string, language: string, zone: string): number | null {
  const found = /^(.+?)\s+(\d{1,2}),\s*(\d{4})\s+(\d{1,2}):(\d{2})\s*([ap]m)?$/i.exec(
    toLatinDigits(shown.trim()),
  );
  if (!found || !zone) return null;
  const [, name = '', day, year, hour, minute, half] = found;
  try {
    const month = toMonth(name, language || 'en') || toMonth(name, 'en');
    if (month === 0) return null;
    const noon = half ? (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hour);
    return toZonedInstant(
      { year: Number(year), month, day: Number(day), hour: noon, minute: Number(minute) },
      zone,
    );
  } catch {
    // A language the browser does not know.
    return null;
  }
}
