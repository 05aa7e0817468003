import { err, ok, type Result } from '@/lib/std/result';
import { fetchBytes } from '@/lib/ticket/desk-fetch';
import { fetchPage } from '@/lib/ticket/desk-page';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { attributeOf, lineOf, select } from '@/lib/ticket/page-parts';
import { loggedOut, unknownTicket } from '@/lib/ticket/read-errors';

import type { Ticket } from '@/lib/ticket/ticket';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { findRows, findUnfolded, LOGIN, PAGES, type Row, shownId } from './selectors';

const MAX_PAGES = 20;
/** Each costs a request or two. */
const MAX_ARTICLES = 300;
const MAX_HTML = 5_000_000;
const AT_ONCE = 4;

export interface Article {
  readonly row: Row;
  readonly body: string;
  /** The unfolded article, for its files. */
  readonly element: Element | undefined;
}

/** In order, a few at a time: one page must not keep a desk from everybody else. */
async function mapFew<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  return results;
}

const zoomPath = (desk: Pick<Desk, 'url'>, ticketId: string): string =>
  `${desk.url.pathname}index.pl?Action=AgentTicketZoom;TicketID=${ticketId}`;

/** A ticket's page, freshly loaded. */
export async function fetchZoom(
  desk: Desk,
  ticketId: string,
  query = '',
): Promise<Result<Document, ReadError>> {
  const answer = await fetchPage(desk, zoomPath(desk, ticketId) + query, { cache: 'no-store' });
  if (!answer.ok) return answer;
  const { document: page } = answer.value;
  if (select(page, LOGIN)) return loggedOut();
  return shownId(page) === ticketId ? ok(page) : unknownTicket();
}

/** All pages of the list of articles, the given one first. Very long tickets only have more than one. */
export async function fetchAllPages(
  page: Document,
  desk: Desk,
  ticketId: string,
): Promise<Result<{ pages: Document[]; complete: boolean }, ReadError>> {
  const links = selectAll(page, PAGES);
  const last = Math.max(0, ...links.map((link) => Number(attribute(link, 'data-page')) || 0));
  const current = Number(attributeOf(page, '.ArticlePages a.Active', 'data-page')) || 1;
  const others = Array.from({ length: Math.min(last, MAX_PAGES) }, (_, index) => index + 1).filter(
    (number) => number !== current,
  );
  const pages = await mapFew(others, (number) => fetchZoom(desk, ticketId, `;ArticlePage=${number}`));
  const failed = pages.find((answer) => !answer.ok);
  if (failed) return failed as Result<never, ReadError>;
  const fetched = pages.flatMap((answer) => (answer.ok ? answer.value : []));
  return ok({ pages: [page, ...fetched], complete: last <= MAX_PAGES });
}

/** A part of the page, if its address is one. A mail may itself hold a password field, so only the login's box counts. */
async function fetchPart(
  desk: Desk,
  address: string,
  action: string,
  ticketId: string,
): Promise<Result<Element | undefined, ReadError>> {
  if (!address.includes(action) || !address.includes(`TicketID=${ticketId};`))
    return err({ kind: 'changed-layout', detail: 'its text lies at an unknown address' });
  const answer = await fetchBytes(desk, address, {}, MAX_HTML);
  if (!answer.ok) return answer;
  const text = new TextDecoder().decode(answer.value.bytes);
  const page = new DOMParser().parseFromString(text, 'text/html');
  return select(page, `body.LoginScreen ${LOGIN}`) ? loggedOut() : ok(select(page, 'body'));
}

async function fetchBody(
  desk: Desk,
  article: Element | undefined,
  ticketId: string,
): Promise<Result<string, ReadError>> {
  const frame = article && select(article, 'iframe[id^="Iframe"]');
  if (!frame) return ok((article && select(article, '.ArticleBody')?.innerHTML) ?? '');
  const part = await fetchPart(desk, attribute(frame, 'src'), 'Action=AgentTicketArticleContent', ticketId);
  if (!part.ok) return part;
  // The desk's own notice about blocked pictures.
  const notice = part.value?.firstElementChild;
  if (notice && select(notice, 'a[href*=";LoadExternalImages=1"]') && lineOf(notice).length < 400)
    notice.remove();
  return ok(part.value?.innerHTML ?? '');
}

/** The article as a click on its row would load it. */
async function fetchFolded(
  desk: Desk,
  row: Row,
  ticketId: string,
): Promise<Result<Element | undefined, ReadError>> {
  const part = await fetchPart(desk, row.link, 'Subaction=ArticleUpdate', ticketId);
  return part.ok ? ok(findUnfolded(part.value).get(row.articleId)) : part;
}

/** Reasons that concern every request. */
const isFatal = ({ kind }: ReadError) => /^(logged-out|offline|rate-limited)$/.test(kind);

/** The articles with their texts, in order. Folded ones are loaded as a click on them would, without marking them seen. */
export async function fetchArticles(
  pages: readonly Document[],
  desk: Desk,
  ticketId: string,
  unread: Ticket['unread'],
): Promise<Result<Article[], ReadError>> {
  const unfolded = new Map(pages.flatMap((page) => [...findUnfolded(select(page, '#ArticleItems'))]));
  const known = new Map(pages.flatMap(findRows).map((row) => [row.articleId, row]));
  const rows = [...known.values()].sort(
    (a, b) => a.number - b.number || Number(a.articleId) - Number(b.articleId),
  );
  const kept = rows.length > MAX_ARTICLES ? [...rows.slice(0, 1), ...rows.slice(1 - MAX_ARTICLES)] : rows;
  if (kept.length < rows.length)
    unread.push({ field: 'messages', reason: `only the first and the last ${MAX_ARTICLES - 1} were read` });

  let fatal: ReadError | undefined;
  const articles = await mapFew(kept, async (row): Promise<Article> => {
    if (fatal) return { row, body: '', element: undefined };
    const there = unfolded.get(row.articleId);
    const element = there ? ok(there) : await fetchFolded(desk, row, ticketId);
    const body = element.ok ? await fetchBody(desk, element.value, ticketId) : element;
    if (!body.ok && isFatal(body.error)) fatal ??= body.error;
    if (!body.ok) unread.push({ field: 'messages', reason: `number ${row.number}: ${body.error.detail}` });
    return { row, body: body.ok ? body.value : '', element: element.ok ? element.value : undefined };
  });
  return fatal ? err(fatal) : ok(articles);
}
