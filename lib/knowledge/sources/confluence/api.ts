import * as z from 'zod/mini';
import type { Fetched, SourceContext } from '@/lib/knowledge/knowledge-source';
import { fetchPage } from '@/lib/knowledge/listing/fetch-page';
import { below } from '@/lib/knowledge/source-config';
import { toBase64 } from '@/lib/std/bytes';
import { ok } from '@/lib/std/result';
import type { ConfluenceConfig } from './config';

export type Context = SourceContext<ConfluenceConfig>;

async function call<T>(
  ctx: Context,
  path: string,
  expect: z.ZodMiniType<T>,
  query: Readonly<Record<string, string>>,
): Fetched<T> {
  const { url, email, token } = ctx.config;
  const basic = toBase64(new TextEncoder().encode(`${email}:${token}`));
  const answer = await fetchPage(
    {
      url: below(url, `rest/api/${path}`, query),
      headers: { Authorization: email ? `Basic ${basic}` : `Bearer ${token}` },
      secrets: [token, basic],
      expect,
    },
    ctx,
  );
  return answer.ok ? ok(answer.value.data) : answer;
}

/** Ids are words of digits in Cloud and Data Center alike. */
const id = z.string().check(z.regex(/^\d+$/));

export const PageSchema = z.object({
  id,
  title: z.string(),
  body: z.optional(z.object({ storage: z.optional(z.object({ value: z.string() })) })),
  version: z.object({ when: z.string() }),
  space: z.optional(z.object({ key: z.string(), name: z.optional(z.string()) })),
  history: z.optional(
    z.object({
      createdDate: z.optional(z.string()),
      createdBy: z.optional(z.object({ displayName: z.optional(z.string()) })),
    }),
  ),
  metadata: z.optional(
    z.object({
      labels: z.optional(z.object({ results: z._default(z.array(z.object({ name: z.string() })), []) })),
    }),
  ),
});
export type ConfluencePage = z.infer<typeof PageSchema>;

export const DatedSchema = z.object({ version: z.object({ when: z.string() }) });
const ListedSchema = z.object({ id });

const SearchSchema = z.object({
  results: z.array(z.unknown()),
  start: z._default(z.int().check(z.nonnegative()), 0),
  _links: z._default(z.object({ next: z.optional(z.string()) }), {}),
});
export type SearchPage = z.infer<typeof SearchSchema>;

const UserSchema = z.object({ type: z.optional(z.string()), displayName: z.optional(z.string()) });

export const fetchUser = (ctx: Context) => call(ctx, 'user/current', UserSchema, {});

/** One page of a CQL search; `position` is what `nextPosition` gave, empty = the first. */
export function search(ctx: Context, cql: string, position: string, more: Readonly<Record<string, string>>) {
  const { seen: _, ...place }: Record<string, string> = Object.fromEntries(new URLSearchParams(position));
  return call(ctx, 'content/search', SearchSchema, { cql, ...more, ...place });
}

/** Ids among a page's results. */
export const idsOf = (results: readonly unknown[]): string[] =>
  results.flatMap((item) => {
    const page = ListedSchema.safeParse(item);
    return page.success ? [page.data.id] : [];
  });

/** What is deleted meanwhile lets others slip over the border of numbered pages, so these overlap. */
const SLIP = 5;

/**
 * The words of the next address that say where to go on: a cursor in Cloud, a number in Data Center, there with the ids
 * that come once more. The address itself is never followed.
 */
export function nextPosition({ results, start, _links: { next } }: SearchPage): string | null {
  if (!next || results.length === 0) return null;
  const cursor = new URLSearchParams(next.slice(next.indexOf('?') + 1)).get('cursor');
  if (cursor) return new URLSearchParams({ cursor }).toString();
  const from = Math.max(start + 1, start + results.length - SLIP);
  return new URLSearchParams({ start: String(from), seen: idsOf(results.slice(-SLIP)).join() }).toString();
}

/** Pages of the chosen spaces, as CQL. */
export function toCql({ spaces }: ConfluenceConfig): string {
  const keys = spaces
    .split(',')
    .map((key) => key.trim())
    .filter(Boolean);
  const inSpaces = keys.length > 0 ? [`space in (${keys.map((key) => `"${key}"`).join(',')})`] : [];
  return ['type = page', ...inSpaces].join(' and ');
}
