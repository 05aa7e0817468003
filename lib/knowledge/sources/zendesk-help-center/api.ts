import * as z from 'zod/mini';
import type { Fetched, SourceContext } from '@/lib/knowledge/knowledge-source';
import { fetchPage } from '@/lib/knowledge/listing/fetch-page';
import { below } from '@/lib/knowledge/source-config';
import { toBase64 } from '@/lib/std/bytes';
import { err, ok } from '@/lib/std/result';
import type { HelpCenterConfig } from './config';

export type Context = SourceContext<HelpCenterConfig>;

interface CallOptions {
  readonly method?: 'POST' | 'PUT';
  readonly json?: unknown;
  readonly query?: Readonly<Record<string, string>>;
}

export const isSignedIn = ({ config }: Context) => config.token !== '';

/** One request below `/api/v2`, as the agent where a token is set. */
export async function call<T>(
  ctx: Context,
  path: string,
  expect: z.ZodMiniType<T> | 'nothing',
  { query = {}, ...options }: CallOptions = {},
): Fetched<T> {
  const { url, email, token } = ctx.config;
  if (token && !email) {
    return err({
      kind: 'unauthorized',
      message: 'The API token needs the e-mail address of the agent beside it.',
    });
  }
  const basic = toBase64(new TextEncoder().encode(`${email}/token:${token}`));
  const answer = await fetchPage(
    {
      url: below(url, `api/v2/${path}`, query),
      headers: token ? { Authorization: `Basic ${basic}` } : {},
      secrets: token ? [token, basic] : [],
      expect,
      ...options,
    },
    ctx,
  );
  return answer.ok ? ok(answer.value.data) : answer;
}

const id = z.int().check(z.positive());
const named = z._default(z.array(z.object({ id, name: z.string() })), []);

export const ArticleSchema = z.object({
  id,
  title: z.string(),
  body: z.nullish(z.string()),
  draft: z._default(z.boolean(), false),
  /** The translation is older than the original. */
  outdated: z._default(z.boolean(), false),
  section_id: z.nullish(id),
  author_id: z.nullish(id),
  /** Null = everybody; else signed-in customers, or a part of the team. */
  user_segment_id: z.nullish(id),
  label_names: z._default(z.array(z.string()), []),
  created_at: z.string(),
  updated_at: z.string(),
});
export type HelpCenterArticle = z.infer<typeof ArticleSchema>;

export const ListedSchema = z.object({ id, draft: z._default(z.boolean(), false) });
export const DatedSchema = z.object({ updated_at: z.string() });

const ArticlesSchema = z.object({
  articles: z.array(z.unknown()),
  sections: named,
  users: named,
  meta: z.object({ has_more: z.boolean(), after_cursor: z.nullish(z.string()) }),
});
export type ArticlesPage = z.infer<typeof ArticlesSchema>;

/** The articles that may be read in the language, page by page; `position` empty = the first. */
export const listArticles = (ctx: Context, position: string, query: Readonly<Record<string, string>> = {}) =>
  call(ctx, `help_center/${ctx.config.locale.toLowerCase()}/articles`, ArticlesSchema, {
    query: { 'page[size]': '100', ...(position ? { 'page[after]': position } : {}), ...query },
  });

/** Where the next page begins; null at the end. */
export const nextOf = ({ meta }: ArticlesPage): string | null => (meta.has_more && meta.after_cursor) || null;
