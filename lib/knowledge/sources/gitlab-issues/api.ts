import type * as z from 'zod/mini';
import type { HttpAnswer } from '@/lib/http/request';
import type { Fetched, SourceContext } from '@/lib/knowledge/knowledge-source';
import type { NumberedList } from '@/lib/knowledge/listing/by-number';
import { fetchPage } from '@/lib/knowledge/listing/fetch-page';
import { takeOver } from '@/lib/knowledge/listing/take-over';
import { below } from '@/lib/knowledge/source-config';
import { toMoment } from '@/lib/knowledge/text/foreign-text';
import { ok } from '@/lib/std/result';
import type { GitLabIssuesConfig } from './config';
import { DatedSchema, IssueSchema, IssuesSchema, ListedSchema, ProjectSchema } from './schemas';
import { toKnownBug } from './to-known-bug';

export type Context = SourceContext<GitLabIssuesConfig>;

function call<T>(
  ctx: Context,
  path: string,
  expect: z.ZodMiniType<T>,
  query: Readonly<Record<string, string>> = {},
): Fetched<HttpAnswer<T>> {
  const { url, project, token } = ctx.config;
  const address = below(url, `api/v4/projects/${encodeURIComponent(project)}${path}`, query);
  const headers = token ? { 'PRIVATE-TOKEN': token } : {};
  return fetchPage({ url: address, headers, secrets: token ? [token] : [], expect }, ctx);
}

export const fetchProject = (ctx: Context) => call(ctx, '', ProjectSchema);

/** The page of the project, from the config alone. GitLab leads from a number to the page by itself. */
function toPage({ url, project }: GitLabIssuesConfig): string {
  return below(url, /^\d+$/.test(project) ? `projects/${project}` : project).href;
}

/** Null for what is no record. */
function idOf(item: unknown): string | null {
  const listed = ListedSchema.safeParse(item);
  return listed.success ? String(listed.data.iid) : null;
}

/** Issues in any state, oldest change first. */
export function issueList(ctx: Context): NumberedList {
  const { labels } = ctx.config;
  return {
    now: ctx.now,
    async fetchPage(since, { page, perPage }) {
      const answer = await call(ctx, '/issues', IssuesSchema, {
        scope: 'all',
        order_by: 'updated_at',
        sort: 'asc',
        per_page: String(perPage),
        page: String(page),
        ...(labels ? { labels } : {}),
        ...(since === null ? {} : { updated_after: new Date(since).toISOString() }),
      });
      if (!answer.ok) return answer;
      const { data: items, headers } = answer.value;
      // Left out of lists with more than 10,000 items.
      const total = /^\d{1,9}$/.exec(headers.get('x-total') ?? '')?.[0];
      return ok({
        items,
        hasNext: Boolean(headers.get('x-next-page')),
        total: total === undefined ? null : Number(total),
      });
    },
    changedAt(item) {
      const dated = DatedSchema.safeParse(item);
      return dated.success ? toMoment(dated.data.updated_at) : null;
    },
    idOf,
    takeOver: (items) => takeOver(items, IssueSchema, (issue) => toKnownBug(issue, toPage(ctx.config)), idOf),
  };
}
