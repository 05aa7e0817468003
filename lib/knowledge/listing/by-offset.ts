import type { HttpError } from '@/lib/http/http-error';
import type { Fetched } from '@/lib/knowledge/knowledge-source';
import { err, ok, type Result } from '@/lib/std/result';
import { SLIP } from './next-offset';

interface ListedPage {
  /** Every item of the page, in the order of the list. */
  readonly items: readonly string[];
  /** Those of them that are records. */
  readonly ids: readonly string[];
  readonly isLast: boolean;
}

/**
 * All ids of a list that is paged by offset and grows at its end. A page must begin with something the page before
 * ended with: otherwise more was deleted meanwhile than the pages overlap, and ids would be missed, which would pass
 * for deletions. Then, and when the list does not end, the listing is an error.
 */
export async function* listByOffset(
  name: string,
  fetchIds: (offset: number) => Fetched<ListedPage>,
): AsyncGenerator<Result<readonly string[], HttpError>> {
  const met = new Set<string>();
  const told = new Set<string>();
  for (;;) {
    const answer = await fetchIds(Math.max(0, met.size - SLIP));
    if (!answer.ok) {
      yield answer;
      return;
    }
    const { items, ids, isLast } = answer.value;
    const hasGap = met.size > 0 && !met.has(items[0] ?? '');
    const known = met.size;
    for (const item of items) met.add(item);
    if (hasGap || (!isLast && met.size === known)) {
      yield err({
        kind: 'unexpected-answer',
        message: `${name} changed its list while it was read. Nothing is removed; the next sync looks again.`,
      });
      return;
    }
    const fresh = ids.filter((id) => !told.has(id));
    for (const id of fresh) told.add(id);
    yield ok(fresh);
    if (isLast) return;
  }
}
