import { ok, type Result } from '@/lib/std/result';
import { toHttpUrl } from '@/lib/std/text';
import { toInstant, toLine, toRaw } from '@/lib/ticket/bounds';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { htmlToText } from '@/lib/ticket/dom';
import { rankHits } from '@/lib/ticket/rank';
import type { FoundArticle, SimilarQuery, SimilarTicket } from '@/lib/ticket/similar';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { KnowledgeAnswer, SearchAnswer, StatesAnswer } from './answers';
import { toRequester } from './requester';

const CLOSED = /^(closed|merged|removed)$/;

/** Letters and digits alone: to Elasticsearch all other signs are operators, or part words as a space does. */
const toTerm = (word: string) => word.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();

/**
 * Any of the words, in Elasticsearch's query language. A Zammad without Elasticsearch looks for the query as it stands
 * and finds nothing, so then the three best words are asked for one by one, as they are written.
 */
async function searchWords<T>(
  words: readonly string[],
  filter: string,
  ask: (query: string) => Promise<Result<T[], ReadError>>,
): Promise<Result<T[], ReadError>> {
  const terms = words.map(toTerm).filter(Boolean).slice(0, 8);
  if (!terms[0]) return ok([]);
  const any = await ask(`(${terms.map((term) => `"${term}"`).join(' OR ')})${filter}`);
  if (!any.ok || any.value[0]) return any;
  // Elasticsearch may be there after all: none of these signs means anything within a word.
  const plain = words.filter((word) => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(word)).slice(0, 3);
  const each = await Promise.all(plain.map(ask));
  return ok(each.flatMap((found) => (found.ok ? found.value : [])));
}

/** Open tickets by their state's type: a team may call a closed state what it likes. */
export async function findSimilar(
  { ticketId, words }: SimilarQuery,
  desk: Desk,
): Promise<Result<SimilarTicket[], ReadError>> {
  const [found, states] = await Promise.all([
    searchWords(words, ' AND NOT state.name:(closed OR merged)', async (query) => {
      const path = `/api/v1/tickets/search?expand=true&page=1&per_page=100&query=${encodeURIComponent(query)}`;
      const answer = await fetchJson(desk, path, SearchAnswer);
      return answer.ok ? ok(answer.value.data) : answer;
    }),
    fetchJson(desk, '/api/v1/ticket_states?expand=true', StatesAnswer),
  ]);
  if (!found.ok) return found;
  const types = new Map(states.ok ? states.value.data.map((state) => [state.name, state.state_type]) : []);
  const isOpen = (state: unknown) => !CLOSED.test(toLine(types.get(state)) || toLine(state));
  const { origin } = desk.url;
  return ok(
    rankHits(found.value, words, (ticket) => ticket.title)
      .filter((ticket) => String(ticket.id) !== ticketId && isOpen(ticket.state))
      .slice(0, 50)
      .map((ticket) => ({
        ticketId: String(ticket.id),
        number: toLine(ticket.number),
        url: `${origin}/#ticket/zoom/${ticket.id}`,
        subject: toLine(ticket.title),
        status: toLine(ticket.state),
        updatedAt: toInstant(ticket.updated_at),
        ...toRequester(ticket, null, origin),
      })),
  );
}

/** Published answers of all knowledge bases. A POST that only reads: Zammad asks no CSRF token for it. */
export async function findArticles(
  words: readonly string[],
  desk: Desk,
): Promise<Result<FoundArticle[], ReadError>> {
  const found = await searchWords(words, '', async (query) => {
    const answer = await fetchJson(desk, '/api/v1/knowledge_bases/search', KnowledgeAnswer, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        query,
        flavor: 'public',
        url_type: 'public',
        index: 'KnowledgeBase::Answer::Translation',
        limit: 20,
        highlight_enabled: false,
      }),
    });
    return answer.ok ? ok(answer.value.data.details) : answer;
  });
  if (!found.ok) return found;
  // Titles and texts are HTML, escaped in some versions and as they were typed in others.
  const plain = (html: unknown) => toLine(htmlToText(toRaw(html)).text);
  return ok(
    rankHits(found.value, words, (article) => `${article.title} ${article.body}`).flatMap((article) => {
      const url = toHttpUrl(toRaw(article.url), desk.url.origin)?.href;
      if (!url) return [];
      return {
        id: String(article.id),
        title: plain(article.title),
        url,
        excerpt: plain(article.body),
        updatedAt: toInstant(article.date),
      };
    }),
  );
}
