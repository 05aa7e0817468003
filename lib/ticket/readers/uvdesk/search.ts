import { ok, type Result } from '@/lib/std/result';
import { toLine } from '@/lib/ticket/bounds';
import type { FoundArticle, SimilarQuery, SimilarTicket } from '@/lib/ticket/similar';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { ArticlesAnswer, TicketsAnswer } from './answers';
import { fetchMember, memberPath } from './rest';

/** Ids of the statuses that UVdesk installs (Fixtures/TicketStatuses.php); resolved, closed and spam follow. */
const OPEN = ['open', 'pending', 'answered'];
const MAX_TICKETS = 50;
const MAX_ARTICLES = 20;

/** UVdesk looks for the whole query as one piece of text, decodes it twice, and knows LIKE's wildcards and `tag:`. */
const toQueries = (words: readonly string[], max: number): string[] =>
  words
    .map((word) => word.replace(/[%_+:\\]/g, ' ').trim())
    .filter((word) => word.length > 1)
    .slice(0, max)
    .map(encodeURIComponent);

interface Hit {
  readonly id: number;
}

/** What several searches found, those of the best word first. */
async function merge<T extends Hit>(
  searches: readonly Promise<Result<readonly T[], ReadError>>[],
): Promise<Result<T[], ReadError>> {
  const found = new Map<number, T>();
  for (const answer of await Promise.all(searches)) {
    if (!answer.ok) return answer;
    for (const hit of answer.value) found.set(hit.id, hit);
  }
  return ok([...found.values()]);
}

/** `tickets/xhr` searches one status at a time, in subjects. */
export async function findSimilar(
  { ticketId, words }: SimilarQuery,
  desk: Desk,
): Promise<Result<SimilarTicket[], ReadError>> {
  const searches = toQueries(words, 2).flatMap((query) =>
    OPEN.map(async (status, index) => {
      const path = `tickets/xhr?search=${query}&searchType=subject&status=${index + 1}&limit=25`;
      const answer = await fetchMember(desk, path, TicketsAnswer);
      return answer.ok ? ok(answer.value.data.tickets.map((ticket) => ({ ...ticket, status }))) : answer;
    }),
  );
  const found = await merge(searches);
  if (!found.ok) return found;
  const root = desk.url.origin + memberPath(desk);
  return ok(
    found.value
      .filter(({ id }) => String(id) !== ticketId)
      .slice(0, MAX_TICKETS)
      .map(({ id, subject, status, customer }) => {
        const requester = {
          id: toLine(customer?.id),
          name: toLine(customer?.name) || toLine(customer?.email),
          email: toLine(customer?.email),
        };
        return {
          ticketId: String(id),
          number: String(id),
          url: `${root}/ticket/view/${id}`,
          subject: toLine(subject),
          status,
          requester,
          organization: null,
          updatedAt: null,
        };
      }),
  );
}

/** The knowledge base as agents list it; of its articles those with status 1 are published. */
export async function findArticles(
  words: readonly string[],
  desk: Desk,
): Promise<Result<FoundArticle[], ReadError>> {
  const searches = toQueries(words, 3).map(async (query) => {
    const answer = await fetchMember(desk, `articles/ajax?search=${query}`, ArticlesAnswer);
    return answer.ok ? ok(answer.value.data.results) : answer;
  });
  const found = await merge(searches);
  if (!found.ok) return found;
  const site = desk.url.origin + memberPath(desk).replace(/\/[^/]+$/, '');
  return ok(
    found.value
      .filter(({ status }) => status === 1)
      .slice(0, MAX_ARTICLES)
      .map(({ id, name, slug }) => ({
        id: String(id),
        title: toLine(name),
        url: `${site}/blog/${encodeURIComponent(slug)}`,
        excerpt: '',
        updatedAt: null,
      })),
  );
}
