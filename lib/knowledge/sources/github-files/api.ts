import * as z from 'zod/mini';
import type { Fetched, SourceContext } from '@/lib/knowledge/knowledge-source';
import { fetchPage } from '@/lib/knowledge/listing/fetch-page';
import { FileSchema, type Repository, type RepositoryFile } from '@/lib/knowledge/listing/walk-repository';
import { below } from '@/lib/knowledge/source-config';
import { toMoment } from '@/lib/knowledge/text/foreign-text';
import { err, ok } from '@/lib/std/result';
import { type GitHubFilesConfig, toApiBase, toPathSegments } from './config';

export type Context = SourceContext<GitHubFilesConfig>;

interface CallOptions {
  readonly method?: 'POST' | 'PUT';
  readonly json?: unknown;
  readonly query?: Readonly<Record<string, string>>;
}

/** One request below `/repos/OWNER/NAME`. */
export async function call<T>(
  ctx: Context,
  path: string,
  expect: z.ZodMiniType<T> | 'nothing',
  { query = {}, ...options }: CallOptions = {},
): Fetched<T> {
  const { url, repository, token } = ctx.config;
  const answer = await fetchPage(
    {
      url: below(toApiBase(url), `repos/${repository}${path && `/${path}`}`, query),
      headers: {
        Accept: 'application/vnd.github+json',
        'X-GitHub-Api-Version': '2022-11-28',
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
      secrets: token ? [token] : [],
      expect,
      ...options,
    },
    ctx,
  );
  return answer.ok ? ok(answer.value.data) : answer;
}

const sha = z.string().check(z.regex(/^[0-9a-f]{40,64}$/));
const CommitSchema = z.object({
  sha,
  commit: z.object({ committer: z.nullish(z.object({ date: z.nullish(z.string()) })) }),
});
const TreeSchema = z.object({
  truncated: z._default(z.boolean(), false),
  tree: z.array(
    z.object({ path: z.string(), type: z.string(), mode: z.string(), sha, size: z.optional(z.number()) }),
  ),
});
const CompareSchema = z.object({
  status: z.string(),
  files: z._default(
    z.array(
      z.object({
        filename: z.string(),
        status: z.string(),
        sha: z.nullish(z.string()),
        previous_filename: z.optional(z.string()),
      }),
    ),
    [],
  ),
});

/** "The comparison of two commits lists up to 300 files": with as many, some may be missing. */
const MAX_COMPARED = 300;
const SYMBOLIC_LINK = '120000';

export function openRepository(ctx: Context): Repository {
  const { url, repository, branch, folder, audience } = ctx.config;
  return {
    folder,
    audience,
    toUrl: (path) =>
      below(url, `${repository}/blob/${toPathSegments(branch || 'HEAD')}/${toPathSegments(path)}`).href,
    async head() {
      const answer = await call(ctx, `commits/${encodeURIComponent(branch || 'HEAD')}`, CommitSchema);
      if (!answer.ok) return answer;
      return ok({ sha: answer.value.sha, at: toMoment(answer.value.commit.committer?.date) });
    },
    async list(commit) {
      const answer = await call(ctx, `git/trees/${commit}`, TreeSchema, { query: { recursive: '1' } });
      if (!answer.ok) return answer;
      if (answer.value.truncated) {
        const message = `${repository} has more files than GitHub lists at once. Move the articles to a repository of their own.`;
        return err({ kind: 'invalid', message });
      }
      const files = answer.value.tree.filter(({ type, mode }) => type === 'blob' && mode !== SYMBOLIC_LINK);
      return ok(files.map((file) => ({ path: file.path, blob: file.sha, size: file.size ?? null })));
    },
    async compare(base, head) {
      const answer = await call(ctx, `compare/${base}...${head}`, CompareSchema);
      // 422 since 2025 where the base is in no branch any more, 404 before.
      const isGone = !answer.ok && (answer.error.kind === 'not-found' || answer.error.kind === 'invalid');
      if (!answer.ok) return isGone ? ok(null) : answer;
      const { status, files } = answer.value;
      // After a forced push this compares with a common ancestor and hides what the base had on top of it.
      if (!['ahead', 'identical'].includes(status) || files.length >= MAX_COMPARED) return ok(null);
      const changed: RepositoryFile[] = [];
      const removed: string[] = [];
      for (const file of files) {
        if (file.status === 'removed') removed.push(file.filename);
        else if (file.sha) changed.push({ path: file.filename, blob: file.sha, size: null });
        if (file.status === 'renamed' && file.previous_filename) removed.push(file.previous_filename);
      }
      return ok({ changed, removed });
    },
    read: ({ blob }) => call(ctx, `git/blobs/${encodeURIComponent(blob)}`, FileSchema),
  };
}
