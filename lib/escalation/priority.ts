import { Temporal } from 'temporal-polyfill';
import type { Massness, Playbook, Priority, Severity } from '@/lib/playbook/playbook';

export interface Dates {
  /** `YYYY-MM-DD` in the team's time zone; null = at once. */
  readonly takenUpBy: string | null;
  /** First control point, `YYYY-MM-DD`. */
  readonly controlPoint: string;
}

/** By the playbook's matrix; `severity` is the level that counts, after massness raised it. */
export function priorityOf(severity: Severity, massness: Massness | null, playbook: Playbook): Priority {
  return playbook.priorities[massness ?? 'isolated'][severity - 1] ?? 'normal';
}

type Calendar = Playbook['calendar'];

const isWorkday = (date: Temporal.PlainDate, calendar: Calendar): boolean =>
  calendar.workdays.includes(date.dayOfWeek) && !calendar.holidays.includes(date.toString());

/** A calendar without workdays would never end the loop; a year is further than any playbook looks. */
const FARTHEST_DAYS = 366;

function addWorkingDays(from: Temporal.PlainDate, days: number, calendar: Calendar): Temporal.PlainDate {
  let date = from;
  let left = days;
  for (let step = 0; step < FARTHEST_DAYS && left > 0; step += 1) {
    date = date.add({ days: 1 });
    if (isWorkday(date, calendar)) left -= 1;
  }
  return date;
}

/** The date itself when it is a workday, else the next one. */
function nextWorkday(date: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate {
  return isWorkday(date, calendar) ? date : addWorkingDays(date, 1, calendar);
}

/** When engineering takes an escalation of this level into work, in the team's calendar and time zone. */
export function datesFor(severity: Severity, nowMs: number, playbook: Playbook): Dates {
  const { calendar } = playbook;
  const timeZone = calendar.timeZone === 'local' ? Temporal.Now.timeZoneId() : calendar.timeZone;
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timeZone).toPlainDate();
  const rule = playbook.severities.find((entry) => entry.level === severity);
  const takenUp = rule?.takenUp ?? { kind: 'at-once', count: 0 };
  const takenUpBy =
    takenUp.kind === 'at-once'
      ? null
      : takenUp.kind === 'days'
        ? nextWorkday(today.add({ days: takenUp.count }), calendar)
        : addWorkingDays(today, takenUp.count, calendar);
  const weekly = nextWorkday(
    today.add({ days: (calendar.controlPointWeekday - today.dayOfWeek + 7) % 7 || 7 }),
    calendar,
  );
  const controlPoint =
    rule && rule.controlAfterWorkingDays !== null
      ? addWorkingDays(today, rule.controlAfterWorkingDays, calendar)
      : weekly;
  return { takenUpBy: takenUpBy?.toString() ?? null, controlPoint: controlPoint.toString() };
}

/** The end of the team's working day on a date, where the viewer is; null where the viewer's clock is the team's. */
function endWhereViewed(
  isoDate: string,
  calendar: Calendar,
  viewedIn: string,
): Temporal.ZonedDateTime | null {
  if (calendar.timeZone === 'local') return null;
  const end = Temporal.PlainDate.from(isoDate).toZonedDateTime({
    timeZone: calendar.timeZone,
    plainTime: Temporal.PlainTime.from(calendar.end),
  });
  const viewed = end.withTimeZone(viewedIn);
  return viewed.offsetNanoseconds === end.offsetNanoseconds ? null : viewed;
}

/**
 * `Fri 27 Nov` in the viewer's language; where another clock runs than the team's, also when the team's day ends there:
 * `Fri 27 Nov (your Sat 28 Nov, 06:00)`.
 */
export function formatDeadline(
  isoDate: string,
  calendar: Calendar,
  viewer: { readonly timeZone?: string; readonly locale?: string } = {},
): string {
  const date = formatDate(isoDate, viewer.locale);
  const end = endWhereViewed(isoDate, calendar, viewer.timeZone ?? Temporal.Now.timeZoneId());
  if (!end) return date;
  const time = end.toPlainTime().toLocaleString(viewer.locale, { hour: '2-digit', minute: '2-digit' });
  return `${date} (your ${formatDate(end.toPlainDate().toString(), viewer.locale)}, ${time})`;
}

/** `Fri 27 Nov` in the viewer's language. */
export function formatDate(isoDate: string, locale?: string): string {
  return Temporal.PlainDate.from(isoDate).toLocaleString(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
}
