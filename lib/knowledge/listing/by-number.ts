import type { HttpError } from '@/lib/http/http-error';
import type { Changes, Fetched } from '@/lib/knowledge/knowledge-source';
import { err, ok, type Result } from '@/lib/std/result';
import { nextOffset, toNumberedPage, toOffset } from './next-offset';
import type { takeOver } from './take-over';
import { type Spot, walkChanges } from './walk-changes';

/** A list of a server that sorts by date of change, filters by it, and numbers its pages. */
export interface NumberedList {
  /** Changed at or after `since`, oldest change first. */
  fetchPage(
    since: number | null,
    page: { readonly page: number; readonly perPage: number },
  ): Fetched<{
    readonly items: readonly unknown[];
    /** Whether the server says that a further page exists. */
    readonly hasNext: boolean;
    readonly total: number | null;
  }>;
  changedAt(item: unknown): number | null;
  /** Null for what is no record. */
  idOf(item: unknown): string | null;
  takeOver(items: readonly unknown[]): ReturnType<typeof takeOver>;
  now(): number;
}

async function fetchAt(spot: Spot, list: NumberedList) {
  const { offset, ...page } = toNumberedPage(toOffset(spot.position));
  const answer = await list.fetchPage(spot.since, page);
  if (!answer.ok) return answer;
  const { items, hasNext, total } = answer.value;
  if (items.length > 0 && items.every((item) => list.idOf(item) === null && list.changedAt(item) === null)) {
    return err({ kind: 'unexpected-answer', message: 'What was answered is no list of issues.' } as const);
  }
  const isLast = items.length === 0 || (!hasNext && items.length < page.perPage);
  const next = isLast
    ? null
    : nextOffset(spot, { items, offset, now: list.now(), changedAt: list.changedAt });
  return ok({ items, next, total });
}

/** Everything that changed since the cursor. */
export function walkNumbered(
  cursor: string | null,
  list: NumberedList,
): AsyncGenerator<Result<Changes, HttpError>> {
  return walkChanges(cursor, {
    now: list.now,
    changedAt: list.changedAt,
    fetchPage: async (spot) => {
      const answer = await fetchAt(spot, list);
      return answer.ok ? ok({ ...answer.value, ...list.takeOver(answer.value.items) }) : answer;
    },
  });
}

/**
 * The ids of all records. Read by date of change as well: what changes meanwhile moves to the end, where it is met
 * again, and a deletion shifts only what changed in the same second.
 */
export async function* listNumbered(
  list: NumberedList,
): AsyncGenerator<Result<readonly string[], HttpError>> {
  const told = new Set<string>();
  const spots = new Set<string>();
  let spot: Spot | null = { since: null, position: '' };
  while (spot && !spots.has(`${spot.since} ${spot.position}`)) {
    spots.add(`${spot.since} ${spot.position}`);
    const answer: Awaited<ReturnType<typeof fetchAt>> = await fetchAt(spot, list);
    if (!answer.ok) {
      yield answer;
      return;
    }
    const known = told.size;
    const fresh = answer.value.items.flatMap((item) => {
      const id = list.idOf(item);
      return id === null || told.has(id) ? [] : [id];
    });
    for (const id of fresh) told.add(id);
    if (told.size > known) yield ok(fresh);
    spot = answer.value.next;
  }
}
