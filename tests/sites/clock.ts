/**
 * One clock for both sites, so that a test can say "now it is Tuesday" and every created and
 * updated stamp, the `Date` header and the ages shown on the page follow.
 */
export interface Clock {
  now(): Date;
  /** Time stands still at `date` until `advance`, so that stamps in a test are exact. */
  set(date: Date | string): void;
  advance(ms: number): void;
}

/** Without a date the clock runs with the machine; with one it stands still there. */
export function createClock(date?: Date | string): Clock {
  let still = date === undefined ? undefined : toTime(date);
  let ahead = 0;
  return {
    now: () => new Date(still ?? Date.now() + ahead),
    set: (value) => {
      still = toTime(value);
    },
    advance: (ms) => {
      if (still === undefined) ahead += ms;
      else still += ms;
    },
  };
}

function toTime(date: Date | string): number {
  const time = new Date(date).getTime();
  if (Number.isNaN(time)) throw new Error(`Not a date: ${String(date)}`);
  return time;
}

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** How long before the start of the sites something happened: `'35m'`, `'2h'`, `'12d'`. */
export type Age = `${number}${keyof typeof unitMs}`;

export function ageToMs(age: Age): number {
  const unit = age.slice(-1);
  const count = Number(age.slice(0, -1));
  if (unit !== 'm' && unit !== 'h' && unit !== 'd') throw new Error(`Not an age: ${age}`);
  return count * unitMs[unit];
}
