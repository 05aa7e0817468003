import type * as z from 'zod/mini';
import type { HttpAnswer } from '@/lib/http/request';
import type { Fetched, SourceContext } from '@/lib/knowledge/knowledge-source';
import type { NumberedList } from '@/lib/knowledge/listing/by-number';
import { fetchPage } from '@/lib/knowledge/listing/fetch-page';
import { takeOver } from '@/lib/knowledge/listing/take-over';
import { below } from '@/lib/knowledge/source-config';
import { toMoment } from '@/lib/knowledge/text/foreign-text';
import { ok } from '@/lib/std/result';
import type { GitHubIssuesConfig } from './config';
import { DatedSchema, IssueSchema, IssuesSchema, ListedSchema, RepositorySchema } from './schemas';
import { toKnownBug } from './to-known-bug';

export type Context = SourceContext<GitHubIssuesConfig>;

function call<T>(
  ctx: Context,
  path: string,
  expect: z.ZodMiniType<T>,
  query: Readonly<Record<string, string>> = {},
): Fetched<HttpAnswer<T>> {
  const { url, repository, token } = ctx.config;
  const headers = {
    Accept: 'application/vnd.github+json',
    'X-GitHub-Api-Version': '2022-11-28',
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
  };
  return fetchPage(
    { url: below(url, `repos/${repository}${path}`, query), headers, secrets: token ? [token] : [], expect },
    ctx,
  );
}

export const fetchRepository = (ctx: Context) => call(ctx, '', RepositorySchema);

/** Null for what is no record. */
function idOf(item: unknown): string | null {
  const listed = ListedSchema.safeParse(item);
  return listed.success && !listed.data.pull_request ? String(listed.data.number) : null;
}

/** Issues and pull requests in any state, oldest change first. */
export function issueList(ctx: Context): NumberedList {
  const labels = ctx.config.labels
    .split(',')
    .map((label) => label.trim())
    .filter(Boolean)
    .join(',');
  return {
    now: ctx.now,
    async fetchPage(since, { page, perPage }) {
      const answer = await call(ctx, '/issues', IssuesSchema, {
        state: 'all',
        sort: 'updated',
        direction: 'asc',
        per_page: String(perPage),
        page: String(page),
        ...(labels ? { labels } : {}),
        ...(since === null ? {} : { since: `${new Date(since).toISOString().slice(0, 19)}Z` }),
      });
      if (!answer.ok) return answer;
      const { data: items, headers } = answer.value;
      return ok({ items, hasNext: /rel="next"/.test(headers.get('link') ?? ''), total: null });
    },
    changedAt(item) {
      const dated = DatedSchema.safeParse(item);
      return dated.success ? toMoment(dated.data.updated_at) : null;
    },
    idOf,
    takeOver: (items) => takeOver(items, IssueSchema, (issue) => toKnownBug(issue, ctx.config), idOf),
  };
}
