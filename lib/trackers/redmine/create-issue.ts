import type { Root } from 'mdast';
import type * as z from 'zod/mini';
import { toMarkdown } from '@/lib/std/markdown';
import { err, ok } from '@/lib/std/result';
import { cleanLine, truncate } from '@/lib/std/text';
import type { IssueRef, NewIssue } from '@/lib/trackers/new-issue';
import type { Delivered } from '@/lib/trackers/tracker';
import { withKey } from '@/lib/trackers/with-key';
import { type Context, call, fetchCustomFieldIds, fetchPriorities, fetchProject } from './api';
import { type RedmineConfig, toIssueRef } from './config';
import { CreatedSchema, type PrioritiesSchema } from './schemas';
import { toTextile } from './textile';

/** Names of the custom fields an administrator may set up; both are optional. */
export const SOURCE_FIELD = 'Source ticket';
export const SEVERITY_FIELD = 'Severity';

/** app/models/issue.rb: `validates_length_of :subject, :maximum => 255`, counted in code points. */
const MAX_SUBJECT = 255;

export function formatText(root: Root, config: RedmineConfig): string {
  return config.formatting === 'markdown' ? toMarkdown(root) : toTextile(root);
}

export function toSubject(title: string): string {
  let subject = cleanLine(title) || 'Escalation';
  for (let max = MAX_SUBJECT; [...subject].length > MAX_SUBJECT; max -= 5) subject = truncate(subject, max);
  return subject;
}

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

type Priorities = z.infer<typeof PrioritiesSchema>['issue_priorities'];

/** By name; an installation that renamed them gets its own default. */
function toPriorityId(priorities: Priorities, wanted: string): number | undefined {
  const active = priorities.filter((priority) => priority.active);
  const found =
    active.find((priority) => sameName(priority.name, wanted)) ??
    active.find((priority) => priority.is_default) ??
    active[0];
  return found?.id;
}

/** Both also stand in the body; as fields they can be filtered and counted. */
function toCustomFields(issue: NewIssue, key: string, ids: ReadonlyMap<string, number>) {
  const values = [
    // The key beside the address lets `findIssue` find the issue after somebody has rewritten its description.
    { id: ids.get(SOURCE_FIELD), value: `${issue.facts.ticketUrl} ${key}`.trim() },
    { id: ids.get(SEVERITY_FIELD), value: String(issue.facts.severity) },
  ].filter((field) => field.id !== undefined);
  return values.length > 0 ? { custom_fields: values } : {};
}

async function toNeededFields(issue: NewIssue, key: string, ctx: Context): Delivered<{ tracker_id: number }> {
  const { project: identifier, trackerName } = ctx.config;
  const project = await fetchProject(ctx);
  if (!project.ok) return project;
  const { name, trackers, issue_categories: categories } = project.value;
  const tracker = trackers.find((entry) => sameName(entry.name, trackerName));
  if (!tracker)
    return err({ kind: 'invalid', message: `The project ${name} has no tracker named ${trackerName}.` });
  const priorities = await fetchPriorities(ctx);
  if (!priorities.ok) return priorities;
  const category = categories.find((entry) => sameName(entry.name, issue.facts.part));
  return ok({
    project_id: identifier,
    tracker_id: tracker.id,
    priority_id: toPriorityId(priorities.value.issue_priorities, issue.facts.priority),
    subject: toSubject(issue.title),
    description: formatText(withKey(issue.body, key), ctx.config),
    ...(category ? { category_id: category.id } : {}),
  });
}

/**
 * An unknown tracker id is answered with "Priority cannot be blank", unknown custom fields are ignored: so ids are
 * looked up by name first. Optional fields (a date that is past by now, a list without the value, a long address) never
 * stand in the way: when Redmine says 422, nothing was created, and the issue is sent once more without them.
 */
export async function createIssue(issue: NewIssue, key: string, ctx: Context): Delivered<IssueRef> {
  const needed = await toNeededFields(issue, key, ctx);
  if (!needed.ok) return needed;
  const ids = await fetchCustomFieldIds(ctx, needed.value.tracker_id);
  const { takenUpBy } = issue.facts;
  const optional = { ...(takenUpBy ? { due_date: takenUpBy } : {}), ...toCustomFields(issue, key, ids) };
  const post = (fields: object) =>
    call(ctx, 'issues.json', CreatedSchema, { method: 'POST', json: { issue: fields } });

  let created = await post({ ...needed.value, ...optional });
  const refused = !created.ok && created.error.kind === 'invalid';
  if (refused && Object.keys(optional).length > 0) created = await post(needed.value);
  if (!created.ok) return created;

  const ref = toIssueRef(ctx.config, created.value.issue.id);
  // In an empty project only the first issue itself tells the ids. A failure here changes nothing: it is filed.
  if (ids.size === 0) await addCustomFields(ref, issue, key, created.value.issue.custom_fields, ctx);
  return ok(ref);
}

type Fields = z.infer<typeof CreatedSchema>['issue']['custom_fields'];

async function addCustomFields(ref: IssueRef, issue: NewIssue, key: string, fields: Fields, ctx: Context) {
  const values = toCustomFields(issue, key, new Map(fields.map((field) => [field.name, field.id])));
  if (Object.keys(values).length === 0) return;
  await call(ctx, `issues/${ref.id}.json`, 'nothing', { method: 'PUT', json: { issue: values } });
}
