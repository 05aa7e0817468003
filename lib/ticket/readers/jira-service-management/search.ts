import { ok, type Result } from '@/lib/std/result';
import { toHttpUrl } from '@/lib/std/text';
import { toInstant, toLine } from '@/lib/ticket/bounds';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { at, lineAt, listOf } from '@/lib/ticket/json-path';
import type { FoundArticle, SimilarQuery, SimilarTicket } from '@/lib/ticket/similar';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { AnyAnswer, ArticlesAnswer, SearchAnswer } from './answers';
import { isKey } from './desk';
import { OPT_IN, toSite } from './rest';
import { ORGANIZATIONS } from './to-fields';
import { toPeople } from './to-ticket';

/** Letters and digits alone: quotes, wildcards and operators of JQL and Lucene are gone, `OR` is a word like others. */
const toTerms = (words: readonly string[]): string[] =>
  words.slice(0, 8).flatMap((word) => {
    const term = word
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase();
    return term ? [term] : [];
  });

/** Issues of the same project that are not done and hold one of the words, the last changed first. */
export async function findSimilar(
  { ticketId, words }: SimilarQuery,
  desk: Desk,
): Promise<Result<SimilarTicket[], ReadError>> {
  const holds = toTerms(words).map((term) => `text ~ "${term}"`);
  if (!isKey(ticketId) || holds.length === 0) return ok([]);
  const { root, api, isCloud } = toSite(desk.url);
  // Without the list of fields the organization falls back to the mail domain.
  const known = await fetchJson(desk, `${api}/field`, AnyAnswer);
  const all: unknown = known.ok && known.value.data;
  const isOrganizations = (it: unknown) => at(it, 'schema', 'custom') === ORGANIZATIONS;
  const field = Array.isArray(all) ? lineAt(all.find(isOrganizations), 'id') : '';
  const query = new URLSearchParams({
    jql: `project = "${ticketId.replace(/-\d+$/, '')}" AND statusCategory != Done AND (${holds.join(' OR ')}) ORDER BY updated DESC`,
    fields: `summary,status,reporter,updated,${field}`,
    maxResults: '50',
  });
  const ask = (path: string) => fetchJson(desk, `${api}/search${path}?${query}`, SearchAnswer);
  let found = await ask(isCloud ? '/jql' : '');
  // Gone: a Cloud site under a domain of its own.
  if (!found.ok && found.error.kind === 'not-found') found = await ask('/jql');
  if (!found.ok) return found;
  return ok(
    found.value.data.issues
      .filter(({ key, fields }) => key !== ticketId && at(fields.status, 'statusCategory', 'key') !== 'done')
      .slice(0, 50)
      .map(({ key, fields }) => ({
        ticketId: toLine(key),
        number: toLine(key),
        url: `${root}/browse/${encodeURIComponent(key)}`,
        subject: toLine(fields.summary),
        status: lineAt(fields.status, 'name'),
        ...toPeople(fields.reporter, listOf(fields[field])[0]),
        updatedAt: toInstant(fields.updated),
      })),
  );
}

/** Articles of the connected knowledge base, across all service desks of the site. */
export async function findArticles(
  words: readonly string[],
  desk: Desk,
): Promise<Result<FoundArticle[], ReadError>> {
  const { root, serviceDesk, isCloud } = toSite(desk.url);
  const query = new URLSearchParams({ query: toTerms(words).join(' '), limit: '20' });
  const path = `${serviceDesk}/knowledgebase/article?${query}`;
  const found = await fetchJson(desk, path, ArticlesAnswer, { headers: OPT_IN });
  if (!found.ok) return found;
  return ok(
    found.value.data.values.slice(0, 20).flatMap((article) => {
      const id = lineAt(article, 'source', 'pageId');
      const space = lineAt(article, 'source', 'spaceKey');
      // In Cloud the pages of the knowledge base live beside Jira; elsewhere only the frame's address is known.
      const url =
        isCloud && id && space
          ? `${root}/wiki/spaces/${encodeURIComponent(space)}/pages/${encodeURIComponent(id)}`
          : toHttpUrl(lineAt(article, 'content', 'iframeSrc'))?.href;
      const title = lineAt(article, 'title');
      return url
        ? [{ id: id || title, title, url, excerpt: lineAt(article, 'excerpt'), updatedAt: null }]
        : [];
    }),
  );
}
