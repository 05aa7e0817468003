import type * as z from 'zod/mini';
import type { Fetched, SourceContext } from '@/lib/knowledge/knowledge-source';
import { fetchPage } from '@/lib/knowledge/listing/fetch-page';
import { below } from '@/lib/knowledge/source-config';
import { err, ok } from '@/lib/std/result';
import { cleanLine } from '@/lib/std/text';
import type { RedmineSourceConfig } from './config';
import { IssuesSchema, ProjectSchema, UserSchema } from './schemas';

export type Context = SourceContext<RedmineSourceConfig>;

/** The most Redmine hands out at once. */
export const PAGE = 100;

async function call<T>(
  ctx: Context,
  path: string,
  expect: z.ZodMiniType<T>,
  query: Readonly<Record<string, string>> = {},
): Fetched<T> {
  const { url, apiKey } = ctx.config;
  const answer = await fetchPage(
    { url: below(url, path, query), headers: { 'X-Redmine-API-Key': apiKey }, secrets: [apiKey], expect },
    ctx,
  );
  return answer.ok ? ok(answer.value.data) : answer;
}

/** Who the key belongs to. The only way to tell a bad key: `/issues.json` answers it with 200 and an empty list. */
export const fetchUser = (ctx: Context) => call(ctx, 'users/current.json', UserSchema);

export const fetchProject = (ctx: Context) =>
  call(ctx, `projects/${encodeURIComponent(ctx.config.project)}.json`, ProjectSchema, {
    include: 'trackers',
  });

/** Issues in any status. An empty list is believed only after the key was tried again: it may have been withdrawn. */
export async function fetchIssues(
  ctx: Context,
  query: Readonly<Record<string, string>>,
): Fetched<z.infer<typeof IssuesSchema>> {
  const answer = await call(ctx, 'issues.json', IssuesSchema, {
    status_id: '*',
    limit: String(PAGE),
    ...query,
  });
  if (!answer.ok || answer.value.issues.length > 0) return answer;
  const user = await fetchUser(ctx);
  return user.ok ? answer : user;
}

/** What narrows a list of issues to those of the connection. Tells a bad key, a missing project and a missing tracker. */
export async function fetchFilter(ctx: Context): Fetched<Record<string, string>> {
  const user = await fetchUser(ctx);
  if (!user.ok) return user;
  const { project, trackerName } = ctx.config;
  if (!trackerName) return ok({ project_id: project });
  const answer = await fetchProject(ctx);
  if (!answer.ok) return answer;
  const { name, trackers } = answer.value.project;
  const wanted = trackerName.toLowerCase();
  const tracker = trackers.find((one) => one.name.trim().toLowerCase() === wanted);
  if (tracker) return ok({ project_id: project, tracker_id: String(tracker.id) });
  const known = trackers.map((one) => cleanLine(one.name)).join(', ') || 'none';
  return err({
    kind: 'invalid',
    message: `${cleanLine(name)} has no tracker “${cleanLine(trackerName)}”; it has: ${known}.`,
  });
}
