export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** `1:42` under an hour, `2:05:09` above it: the quiet clock of the panel. */
export function formatElapsed(ms: number): string {
  const total = Math.max(0, Math.floor(ms / SECOND_MS));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = String(total % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}

/** `just now`, `4 min ago`, `yesterday`: coarse on purpose, exact times stand in the title attribute. */
export function formatAgo(atMs: number, nowMs: number, locale?: string): string {
  const format = new Intl.RelativeTimeFormat(locale ?? 'en', { numeric: 'auto', style: 'short' });
  const past = nowMs - atMs;
  if (past < MINUTE_MS) return 'just now';
  if (past < HOUR_MS) return format.format(-Math.floor(past / MINUTE_MS), 'minute');
  if (past < DAY_MS) return format.format(-Math.floor(past / HOUR_MS), 'hour');
  return format.format(-Math.floor(past / DAY_MS), 'day');
}
