/** The time on a clock: month 1 to 12. */
export interface ClockTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
}

/** What the clocks of a zone show at an instant, as if it were UTC. Throws a RangeError for unknown zones. */
function clockAt(instant: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const part = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The instant at which the clocks of an IANA zone show this; null for a time or zone that does not exist. */
export function toZonedInstant(time: ClockTime, zone: string): number | null {
  const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second ?? 0);
  const date = new Date(wall);
  if (date.getUTCDate() !== time.day || date.getUTCMonth() !== time.month - 1) return null;
  try {
    // The second step settles the hours around a change of the clocks.
    const guess = wall - (clockAt(wall, zone) - wall);
    const instant = guess - (clockAt(guess, zone) - wall);
    return instant > 0 ? instant : null;
  } catch {
    return null;
  }
}
