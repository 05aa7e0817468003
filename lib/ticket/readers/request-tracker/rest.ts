import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/std/result';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import type { NoteDesk, ReadError } from '@/lib/ticket/ticket-reader';

/** RT caps `per_page` at 100 (RT::REST2::Resource::Collection). */
const PAGE_SIZE = 100;
const MAX_PAGES = 30;

/** The ticket pages: Display, History, Update (reply), Modify and its sisters, ShowEmailRecord, Forward … */
const TICKET_PAGE = /^(.*)\/Ticket\/[A-Z][A-Za-z]*\.html$/;

export function locate(url: URL): { ticketId: string; basePath: string } | null {
  const basePath = TICKET_PAGE.exec(url.pathname)?.[1];
  const ticketId = url.searchParams.get('id') ?? '';
  return basePath !== undefined && /^\d{1,18}$/.test(ticketId) ? { ticketId, basePath } : null;
}

/** Address of a REST 2 resource, from a ticket's page or from the desk's root with its slash. */
export function restPath(url: URL, resource: string, query: Record<string, string> = {}): string {
  const base = locate(url)?.basePath ?? url.pathname.replace(/\/[^/]*$/, '');
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
export async function fetchAll<S extends z.ZodMiniType>(
  desk: NoteDesk,
  resource: string,
  query: Record<string, string>,
  item: S,
): Promise<Result<{ items: z.output<S>[]; complete: boolean }, ReadError>> {
  const items: z.output<S>[] = [];
  // An item that one may not see arrives as null.
  const Answer = z.object({ items: z.array(z.nullable(item)) });
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const paging = { per_page: String(PAGE_SIZE), page: String(page) };
    const answer = await fetchJson(desk, restPath(desk.url, resource, { ...query, ...paging }), Answer);
    if (!answer.ok) return answer;
    const list = answer.value.data.items;
    for (const entry of list) if (entry !== null) items.push(entry as z.output<S>);
    if (list.length < PAGE_SIZE) return ok({ items, complete: true });
  }
  return ok({ items, complete: false });
}
