import type * as v from 'valibot';
import { ok, type Result } from '@/lib/std/result';
import { toHttpUrl } from '@/lib/std/text';
import { type DeskAnswer, fetchJson } from '@/lib/ticket/desk-fetch';
import { attribute, selectAll } from '@/lib/ticket/dom';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { ThreadsAnswer, type UvdeskThread } from './answers';

const MEMBER_LINK =
  /^(.*\/[a-z]{2}(?:_[A-Z]{2})?\/[\w-]+)\/(?:tickets|thread\/add\/\d+|ticket\/view\/\d+)\/?$/;
const PAGE_SIZE = 100;
const MAX_PAGES = 20;

/** Path of the member area with its locale: from the ticket's address, else from a link of the open page. */
export function memberPath({ url, document }: Desk): string {
  const links = document ? selectAll(document, 'a[href], form[action]') : [];
  const addresses = links.map((link) => attribute(link, 'href') || attribute(link, 'action'));
  for (const address of [url.href, ...addresses]) {
    const target = toHttpUrl(address, url.href);
    const found = target?.origin === url.origin && MEMBER_LINK.exec(target.pathname);
    if (found) return found[1] ?? '';
  }
  return `${url.pathname.replace(/\/+$/, '')}/en/member`;
}

/** UVdesk answers these addresses to scripts alone (isXmlHttpRequest). */
export function fetchMember<S extends v.GenericSchema>(
  desk: Desk,
  resource: string,
  schema: S,
): Promise<Result<DeskAnswer<v.InferOutput<S>>, ReadError>> {
  return fetchJson(desk, `${memberPath(desk)}/${resource}`, schema, {
    cache: 'no-store',
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
}

/** All messages after the first, which stands in the page alone; oldest first. */
export async function fetchThreads(
  desk: Desk,
  ticketId: string,
  threadType: 'all' | 'note',
): Promise<Result<{ threads: UvdeskThread[]; complete: boolean }, ReadError>> {
  const found = new Map<number, UvdeskThread>();
  let complete = false;
  for (let page = 1; page <= MAX_PAGES && !complete; page += 1) {
    const query = `threadType=${threadType}&limit=${PAGE_SIZE}&page=${page}`;
    const answer = await fetchMember(desk, `threads/ajax/${ticketId}?${query}`, ThreadsAnswer);
    if (!answer.ok) return answer;
    const { threads, pagination } = answer.value.data;
    const before = found.size;
    for (const thread of threads) found.set(thread.id, thread);
    complete = page >= pagination.pageCount || found.size === before;
  }
  return ok({ threads: [...found.values()].sort((a, b) => a.id - b.id), complete });
}
