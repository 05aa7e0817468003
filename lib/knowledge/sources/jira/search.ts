import type { Fetched } from '@/lib/knowledge/knowledge-source';
import { ok } from '@/lib/std/result';
import { type Context, call, fetchMyself } from './api';
import { OffsetPageSchema, TokenPageSchema } from './schemas';

interface Search {
  readonly jql: string;
  readonly fields: readonly string[];
  readonly most: number;
  /** Token of the page in Cloud, offset in Data Center; empty = the first. */
  readonly position: string;
}

export interface Found {
  readonly items: readonly unknown[];
  readonly offset: number;
  /** Token of the next page in Cloud; Data Center tells by its total. */
  readonly token: string;
  readonly total: number | null;
}

/**
 * One page of a search. An empty one is believed only after the token was tried again: with one that was withdrawn Jira
 * searches as a visitor and finds nothing.
 */
export async function search(query: Search, ctx: Context): Fetched<Found> {
  const found = await (ctx.config.edition === 'cloud' ? searchCloud : searchDataCenter)(query, ctx);
  if (!found.ok || found.value.items.length > 0) return found;
  const myself = await fetchMyself(ctx);
  return myself.ok ? found : myself;
}

const toQuery = ({ jql, fields, most }: Search) => ({
  jql,
  fields: fields.join(','),
  maxResults: String(most),
});

async function searchCloud(query: Search, ctx: Context): Fetched<Found> {
  const { position } = query;
  const ask = (more: Record<string, string>) =>
    call(ctx, 'search/jql', TokenPageSchema, { ...toQuery(query), ...more });
  const answer = await ask(position ? { nextPageToken: position } : {});
  // A token is good for a week; then the list is read again from its beginning.
  const again = !answer.ok && position && answer.error.kind === 'invalid' ? await ask({}) : answer;
  if (!again.ok) return again;
  const { issues: items, nextPageToken } = again.value;
  return ok({ items, offset: 0, token: nextPageToken ?? '', total: null });
}

async function searchDataCenter(query: Search, ctx: Context): Fetched<Found> {
  const startAt = query.position || '0';
  const answer = await call(ctx, 'search', OffsetPageSchema, { ...toQuery(query), startAt });
  if (!answer.ok) return answer;
  const { issues: items, startAt: offset, total } = answer.value;
  return ok({ items, offset, token: '', total });
}
