import type * as v from 'valibot';
import { ok, type Result } from '@/lib/std/result';
import { toHttpUrl } from '@/lib/std/text';
import { toInstant, toLine, toRaw } from '@/lib/ticket/bounds';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { htmlToText } from '@/lib/ticket/dom';
import { searchEach } from '@/lib/ticket/search-words';
import type { FoundArticle, SimilarQuery, SimilarTicket } from '@/lib/ticket/similar';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { ArticlesAnswer, FoundAnswer, TicketAnswer, type TicketsAnswer } from './answers';
import { fetchIncidents } from './linked';
import { toHead } from './to-ticket';

const MAX_TICKETS = 50;
const MAX_ARTICLES = 20;
/** Solved ones are not open any more; closed ones are archived. */
const DONE = /^(solved|closed|deleted)$/;

const idOf = (item: { readonly ticketId: string }) => item.ticketId;

const toSimilar = (
  { tickets, users, organizations }: v.InferOutput<typeof TicketsAnswer>,
  desk: Desk,
): SimilarTicket[] =>
  tickets
    .map((ticket) => toHead(ticket, users, organizations, desk.url.origin))
    .filter(({ status }) => !DONE.test(status));

/** Open incidents of the same problem: nothing is more similar. None when the desk does not tell. */
async function findSiblings(ticketId: string, desk: Desk): Promise<SimilarTicket[]> {
  const own = await fetchJson(desk, `/api/v2/tickets/${encodeURIComponent(ticketId)}.json`, TicketAnswer);
  const problemId = own.ok ? own.value.data.ticket.problem_id : null;
  const incidents = problemId ? await fetchIncidents(desk, problemId) : null;
  return incidents?.ok ? toSimilar(incidents.value.data, desk) : [];
}

/** One request per word, each in quotes: Zendesk joins words by AND, so all of them together would find little. */
export async function findSimilar(
  { ticketId, words }: SimilarQuery,
  desk: Desk,
): Promise<Result<SimilarTicket[], ReadError>> {
  const ask = async (word: string): Promise<Result<SimilarTicket[], ReadError>> => {
    const query = encodeURIComponent(`type:ticket status<solved "${word}"`);
    const path = `/api/v2/search.json?query=${query}&per_page=25&include=tickets(users,organizations)`;
    const answer = await fetchJson(desk, path, FoundAnswer);
    if (!answer.ok) return answer;
    const { results, ...sideLoads } = answer.value.data;
    return ok(toSimilar({ tickets: results, ...sideLoads }, desk));
  };
  const [found, siblings] = await Promise.all([searchEach(words, ask, idOf), findSiblings(ticketId, desk)]);
  if (!found.ok) return found;
  const known = new Set([ticketId, ...siblings.map(idOf)]);
  const all = [...siblings, ...found.value.filter((ticket) => !known.has(ticket.ticketId))];
  return ok(all.filter((ticket) => ticket.ticketId !== ticketId).slice(0, MAX_TICKETS));
}

export async function findArticles(
  words: readonly string[],
  desk: Desk,
): Promise<Result<FoundArticle[], ReadError>> {
  const ask = async (word: string): Promise<Result<FoundArticle[], ReadError>> => {
    const path = `/api/v2/help_center/articles/search.json?query=${encodeURIComponent(word)}&per_page=${MAX_ARTICLES}`;
    const answer = await fetchJson(desk, path, ArticlesAnswer);
    // An account without a help center.
    if (!answer.ok) return answer.error.kind === 'not-found' ? ok([]) : answer;
    return ok(
      answer.value.data.results.flatMap((article) => {
        const url = toHttpUrl(toRaw(article.html_url))?.href;
        if (!url || url.length > 4_000 || article.draft === true) return [];
        const excerpt = toLine(htmlToText(toRaw(article.snippet)).text);
        return [
          {
            id: String(article.id),
            title: toLine(article.title),
            url,
            excerpt,
            updatedAt: toInstant(article.updated_at),
          },
        ];
      }),
    );
  };
  const found = await searchEach(words, ask, ({ id }) => id);
  return found.ok ? ok(found.value.slice(0, MAX_ARTICLES)) : found;
}
