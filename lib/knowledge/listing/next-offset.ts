import type { ChangedPage, Spot } from './walk-changes';

/** Records that change while we page move to the end and let others slip over the border, so pages overlap. */
export const SLIP = 5;

interface OffsetPage extends Pick<ChangedPage, 'items'> {
  /** Where the page began in the list that was asked for. */
  readonly offset: number;
  readonly now: number;
  changedAt(item: unknown): number | null;
  /** The moment as the server's filter can say it, not after it; whole seconds unless told. */
  floor?(at: number): number;
}

const toSecond = (at: number) => Math.floor(at / 1000) * 1000;

/**
 * Where to go on in a list sorted by date of change and paged by offset. The list is asked for again from the last date
 * on rather than paged through: what changes meanwhile moves only inside one second, not through the whole list.
 */
export function nextOffset(
  spot: Spot,
  { items, offset, now, changedAt, floor = toSecond }: OffsetPage,
): Spot {
  const dates = items.map((item) => changedAt(item) ?? 0);
  const last = dates.at(-1) ?? 0;
  const isSorted = dates.every((date, index) => date === 0 || date >= (dates[index - 1] ?? 0));
  // What is dated ahead of our clock is paged through: a later change may get an earlier date.
  const since = isSorted && last <= now ? Math.max(spot.since ?? 0, floor(last)) : (spot.since ?? 0);
  if (since === (spot.since ?? 0)) {
    return { ...spot, position: String(Math.max(offset + 1, offset + items.length - SLIP)) };
  }
  const there = dates.filter((date) => date >= since).length;
  return { since, position: String(Math.max(0, there - SLIP)) };
}

/** The offset a cursor holds; its beginning when it cannot be read. */
export function toOffset(position: string): number {
  return /^\d{1,9}$/.test(position) ? Number(position) : 0;
}

/** The most that servers which number their pages hand out at once; a page of half as many still gets on. */
const PER_PAGE = { most: 100, least: 50 };

/** The numbered page that begins at the offset or before it and reaches furthest, for servers without offsets. */
export function toNumberedPage(offset: number): { page: number; perPage: number; offset: number } {
  let best = { page: 1, perPage: PER_PAGE.most, offset: 0 };
  for (let perPage = PER_PAGE.most; perPage >= PER_PAGE.least; perPage -= 1) {
    const before = Math.floor(offset / perPage);
    if ((before + 1) * perPage > best.offset + best.perPage)
      best = { page: before + 1, perPage, offset: before * perPage };
  }
  return best;
}
