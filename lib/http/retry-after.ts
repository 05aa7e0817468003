import { HOUR_MS, SECOND_MS } from '@/lib/std/time';

/** The only date form a server may send today (RFC 9110, 5.6.7); anything looser makes `Date.parse` guess. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * How long `Retry-After` asks to wait, milliseconds, never more than an hour (RFC 9110, 10.2.3: seconds or a date).
 * Undefined when the header is absent, unreadable, negative or past: then the caller's own back-off decides.
 */
export function toRetryAfterMs(header: string | null, nowMs: number): number | undefined {
  const value = header?.trim() ?? '';
  const waitMs = /^\d+(\.\d+)?$/.test(value)
    ? Number(value) * SECOND_MS
    : HTTP_DATE.test(value)
      ? Date.parse(value) - nowMs
      : Number.NaN;
  return waitMs > 0 ? Math.min(Math.ceil(waitMs), HOUR_MS) : undefined;
}

/**
 * How long until `X-RateLimit-Reset`, milliseconds, never more than an hour: GitHub and Gitea send the moment in epoch
 * seconds when no requests are left, and no `Retry-After`. Others count otherwise: what is no moment soon is left alone.
 */
export function toResetMs(header: string | null, nowMs: number): number | undefined {
  const waitMs = /^\d{10}$/.test(header ?? '') ? Number(header) * SECOND_MS - nowMs : Number.NaN;
  return waitMs > 0 && waitMs <= 2 * HOUR_MS ? Math.min(waitMs, HOUR_MS) : undefined;
}
