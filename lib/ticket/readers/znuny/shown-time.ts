import { toZonedInstant } from '@/lib/ticket/zoned-time';

const ISO = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/;
const ZONE = /\(([A-Z][\w+-]*(?:\/[\w+-]+)*)\)\s*$/i;
const DAY = 86_400_000;

/**
 * The instant of an article. The page sorts by the desk's own time, whose zone it does not name (UTC unless an old desk
 * was changed), and shows the agent's time with its zone behind it when that is another. Where it is named, the shown
 * clock decides, so that it is right whatever the desk's zone is; its date is found among the neighbours of the other,
 * because the order of day and month depends on the language.
 */
export function toArticleInstant(created: string, shown: string): number | null {
  const parts = ISO.exec(created)?.slice(1).map(Number);
  if (!parts) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  const zone = ZONE.exec(shown)?.[1];
  const clock = /(\d{1,2}):(\d{2})/.exec(shown);
  if (zone && clock) {
    const numbers = new Set((shown.slice(0, clock.index).match(/\d+/g) ?? []).map(Number));
    for (const step of [0, -1, 1]) {
      const date = new Date(asUtc + step * DAY);
      const at = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      if (!numbers.has(at.day) || !numbers.has(at.month)) continue;
      const time = { ...at, hour: Number(clock[1]), minute: Number(clock[2]), second };
      const instant = toZonedInstant(time, zone);
      if (instant !== null) return instant;
    }
  }
  return asUtc > 0 ? asUtc : null;
}
