import type { Fetched } from '@/lib/knowledge/knowledge-source';
import { nextOffset, toOffset } from '@/lib/knowledge/listing/next-offset';
import { takeOver } from '@/lib/knowledge/listing/take-over';
import { type ChangedPage, type Spot, walkChanges } from '@/lib/knowledge/listing/walk-changes';
import { LIMITS } from '@/lib/knowledge/record-fields';
import { toMoment } from '@/lib/knowledge/text/foreign-text';
import { ok } from '@/lib/std/result';
import { type Context, fetchFilter, fetchIssues, PAGE } from './api';
import { DatedSchema, IssueSchema, type RedmineIssue, type Report, ReportSchema } from './schemas';
import { duplicatesOf, originalsOf, toKnownBug } from './to-known-bug';

/** Issues linked to those of a page that are looked up: 500 in five requests. */
const MAX_LINKED = 5 * PAGE;

function changedAt(item: unknown): number | null {
  const dated = DatedSchema.safeParse(item);
  return dated.success ? toMoment(dated.data.updated_on) : null;
}

export async function* fetchChanges(cursor: string | null, ctx: Context) {
  const filter = await fetchFilter(ctx);
  if (!filter.ok) {
    yield filter;
    return;
  }
  yield* walkChanges(cursor, {
    now: ctx.now,
    changedAt,
    fetchPage: (spot) => fetchChanged(spot, filter.value, ctx),
  });
}

async function fetchChanged(spot: Spot, filter: Record<string, string>, ctx: Context): Fetched<ChangedPage> {
  const answer = await fetchIssues(ctx, {
    ...filter,
    sort: 'updated_on:asc,id:asc',
    include: 'relations',
    offset: String(toOffset(spot.position)),
    ...(spot.since === null ? {} : { updated_on: `>=${new Date(spot.since).toISOString().slice(0, 19)}Z` }),
  });
  if (!answer.ok) return answer;
  const { issues: items, offset, total_count: total } = answer.value;
  // Linking two issues changes the date of neither, so a bug is read again when an issue that duplicates it changes.
  const originals = await fetchByNumber(idsOf(items, originalsOf), { ...filter, include: 'relations' }, ctx);
  if (!originals.ok) return originals;
  const all = [...items, ...originals.value];
  const linked = await fetchByNumber(idsOf(all, duplicatesOf), {}, ctx);
  if (!linked.ok) return linked;
  const reports = new Map([...all, ...linked.value].flatMap(toReport));
  const isLast = items.length === 0 || offset + items.length >= total;
  return ok({
    ...takeOver(all, IssueSchema, (issue) => toKnownBug(issue, ctx.config.url, reports)),
    items,
    next: isLast ? null : nextOffset(spot, { items, offset, now: ctx.now(), changedAt }),
    total,
  });
}

/** Numbers that the items name and that are not among them. */
function idsOf(items: readonly unknown[], pick: (issue: RedmineIssue) => number[]): number[] {
  const issues = items.flatMap((item) => {
    const issue = IssueSchema.safeParse(item);
    return issue.success ? [issue.data] : [];
  });
  const named = new Set(issues.flatMap((issue) => pick(issue).slice(0, LIMITS.linked)));
  for (const { id } of issues) named.delete(id);
  return [...named].slice(0, MAX_LINKED);
}

function toReport(item: unknown): [number, Report][] {
  const report = ReportSchema.safeParse(item);
  return report.success ? [[report.data.id, report.data]] : [];
}

/** Issues by their numbers; without a filter they may lie in other projects. */
async function fetchByNumber(
  ids: readonly number[],
  filter: Record<string, string>,
  ctx: Context,
): Fetched<unknown[]> {
  const found: unknown[] = [];
  for (let at = 0; at < ids.length; at += PAGE) {
    const answer = await fetchIssues(ctx, { ...filter, issue_id: ids.slice(at, at + PAGE).join(',') });
    if (!answer.ok) return answer;
    found.push(...answer.value.issues);
  }
  return ok(found);
}
