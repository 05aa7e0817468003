import type * as v from 'valibot';
import { ok, type Result } from '@/lib/std/result';
import { toInstant, toLine } from '@/lib/ticket/bounds';
import { rankHits } from '@/lib/ticket/rank';
import type { FoundArticle, SimilarQuery, SimilarTicket } from '@/lib/ticket/similar';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { ArticleItem, TicketItem } from './answers';
import { PERSON, toRequester } from './requester';
import { addressOf, fetchAll, where } from './rest';

type Query = Readonly<Record<string, string>>;

/** A search of all messages without an index may take minutes; what the subjects gave does not wait for it. */
const PATIENCE_MS = 8_000;

/**
 * Words for LIKE, where `_` is any one character: whatever could mean something to TicketSQL (quotes, `\`, `CF.x`), to
 * LIKE or to a full-text index (`-x`, `x*`) stands for itself that way, and nothing needs escaping.
 */
const toTerms = (words: readonly string[]): string[] =>
  words
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 8)
    .map((word) => word.replace(/[^\p{L}\p{M}\p{N} ]/gu, '_'));

/** Two searches at once, each thing once, those with most of the words first; the second search may fail. */
async function searchBoth<S extends v.GenericSchema<unknown, { id: string | number }>>(
  desk: Desk,
  resource: string,
  [first, second]: readonly [Query, Query],
  item: S,
  words: readonly string[],
  textOf: (hit: v.InferOutput<S>) => unknown,
): Promise<Result<v.InferOutput<S>[], ReadError>> {
  const signal = AbortSignal.any([desk.signal, AbortSignal.timeout(PATIENCE_MS)]);
  const [sure, extra] = await Promise.all([
    fetchAll(desk, resource, first, item, 1),
    fetchAll({ ...desk, signal }, resource, second, item, 1),
  ]);
  if (!sure.ok) return sure;
  const hits = [...sure.value.items, ...(extra.ok ? extra.value.items : [])];
  return ok(rankHits(hits, words, textOf));
}

/**
 * `__Active__` are the statuses that are not closed, whatever they are called. The messages are searched as well: RT
 * finds nothing there unless its full-text search is on.
 */
export async function findSimilar(
  { ticketId, words }: SimilarQuery,
  desk: Desk,
): Promise<Result<SimilarTicket[], ReadError>> {
  const terms = toTerms(words);
  const ask = (conditions: string): Query => ({
    query: `Status = '__Active__' AND (${conditions})`,
    orderby: 'LastUpdated',
    order: 'DESC',
    fields: 'Subject,Status,LastUpdated,Requestor',
    'fields[Requestor]': PERSON,
  });
  const like = (field: string) => (term: string) => `${field} LIKE '${term}'`;
  const found = terms[0]
    ? await searchBoth(
        desk,
        'tickets',
        [
          ask(terms.map(like('Subject')).join(' OR ')),
          // One word alone is in half of all messages.
          ask(terms.slice(0, 2).map(like('Content')).join(' AND ')),
        ],
        TicketItem,
        words,
        (ticket) => ticket.Subject,
      )
    : ok([]);
  if (!found.ok) return found;
  return ok(
    found.value
      .filter((ticket) => String(ticket.id) !== ticketId)
      .slice(0, 50)
      .map((ticket) => ({
        ticketId: toLine(ticket.id),
        number: toLine(ticket.id),
        url: addressOf(desk.url, 'Ticket', ticket.id),
        subject: toLine(ticket.Subject),
        status: toLine(ticket.Status),
        updatedAt: toInstant(ticket.LastUpdated),
        ...toRequester(ticket.Requestor?.[0]),
      })),
  );
}

/** RT's articles by name and by summary: conditions on two fields of one request must both be met. */
export async function findArticles(
  words: readonly string[],
  desk: Desk,
): Promise<Result<FoundArticle[], ReadError>> {
  const terms = toTerms(words);
  const ask = (field: string): Query => ({
    query: where(...terms.map((term) => [field, 'LIKE', term] as const)),
    fields: 'Name,Summary,LastUpdated',
  });
  const found = terms[0]
    ? await searchBoth(
        desk,
        'articles',
        [ask('Name'), ask('Summary')],
        ArticleItem,
        words,
        ({ Name, Summary }) => `${Name} ${Summary}`,
      )
    : ok([]);
  if (!found.ok) return found;
  return ok(
    found.value.slice(0, 20).map((article) => ({
      id: toLine(article.id),
      title: toLine(article.Name),
      url: addressOf(desk.url, 'Articles/Article', article.id),
      excerpt: toLine(article.Summary),
      updatedAt: toInstant(article.LastUpdated),
    })),
  );
}
