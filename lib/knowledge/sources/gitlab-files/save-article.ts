import * as z from 'zod/mini';
import type { ArticleChange } from '@/lib/knowledge/article-change';
import type { Fetched } from '@/lib/knowledge/knowledge-source';
import {
  needsToken,
  replaceText,
  toBranch,
  toChangeTitle,
  toFlagIssue,
  toKeyLine,
  toNewFile,
  toNewPath,
} from '@/lib/knowledge/markdown/change';
import { below } from '@/lib/knowledge/source-config';
import { fromBase64 } from '@/lib/std/bytes';
import { err, ok } from '@/lib/std/result';
import { type Context, call } from './api';

type FileChange = Exclude<ArticleChange, { kind: 'flag' }>;

const iid = z.int().check(z.positive());
const NumberSchema = z.object({ iid });
const RequestsSchema = z.array(z.object({ iid, source_branch: z.string() }));
const IssuesSchema = z.array(z.object({ iid, description: z.nullish(z.string()) }));
const ProjectSchema = z.object({ default_branch: z.nullish(z.string()) });
const BranchSchema = z.object({ name: z.string() });
const FileSchema = z.object({ content: z.string(), encoding: z.literal('base64') });

/** Built from the config and the number alone: an address in an answer is never shown. */
const toUrl = ({ config }: Context, kind: 'merge_requests' | 'issues', id: number) =>
  ok({ url: below(config.url, `${config.project}/-/${kind}/${id}`).href });

/** A change becomes a merge request from a branch named after the key, a flag an issue: nothing is written directly. */
export async function saveArticle(
  change: ArticleChange,
  key: string,
  ctx: Context,
): Fetched<{ url: string }> {
  if (!ctx.config.token) return needsToken('access token');
  return change.kind === 'flag' ? openIssue(change, key, ctx) : openMergeRequest(change, key, ctx);
}

async function openIssue(
  change: Extract<ArticleChange, { kind: 'flag' }>,
  key: string,
  ctx: Context,
): Fetched<{ url: string }> {
  const query = { search: key, in: 'description', scope: 'all', state: 'all' };
  const known = await call(ctx, 'issues', IssuesSchema, { query });
  if (!known.ok) return known;
  const found = known.value.find(({ description }) => description?.includes(key));
  if (found) return toUrl(ctx, 'issues', found.iid);
  const { title, body } = toFlagIssue(change, key);
  const created = await call(ctx, 'issues', NumberSchema, {
    method: 'POST',
    json: { title, description: body },
  });
  return created.ok ? toUrl(ctx, 'issues', created.value.iid) : created;
}

async function openMergeRequest(change: FileChange, key: string, ctx: Context): Fetched<{ url: string }> {
  const branch = toBranch(key);
  const query = { source_branch: branch, state: 'all', scope: 'all' };
  const known = await call(ctx, 'merge_requests', RequestsSchema, { query });
  if (!known.ok) return known;
  const found = known.value.find((request) => request.source_branch === branch);
  if (found) return toUrl(ctx, 'merge_requests', found.iid);

  const base = await findBase(ctx);
  if (!base.ok) return base;
  const written = await writeFile(change, key, branch, base.value, ctx);
  if (!written.ok) return written;
  const created = await call(ctx, 'merge_requests', NumberSchema, {
    method: 'POST',
    json: {
      source_branch: branch,
      target_branch: base.value,
      title: toChangeTitle(change),
      description: toKeyLine(key),
      remove_source_branch: true,
    },
  });
  return created.ok ? toUrl(ctx, 'merge_requests', created.value.iid) : created;
}

async function findBase(ctx: Context): Fetched<string> {
  if (ctx.config.branch) return ok(ctx.config.branch);
  const project = await call(ctx, '', ProjectSchema);
  if (!project.ok) return project;
  const { default_branch: branch } = project.value;
  return branch
    ? ok(branch)
    : err({ kind: 'not-found', message: `${ctx.config.project} has no branch yet.` });
}

/** Branch and commit are one request: if the branch is there, so is the file. */
async function writeFile(
  change: FileChange,
  key: string,
  branch: string,
  base: string,
  ctx: Context,
): Fetched<null> {
  const there = await call(ctx, `repository/branches/${encodeURIComponent(branch)}`, BranchSchema);
  if (there.ok) return ok(null);
  if (there.error.kind !== 'not-found') return there;
  const action = await toAction(change, key, base, ctx);
  if (!action.ok) return action;
  const json = {
    branch,
    start_branch: base,
    commit_message: `${toChangeTitle(change)}\n\n${key}`,
    actions: [action.value],
  };
  const written = await call(ctx, 'repository/commits', 'nothing', { method: 'POST', json });
  return written.ok ? ok(null) : written;
}

async function toAction(change: FileChange, key: string, base: string, ctx: Context): Fetched<object> {
  if (change.kind === 'add') {
    const file_path = toNewPath(ctx.config.folder, change.title, key);
    return ok({ action: 'create', file_path, content: toNewFile(change) });
  }
  const path = `repository/files/${encodeURIComponent(change.recordId)}`;
  const current = await call(ctx, path, FileSchema, { query: { ref: base } });
  if (!current.ok) return current;
  const text = new TextDecoder().decode(fromBase64(current.value.content));
  return ok({ action: 'update', file_path: change.recordId, content: replaceText(text, change.markdown) });
}
