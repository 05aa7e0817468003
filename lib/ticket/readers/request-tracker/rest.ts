import * as v from 'valibot';
import { ok, type Result } from '@/lib/std/result';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { requestTrackerDesk } from './desk';

/** RT caps `per_page` at 100 (RT::REST2::Resource::Collection). */
const PAGE_SIZE = 100;
const MAX_PAGES = 30;

/** Address of a REST 2 resource, from a ticket's page or from the desk's root with its slash. */
export function restPath(url: URL, resource: string, query: Record<string, string> = {}): string {
  const base = requestTrackerDesk.locate(url)?.basePath ?? url.pathname.replace(/\/[^/]*$/, '');
  const search = new URLSearchParams(query).toString();
  return `${base}/REST/2.0/${resource}${search && `?${search}`}`;
}

/** RT's JSON search: conditions on one field are joined by OR, different fields by AND. */
export const where = (
  ...conditions: readonly (readonly [field: string, operator: string, value: string])[]
) => JSON.stringify(conditions.map(([field, operator, value]) => ({ field, operator, value })));

/**
 * A whole collection, page by page. `total` and `pages` are null (RT hides the number of rows one may not see), so a
 * page that is not full is the last one.
 */
export async function fetchAll<S extends v.GenericSchema>(
  desk: Desk,
  resource: string,
  query: Record<string, string>,
  item: S,
): Promise<Result<{ items: v.InferOutput<S>[]; complete: boolean }, ReadError>> {
  const items: v.InferOutput<S>[] = [];
  // An item that one may not see arrives as null.
  const Answer = v.object({ items: v.array(v.nullable(item)) });
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const paging = { per_page: String(PAGE_SIZE), page: String(page) };
    const answer = await fetchJson(desk, restPath(desk.url, resource, { ...query, ...paging }), Answer);
    if (!answer.ok) return answer;
    const list = answer.value.data.items;
    for (const entry of list) if (entry !== null) items.push(entry as v.InferOutput<S>);
    if (list.length < PAGE_SIZE) return ok({ items, complete: true });
  }
  return ok({ items, complete: false });
}
