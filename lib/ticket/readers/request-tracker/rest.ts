import * as v from 'valibot';
import { ok, type Result } from '@/lib/std/result';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { requestTrackerDesk } from './desk';

/** RT caps `per_page` at 100 (RT::REST2::Resource::Collection). */
const PAGE_SIZE = 100;
const MAX_PAGES = 31;
/** After a first page that is full, so many are asked for at once: half the waiting, and short tickets cost nothing more. */
const AHEAD = 3;

/** Where this RT lives, without the last slash: from a ticket's page or from the desk's root with its slash. */
const basePath = (url: URL): string =>
  requestTrackerDesk.locate(url)?.basePath ?? url.pathname.replace(/\/[^/]*$/, '');

/** Address of a REST 2 resource. */
export function restPath(url: URL, resource: string, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `${basePath(url)}/REST/2.0/${resource}${search && `?${search}`}`;
}

/** The page on which people look at a ticket or an article. */
export const addressOf = (url: URL, folder: 'Ticket' | 'Articles/Article', id: string | number): string =>
  `${url.origin}${basePath(url)}/${folder}/Display.html?id=${encodeURIComponent(id)}`;

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
  query: Readonly<Record<string, string>>,
  item: S,
  maxPages = MAX_PAGES,
): Promise<Result<{ items: v.InferOutput<S>[]; complete: boolean }, ReadError>> {
  const items: v.InferOutput<S>[] = [];
  // An item that one may not see arrives as null.
  const Answer = v.object({ items: v.array(v.nullable(item)) });
  const ask = (page: number) => {
    const paging = { per_page: String(PAGE_SIZE), page: String(page) };
    return fetchJson(desk, restPath(desk.url, resource, { ...query, ...paging }), Answer);
  };
  for (let page = 1; page <= maxPages; ) {
    const pages = page === 1 ? [1] : Array.from({ length: AHEAD }, (_, index) => page + index);
    for (const answer of await Promise.all(pages.map(ask))) {
      if (!answer.ok) return answer;
      const list = answer.value.data.items;
      for (const entry of list) if (entry !== null) items.push(entry as v.InferOutput<S>);
      if (list.length < PAGE_SIZE) return ok({ items, complete: true });
    }
    page += pages.length;
  }
  return ok({ items, complete: false });
}
