import type * as z from 'zod/mini';
import { type HttpRequest, requestJson } from '@/lib/http/request';
import { ok } from '@/lib/std/result';
import type { Delivered, TrackerContext } from '@/lib/trackers/tracker';
import { type RedmineConfig, toRedmineUrl } from './config';
import {
  CustomFieldsSchema,
  IssueSchema,
  IssuesSchema,
  PrioritiesSchema,
  ProjectSchema,
  type RedmineIssue,
  type RedmineProject,
  UserSchema,
} from './schemas';

export type Context = TrackerContext<RedmineConfig>;

interface CallOptions extends Pick<HttpRequest<unknown>, 'method' | 'json' | 'body'> {
  readonly query?: Record<string, string>;
}

/** One request below the configured address, with the key in the header Redmine reads it from. */
export async function call<T>(
  ctx: Context,
  path: string,
  expect: z.ZodMiniType<T> | 'nothing',
  { query, ...options }: CallOptions = {},
): Delivered<T> {
  const answer = await requestJson(
    {
      url: toRedmineUrl(ctx.config, path, query),
      headers: {
        'X-Redmine-API-Key': ctx.config.apiKey,
        ...(options.body ? { 'Content-Type': 'application/octet-stream' } : {}),
      },
      secrets: [ctx.config.apiKey],
      expect,
      ...options,
    },
    ctx,
  );
  return answer.ok ? ok(answer.value.data) : answer;
}

/** Who the key belongs to. The only way to tell a bad key: `/issues.json` answers it with 200 and an empty list. */
export const fetchUser = (ctx: Context, query: Record<string, string> = {}) =>
  call(ctx, 'users/current.json', UserSchema, { query });

export const fetchIssues = (ctx: Context, query: Record<string, string>) =>
  call(ctx, 'issues.json', IssuesSchema, { query: { status_id: '*', ...query } });

export async function fetchIssue(ctx: Context, id: string, include = ''): Delivered<RedmineIssue> {
  const path = `issues/${encodeURIComponent(id)}.json`;
  const answer = await call(ctx, path, IssueSchema, include ? { query: { include } } : {});
  return answer.ok ? ok(answer.value.issue) : answer;
}

export async function fetchProject(ctx: Context): Delivered<RedmineProject> {
  const path = `projects/${encodeURIComponent(ctx.config.project)}.json`;
  const query = { include: 'trackers,issue_categories,enabled_modules' };
  const answer = await call(ctx, path, ProjectSchema, { query });
  return answer.ok ? ok(answer.value.project) : answer;
}

export const fetchPriorities = (ctx: Context) =>
  call(ctx, 'enumerations/issue_priorities.json', PrioritiesSchema);

/**
 * Ids of the issue custom fields by name. Only administrators may list them, so they are read off the newest issue of
 * the project first; `include=issue_custom_fields` leaves out the fields that are for all projects. Never an error:
 * everything in them stands in the body too.
 */
export async function fetchCustomFieldIds(ctx: Context, trackerId?: number): Promise<Map<string, number>> {
  const query = {
    project_id: ctx.config.project,
    limit: '1',
    ...(trackerId ? { tracker_id: `${trackerId}` } : {}),
  };
  const sample = await fetchIssues(ctx, query);
  const seen = sample.ok ? (sample.value.issues[0]?.custom_fields ?? []) : [];
  if (seen.length > 0) return new Map(seen.map((field) => [field.name, field.id]));
  if (!sample.ok || sample.value.issues.length > 0) return new Map();
  const all = await call(ctx, 'custom_fields.json', CustomFieldsSchema);
  if (!all.ok) return new Map();
  return new Map(
    all.value.custom_fields
      .filter((field) => field.customized_type === 'issue')
      .map((field) => [field.name, field.id]),
  );
}
