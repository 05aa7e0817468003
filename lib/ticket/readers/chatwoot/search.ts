import { ok, type Result } from '@/lib/std/result';
import { toLine, toRaw } from '@/lib/ticket/bounds';
import type { FoundArticle, SimilarQuery, SimilarTicket } from '@/lib/ticket/similar';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { FoundArticles, FoundConversations } from './answers';
import { fetchApi } from './session';
import { toCompany, toEpoch, toRequester, toSubject } from './to-ticket';

/** Chatwoot looks for the whole query as one piece of text, so each word is a search of its own. */
const MAX_WORDS = 3;
const MAX_TICKETS = 50;
const MAX_ARTICLES = 20;

interface Hit {
  readonly id: number;
}

/** What the searches found, most words first. */
async function searchEach<T extends Hit>(
  words: readonly string[],
  search: (word: string) => Promise<Result<readonly T[], ReadError>>,
): Promise<Result<T[], ReadError>> {
  // `%`, `_` and `\` are wildcards of the database's LIKE.
  const clean = words.map((word) => word.replace(/[%_\\]/g, ' ').trim()).filter((word) => word.length > 1);
  const answers = await Promise.all(clean.slice(0, MAX_WORDS).map(search));
  const counted = new Map<number, { hit: T; count: number }>();
  for (const answer of answers) {
    if (!answer.ok) return answer;
    for (const hit of answer.value)
      counted.set(hit.id, { hit, count: (counted.get(hit.id)?.count ?? 0) + 1 });
  }
  return ok([...counted.values()].sort((a, b) => b.count - a.count).map(({ hit }) => hit));
}

/** `GET conversations?q=`: conversations with a message that holds the text, of every status. */
export async function findSimilar(
  { ticketId, words }: SimilarQuery,
  desk: Desk,
): Promise<Result<SimilarTicket[], ReadError>> {
  const found = await searchEach(words, async (word) => {
    const query = new URLSearchParams({ status: 'all', q: word });
    const answer = await fetchApi(desk, `conversations?${query}`, FoundConversations);
    return answer.ok ? ok(answer.value.data.data.payload) : answer;
  });
  if (!found.ok) return found;
  const accountUrl = desk.url.href.replace(/\/$/, '');
  return ok(
    found.value
      .filter(({ id, status }) => String(id) !== ticketId && status !== 'resolved')
      .slice(0, MAX_TICKETS)
      .map((conversation) => {
        const { sender } = conversation.meta;
        const last = conversation.last_non_activity_message as { content?: unknown } | null | undefined;
        return {
          ticketId: String(conversation.id),
          number: String(conversation.id),
          url: `${accountUrl}/conversations/${conversation.id}`,
          subject: toSubject(conversation, toRaw(last?.content)),
          status: toLine(conversation.status),
          requester: toRequester(sender),
          organization: toCompany(sender, accountUrl),
          updatedAt: toEpoch(conversation.last_activity_at),
        };
      }),
  );
}

/** `GET search/articles?q=`, which older versions do not have: there nothing is found. */
export async function findArticles(
  words: readonly string[],
  desk: Desk,
): Promise<Result<FoundArticle[], ReadError>> {
  const found = await searchEach(words, async (word) => {
    const answer = await fetchApi(desk, `search/articles?${new URLSearchParams({ q: word })}`, FoundArticles);
    return answer.ok ? ok(answer.value.data.payload.articles) : answer;
  });
  if (!found.ok) return found.error.kind === 'not-found' ? ok([]) : found;
  return ok(
    found.value
      .filter(({ status }) => status === 'published')
      .slice(0, MAX_ARTICLES)
      .map((article) => ({
        id: String(article.id),
        title: toLine(article.title),
        url: `${desk.url.origin}/hc/${encodeURIComponent(article.portal_slug)}/articles/${encodeURIComponent(article.slug)}`,
        excerpt: toLine(toRaw(article.content).slice(0, 400)),
        updatedAt: toEpoch(article.updated_at),
      })),
  );
}
