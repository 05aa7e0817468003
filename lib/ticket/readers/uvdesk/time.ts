import { toInstant, toRaw } from '@/lib/ticket/bounds';

/** `GMT+05:30` as milliseconds; nothing for a zone the browser does not know. */
function offsetOf(zone: string, at: number): number | null {
  try {
    const format = () => new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    const name = /^[+-]/.test(zone) ? zone : format().format(at);
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(name) ?? [];
    return (sign === '-' ? -60_000 : 60_000) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  } catch {
    return null;
  }
}

/** PHP writes a DateTime as `{date: '2026-03-02 10:00:00.000000', timezone_type, timezone: 'Europe/Berlin'}`. */
export function toPhpInstant(raw: unknown): number | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { date, timezone } = raw as { readonly date?: unknown; readonly timezone?: unknown };
  const asUtc = toInstant(`${toRaw(date).slice(0, 19).replace(' ', 'T')}Z`);
  const offset = asUtc === null ? null : offsetOf(toRaw(timezone), asUtc);
  return asUtc === null || offset === null ? null : asUtc - offset;
}
