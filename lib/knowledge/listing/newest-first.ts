/**
 * What a page of a list sorted by change, newest first, brings since a moment, and whether what is known begins on it.
 * A page that is not sorted never ends the reading: then everything is read. In this order what changes meanwhile moves
 * to the front and shifts others back, so they come twice and none is lost.
 */
export function newestFirst(
  page: readonly unknown[],
  since: number,
  changedAt: (item: unknown) => number | null,
): { items: readonly unknown[]; isKnown: boolean } {
  const dates = page.map((item) => changedAt(item) ?? since);
  const isSorted = dates.every((date, index) => date <= (dates[index - 1] ?? date));
  return {
    items: page.filter((_, index) => (dates[index] ?? since) >= since),
    isKnown: isSorted && (dates.at(-1) ?? since) < since,
  };
}
