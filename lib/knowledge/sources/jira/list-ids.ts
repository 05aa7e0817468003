import type { HttpError } from '@/lib/http/http-error';
import { listByOffset } from '@/lib/knowledge/listing/by-offset';
import { err, ok, type Result } from '@/lib/std/result';
import { type Context, fetchMyself } from './api';
import { ListedSchema } from './schemas';
import { search } from './search';

/** Ids alone are small, so many come at once. */
const PAGE = 1_000;

const idsOf = (items: readonly unknown[]) =>
  items.flatMap((item) => {
    const listed = ListedSchema.safeParse(item);
    return listed.success ? [listed.data.id] : [];
  });

const query = (ctx: Context, position: string) => ({
  jql: `(${ctx.config.jql}) ORDER BY key ASC`,
  fields: ['id'],
  most: PAGE,
  position,
});

export async function* listIds(ctx: Context): AsyncGenerator<Result<readonly string[], HttpError>> {
  const myself = await fetchMyself(ctx);
  if (!myself.ok) {
    yield myself;
    return;
  }
  yield* ctx.config.edition === 'cloud' ? listByToken(ctx) : listFromDataCenter(ctx);
}

async function* listByToken(ctx: Context): AsyncGenerator<Result<readonly string[], HttpError>> {
  const met = new Set<string>();
  for (let token = ''; !met.has(token); ) {
    met.add(token);
    const found = await search(query(ctx, token), ctx);
    if (!found.ok) {
      yield found;
      return;
    }
    yield ok(idsOf(found.value.items));
    token = found.value.items.length > 0 ? found.value.token : '';
    if (token !== '') continue;
    // With a token that was withdrawn meanwhile Jira searches as a visitor, and finds less.
    const myself = await fetchMyself(ctx);
    if (!myself.ok) yield myself;
    return;
  }
  yield err({
    kind: 'unexpected-answer',
    message: 'Jira lists the same page again and again. Nothing is removed; the next sync looks again.',
  });
}

function listFromDataCenter(ctx: Context) {
  return listByOffset('Jira', async (offset) => {
    const found = await search(query(ctx, String(offset)), ctx);
    if (!found.ok) return found;
    const { items, total } = found.value;
    const isLast = items.length === 0 || offset + items.length >= (total ?? 0);
    const myself = isLast ? await fetchMyself(ctx) : ok(null);
    const ids = idsOf(items);
    return myself.ok ? ok({ items: ids, ids, isLast }) : myself;
  });
}
