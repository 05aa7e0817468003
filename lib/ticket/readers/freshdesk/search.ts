import { ok, type Result } from '@/lib/std/result';
import { toInstant, toLine, toRaw } from '@/lib/ticket/bounds';
import { searchEach } from '@/lib/ticket/search-words';
import type { FoundArticle, SimilarQuery, SimilarTicket } from '@/lib/ticket/similar';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { ArticlesAnswer, FoundAnswer } from './answers';
import { fetchInside } from './rest';
import { toHead } from './to-ticket';

const MAX_TICKETS = 50;
const MAX_ARTICLES = 20;
const RESOLVED = 4;
const CLOSED = 5;
const DRAFT = 1;

/** The search of the page itself: the documented one knows fields, not texts. */
export async function findSimilar(
  { ticketId, words }: SimilarQuery,
  desk: Desk,
): Promise<Result<SimilarTicket[], ReadError>> {
  const ask = async (word: string): Promise<Result<SimilarTicket[], ReadError>> => {
    const path = `/api/_/search/tickets?term=${encodeURIComponent(word)}&context=spotlight`;
    const answer = await fetchInside(desk, path, FoundAnswer);
    if (!answer.ok) return answer;
    const open = answer.value.filter(({ status }) => status !== RESOLVED && status !== CLOSED);
    return ok(open.map((ticket) => toHead(ticket, desk.url.origin)));
  };
  const found = await searchEach(words, ask, (ticket) => ticket.ticketId);
  return found.ok
    ? ok(found.value.filter((ticket) => ticket.ticketId !== ticketId).slice(0, MAX_TICKETS))
    : found;
}

export async function findArticles(
  words: readonly string[],
  desk: Desk,
): Promise<Result<FoundArticle[], ReadError>> {
  const ask = async (word: string): Promise<Result<FoundArticle[], ReadError>> => {
    const path = `/api/v2/search/solutions?term=${encodeURIComponent(word)}`;
    const answer = await fetchInside(desk, path, ArticlesAnswer);
    if (!answer.ok) return answer;
    const published = answer.value.filter(({ status }) => status !== DRAFT);
    return ok(
      published.map((article) => ({
        id: String(article.id),
        title: toLine(article.title),
        url: `${desk.url.origin}/support/solutions/articles/${article.id}`,
        excerpt: toLine(toRaw(article.description_text).slice(0, 300)),
        updatedAt: toInstant(article.updated_at),
      })),
    );
  };
  const found = await searchEach(words, ask, (article) => article.id);
  return found.ok ? ok(found.value.slice(0, MAX_ARTICLES)) : found;
}
