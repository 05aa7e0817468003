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
import { fromBase64, toBase64 } from '@/lib/std/bytes';
import { ok } from '@/lib/std/result';
import { type Context, call } from './api';
import { toPathSegments } from './config';

const number = z.int().check(z.positive());
const NumberSchema = z.object({ number });
const PullsSchema = z.array(z.object({ number, head: z.object({ ref: z.string() }) }));
const IssuesSchema = z.array(z.object({ number, body: z.nullish(z.string()) }));
const RepositorySchema = z.object({ default_branch: z.string() });
const RefSchema = z.object({ object: z.object({ sha: z.string() }) });
const ContentSchema = z.object({ sha: z.string(), content: z.string(), encoding: z.literal('base64') });

const decode = (content: string) => new TextDecoder().decode(fromBase64(content));
const encode = (text: string) => toBase64(new TextEncoder().encode(text));
/** Built from the config and the number alone: an address in an answer is never shown. */
const toUrl = ({ config }: Context, kind: 'pull' | 'issues', id: number) =>
  ok({ url: below(config.url, `${config.repository}/${kind}/${id}`).href });

/** A change becomes a pull request from a branch named after the key, a flag an issue: nothing is written directly. */
export async function saveArticle(
  change: ArticleChange,
  key: string,
  ctx: Context,
): Fetched<{ url: string }> {
  if (!ctx.config.token) return needsToken('access token');
  return change.kind === 'flag' ? openIssue(change, key, ctx) : openPullRequest(change, key, ctx);
}

/** The search lags behind, so the newest issues are looked through. */
async function openIssue(
  change: Extract<ArticleChange, { kind: 'flag' }>,
  key: string,
  ctx: Context,
): Fetched<{ url: string }> {
  const query = { state: 'all', sort: 'created', direction: 'desc', per_page: '100' };
  const newest = await call(ctx, 'issues', IssuesSchema, { query });
  if (!newest.ok) return newest;
  const found = newest.value.find(({ body }) => body?.includes(key));
  if (found) return toUrl(ctx, 'issues', found.number);
  const created = await call(ctx, 'issues', NumberSchema, { method: 'POST', json: toFlagIssue(change, key) });
  return created.ok ? toUrl(ctx, 'issues', created.value.number) : created;
}

async function openPullRequest(
  change: Exclude<ArticleChange, { kind: 'flag' }>,
  key: string,
  ctx: Context,
): Fetched<{ url: string }> {
  const branch = toBranch(key);
  const [owner] = ctx.config.repository.split('/');
  const known = await call(ctx, 'pulls', PullsSchema, {
    query: { state: 'all', head: `${owner}:${branch}` },
  });
  if (!known.ok) return known;
  // GitHub ignores a filter it cannot read and answers with all.
  const found = known.value.find(({ head }) => head.ref === branch);
  if (found) return toUrl(ctx, 'pull', found.number);

  const base = await findBase(ctx);
  if (!base.ok) return base;
  const ready = await makeBranch(branch, base.value, ctx);
  if (!ready.ok) return ready;
  const written = await writeFile(change, key, branch, ctx);
  if (!written.ok) return written;
  const created = await call(ctx, 'pulls', NumberSchema, {
    method: 'POST',
    json: { title: toChangeTitle(change), head: branch, base: base.value, body: toKeyLine(key) },
  });
  return created.ok ? toUrl(ctx, 'pull', created.value.number) : created;
}

async function findBase(ctx: Context): Fetched<string> {
  if (ctx.config.branch) return ok(ctx.config.branch);
  const repository = await call(ctx, '', RepositorySchema);
  return repository.ok ? ok(repository.value.default_branch) : repository;
}

/** The branch may be there already, from an attempt that got no further. */
async function makeBranch(branch: string, base: string, ctx: Context): Fetched<null> {
  const there = await call(ctx, `git/ref/heads/${toPathSegments(branch)}`, RefSchema);
  if (there.ok) return ok(null);
  if (there.error.kind !== 'not-found') return there;
  const from = await call(ctx, `git/ref/heads/${toPathSegments(base)}`, RefSchema);
  if (!from.ok) return from;
  const json = { ref: `refs/heads/${branch}`, sha: from.value.object.sha };
  const made = await call(ctx, 'git/refs', 'nothing', { method: 'POST', json });
  return made.ok ? ok(null) : made;
}

async function writeFile(
  change: Exclude<ArticleChange, { kind: 'flag' }>,
  key: string,
  branch: string,
  ctx: Context,
): Fetched<null> {
  const path = change.kind === 'fix' ? change.recordId : toNewPath(ctx.config.folder, change.title, key);
  const current = await call(ctx, `contents/${toPathSegments(path)}`, ContentSchema, {
    query: { ref: branch },
  });
  const isNew = !current.ok && current.error.kind === 'not-found' && change.kind === 'add';
  if (!current.ok && !isNew) return current;
  const text = current.ok ? decode(current.value.content) : '';
  const wanted = change.kind === 'fix' ? replaceText(text, change.markdown) : toNewFile(change);
  // An attempt that got no answer has written it.
  if (current.ok && text === wanted) return ok(null);
  const written = await call(ctx, `contents/${toPathSegments(path)}`, 'nothing', {
    method: 'PUT',
    json: {
      message: `${toChangeTitle(change)}\n\n${key}`,
      content: encode(wanted),
      branch,
      ...(current.ok ? { sha: current.value.sha } : {}),
    },
  });
  return written.ok ? ok(null) : written;
}
