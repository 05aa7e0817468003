import type { HttpError } from '@/lib/http/http-error';
import type { Fetched } from '@/lib/knowledge/knowledge-source';
import { err, ok, type Result } from '@/lib/std/result';

interface ListedPage {
  /** Every item of the page, in the order of the list. */
  readonly items: readonly string[];
  /** Those of them that are records. */
  readonly ids: readonly string[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}

/** All ids of a list whose pages name the next one. A list that brings nothing new and does not end is an error. */
export async function* listByPosition(
  name: string,
  fetchIds: (position: string) => Fetched<ListedPage>,
): AsyncGenerator<Result<readonly string[], HttpError>> {
  const met = new Set<string>();
  let position: string | null = '';
  while (position !== null) {
    const answer: Result<ListedPage, HttpError> = await fetchIds(position);
    if (!answer.ok) {
      yield answer;
      return;
    }
    const { items, ids, next } = answer.value;
    const fresh = [...new Set(ids)].filter((id) => !met.has(id));
    const known = met.size;
    for (const item of items) met.add(item);
    if (fresh.length > 0) yield ok(fresh);
    if (next !== null && met.size === known) {
      yield err({ kind: 'unexpected-answer', message: `${name} lists the same again and again.` });
      return;
    }
    position = next;
  }
}
