import { listByOffset } from '@/lib/knowledge/listing/by-offset';
import { ok } from '@/lib/std/result';
import { type Context, fetchFilter, fetchIssues, fetchUser } from './api';
import { ListedSchema } from './schemas';

/** By number, so that only deletions shift the pages. */
export async function* listIds(ctx: Context) {
  const filter = await fetchFilter(ctx);
  if (!filter.ok) {
    yield filter;
    return;
  }
  yield* listByOffset('Redmine', async (offset) => {
    const answer = await fetchIssues(ctx, { ...filter.value, sort: 'id:asc', offset: String(offset) });
    if (!answer.ok) return answer;
    const { issues, total_count: total } = answer.value;
    const items = issues.flatMap((item) => {
      const issue = ListedSchema.safeParse(item);
      return issue.success ? [String(issue.data.id)] : [];
    });
    const isLast = issues.length === 0 || offset + issues.length >= total;
    // A key that was withdrawn meanwhile sees public issues only, and no error.
    const user = isLast ? await fetchUser(ctx) : ok(null);
    return user.ok ? ok({ items, ids: items, isLast }) : user;
  });
}
