import type * as z from 'zod/mini';
import { toBugField } from '@/lib/knowledge/bug-fields';
import type { Fetched, SourceContext } from '@/lib/knowledge/knowledge-source';
import { fetchPage } from '@/lib/knowledge/listing/fetch-page';
import { below } from '@/lib/knowledge/source-config';
import { toBase64 } from '@/lib/std/bytes';
import { ok } from '@/lib/std/result';
import type { JiraSourceConfig } from './config';
import { FieldsSchema, MyselfSchema } from './schemas';

export type Context = SourceContext<JiraSourceConfig>;

/** Only reading with GET: Jira refuses what a browser posts (“XSRF check failed”). */
export async function call<T>(
  ctx: Context,
  path: string,
  expect: z.ZodMiniType<T>,
  query: Readonly<Record<string, string>> = {},
): Fetched<T> {
  const { url, edition, email, token } = ctx.config;
  const version = edition === 'cloud' ? 3 : 2;
  const basic = `${email}:${token}`;
  const authorization =
    edition === 'cloud' ? `Basic ${toBase64(new TextEncoder().encode(basic))}` : `Bearer ${token}`;
  const answer = await fetchPage(
    {
      url: below(url, `rest/api/${version}/${path}`, query),
      headers: { Authorization: authorization },
      secrets: [token, basic],
      expect,
    },
    ctx,
  );
  return answer.ok ? ok(answer.value.data) : answer;
}

/** Whose token it is. The only way to tell a bad one: searching answers it as it answers a visitor, often with nothing. */
export const fetchMyself = (ctx: Context) => call(ctx, 'myself', MyselfSchema);

/** Names of the custom fields that mean something to us, by id. */
export async function fetchCustomFields(ctx: Context): Fetched<Map<string, string>> {
  const answer = await call(ctx, 'field', FieldsSchema);
  if (!answer.ok) return answer;
  const known = answer.value.filter(({ id, name }) => /^customfield_\d+$/.test(id) && toBugField(name));
  return ok(new Map(known.slice(0, 30).map(({ id, name }) => [id, name])));
}
