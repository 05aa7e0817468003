import * as z from 'zod/mini';
import type { HttpError } from '@/lib/http/http-error';
import type { HttpAnswer } from '@/lib/http/request';
import type { Fetched, SourceContext } from '@/lib/knowledge/knowledge-source';
import { fetchPage } from '@/lib/knowledge/listing/fetch-page';
import { FileSchema, type Repository, type RepositoryFile } from '@/lib/knowledge/listing/walk-repository';
import { below } from '@/lib/knowledge/source-config';
import { toMoment } from '@/lib/knowledge/text/foreign-text';
import { err, ok, type Result } from '@/lib/std/result';
import type { GitLabFilesConfig } from './config';

export type Context = SourceContext<GitLabFilesConfig>;

interface CallOptions {
  readonly method?: 'POST' | 'PUT';
  readonly json?: unknown;
  readonly query?: Readonly<Record<string, string>>;
}

function callWhole<T>(
  ctx: Context,
  path: string,
  expect: z.ZodMiniType<T> | 'nothing',
  { query = {}, ...options }: CallOptions,
): Fetched<HttpAnswer<T>> {
  const { url, project, token } = ctx.config;
  return fetchPage(
    {
      url: below(url, `api/v4/projects/${encodeURIComponent(project)}${path && `/${path}`}`, query),
      headers: token ? { 'PRIVATE-TOKEN': token } : {},
      secrets: token ? [token] : [],
      expect,
      ...options,
    },
    ctx,
  );
}

/** One request below `/projects/PATH`. */
export async function call<T>(
  ctx: Context,
  path: string,
  expect: z.ZodMiniType<T> | 'nothing',
  options: CallOptions = {},
): Fetched<T> {
  const answer = await callWhole(ctx, path, expect, options);
  return answer.ok ? ok(answer.value.data) : answer;
}

const CommitsSchema = z.array(
  z.object({ id: z.string().check(z.regex(/^[0-9a-f]{40,64}$/)), committed_date: z.nullish(z.string()) }),
);
const TreeSchema = z.array(z.object({ path: z.string(), type: z.string(), mode: z.string() }));
const CompareSchema = z.object({
  compare_timeout: z._default(z.boolean(), false),
  diffs: z.array(
    z.object({
      old_path: z.string(),
      new_path: z.string(),
      renamed_file: z.boolean(),
      deleted_file: z.boolean(),
    }),
  ),
});

const SYMBOLIC_LINK = '120000';
const MAX_PATHS = 1_000_000;
/** GitLab shows up to 1,000 changed files unless an administrator allows more ("Diff limits"): with as many, some may be missing. */
const MAX_COMPARED = 1_000;

/** The address of the next page is never followed, only the words in it are taken that say where to go on. */
function toNextQuery(headers: Headers): Record<string, string> | null {
  const [, address = ''] = /<([^<>]{1,4000})>\s*;\s*rel="next"/.exec(headers.get('link') ?? '') ?? [];
  if (URL.canParse(address)) {
    const { searchParams } = new URL(address);
    const token = searchParams.get('page_token');
    const page = searchParams.get('page');
    if (token) return { page_token: token };
    if (page) return { page };
  }
  // Before GitLab 17.1 the tree has numbered pages only.
  const page = headers.get('x-next-page');
  return page ? { page } : null;
}

async function listTree(ctx: Context, commit: string): Fetched<readonly RepositoryFile[]> {
  const paths = new Set<string>();
  const files: RepositoryFile[] = [];
  let next: Record<string, string> | null = {};
  while (next) {
    const query: Record<string, string> = {
      recursive: 'true',
      ref: commit,
      per_page: '100',
      pagination: 'keyset',
      ...next,
    };
    const answer: Result<HttpAnswer<z.infer<typeof TreeSchema>>, HttpError> = await callWhole(
      ctx,
      'repository/tree',
      TreeSchema,
      { query },
    );
    if (!answer.ok) return answer;
    const { data, headers } = answer.value;
    const known = paths.size;
    for (const { path, type, mode } of data) {
      if (type === 'blob' && mode !== SYMBOLIC_LINK && !paths.has(path))
        files.push({ path, blob: '', size: null });
      paths.add(path);
    }
    next = data.length > 0 ? toNextQuery(headers) : null;
    if (next && (paths.size === known || paths.size > MAX_PATHS)) {
      return err({ kind: 'unexpected-answer', message: 'GitLab lists files without end.' });
    }
  }
  return ok(files);
}

export function openRepository(ctx: Context): Repository {
  const { url, project, branch, folder, audience } = ctx.config;
  return {
    folder,
    audience,
    toUrl: (path) =>
      below(
        url,
        `${project}/-/blob/${[branch || 'HEAD', path].join('/').split('/').map(encodeURIComponent).join('/')}`,
      ).href,
    async head() {
      const query = { per_page: '1', ...(branch ? { ref_name: branch } : {}) };
      const answer = await call(ctx, 'repository/commits', CommitsSchema, { query });
      if (!answer.ok) return answer;
      const [commit] = answer.value;
      if (!commit) return err({ kind: 'not-found', message: `There is no commit in ${project}.` });
      return ok({ sha: commit.id, at: toMoment(commit.committed_date) });
    },
    list: (commit) => listTree(ctx, commit),
    async compare(base, head) {
      // Straight: with the base itself, not with a common ancestor, so that a forced push is no special case.
      const query = { from: base, to: head, straight: 'true' };
      const answer = await call(ctx, 'repository/compare', CompareSchema, { query });
      if (!answer.ok) return answer.error.kind === 'not-found' ? ok(null) : answer;
      const { diffs, compare_timeout: cut } = answer.value;
      if (cut || diffs.length >= MAX_COMPARED) return ok(null);
      const there = diffs.filter((diff) => !diff.deleted_file);
      return ok({
        changed: there.map((diff) => ({ path: diff.new_path, blob: '', size: null })),
        removed: diffs.filter((diff) => diff.deleted_file || diff.renamed_file).map((diff) => diff.old_path),
      });
    },
    read: ({ path }, commit) =>
      call(ctx, `repository/files/${encodeURIComponent(path)}`, FileSchema, { query: { ref: commit } }),
  };
}
