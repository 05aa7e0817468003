import { err, ok } from '@/lib/std/result';
import type { IssueRef } from '@/lib/trackers/new-issue';
import type { Delivered } from '@/lib/trackers/tracker';
import { type Context, fetchCustomFieldIds, fetchIssues, fetchUser } from './api';
import { toIssueRef } from './config';
import { SOURCE_FIELD } from './create-issue';
import type { RedmineIssue } from './schemas';

const oldest = (issues: readonly RedmineIssue[]) => issues.toSorted((a, b) => a.id - b.id)[0];

/**
 * Looks in every project the key sees, because engineering may have moved the issue. The server's filter is checked
 * here again: Redmine ignores a filter it does not know and answers with everything, and a list of other issues must
 * not pass for "not there".
 */
export async function findIssue(key: string, ctx: Context): Delivered<IssueRef | null> {
  const user = await fetchUser(ctx);
  if (!user.ok) return user;

  const byText = await fetchIssues(ctx, { description: `~${key}`, sort: 'id', limit: '100' });
  if (!byText.ok) return byText;
  const found = oldest(byText.value.issues.filter((issue) => issue.description?.includes(key)));
  if (found) return ok(toIssueRef(ctx.config, found.id));
  if (byText.value.total_count > 0 || byText.value.issues.length > 0) {
    return err({
      kind: 'unexpected-answer',
      message: 'Redmine did not search for the key but answered with other issues. Nothing was created.',
    });
  }
  return findByField(key, ctx);
}

/** For an issue whose description was rewritten. The field need not be a filter, so only a hit counts. */
async function findByField(key: string, ctx: Context): Delivered<IssueRef | null> {
  const id = (await fetchCustomFieldIds(ctx)).get(SOURCE_FIELD);
  if (id === undefined) return ok(null);
  const byField = await fetchIssues(ctx, { [`cf_${id}`]: `~${key}`, sort: 'id', limit: '100' });
  if (!byField.ok) return byField;
  const holdsKey = (issue: RedmineIssue) =>
    issue.custom_fields.some((field) => field.id === id && String(field.value).includes(key));
  const found = oldest(byField.value.issues.filter(holdsKey));
  return ok(found ? toIssueRef(ctx.config, found.id) : null);
}
