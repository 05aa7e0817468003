import * as z from 'zod/mini';
import type { HttpError } from '@/lib/http/http-error';
import type { Article } from '@/lib/knowledge/article';
import type { KnowledgeRecord } from '@/lib/knowledge/knowledge-record';
import type { BrokenRecord, Changes, Fetched, SourceReport } from '@/lib/knowledge/knowledge-source';
import { markdownToRecord } from '@/lib/knowledge/markdown/to-record';
import { toLine } from '@/lib/knowledge/text/foreign-text';
import { fromBase64 } from '@/lib/std/bytes';
import { err, ok, type Result } from '@/lib/std/result';

export interface RepositoryFile {
  /** From the repository's root, without a leading slash. */
  readonly path: string;
  /** What the host reads it by, beside its path; empty where the path will do. */
  readonly blob: string;
  /** Bytes; null where the host does not tell. */
  readonly size: number | null;
}

/** What a commit changed against another. */
export interface RepositoryDelta {
  readonly changed: readonly RepositoryFile[];
  readonly removed: readonly string[];
}

/** A Git repository behind its host's API. */
export interface Repository {
  /** Newest commit of the branch; `at` epoch ms. */
  head(): Fetched<{ readonly sha: string; readonly at: number | null }>;
  /** Every file at that commit, of any kind, at least those below the folder. */
  list(sha: string): Fetched<readonly RepositoryFile[]>;
  /** Null when the host cannot tell it completely: the base is gone, or too much changed. */
  compare(base: string, sha: string): Fetched<RepositoryDelta | null>;
  read(file: RepositoryFile, sha: string): Fetched<z.infer<typeof FileSchema>>;
  /** Where people read the file. */
  toUrl(path: string): string;
  /** Only what lies below is taken; empty = everything. */
  readonly folder: string;
  readonly audience: Article['audience'];
}

/** A file's content as GitHub's blobs and GitLab's files give it; anything but text is told by `toText`. */
export const FileSchema = z.object({
  size: z.number(),
  content: z.optional(z.unknown()),
  encoding: z.optional(z.unknown()),
});

const CursorSchema = z.object({
  v: z.literal(1),
  /** The commit that is taken in completely. */
  base: z.nullable(z.string()),
  /** The commit being taken in, and how many of its files are. */
  target: z.nullable(z.string()),
  position: z.int().check(z.nonnegative()),
});
type Cursor = z.infer<typeof CursorSchema>;
const START: Cursor = { v: 1, base: null, target: null, position: 0 };

const PAGE = 20;
const AT_ONCE = 4;
const MAX_FILE_BYTES = 1_000_000;

function parseCursor(text: string | null): Cursor {
  try {
    const parsed = CursorSchema.safeParse(JSON.parse(text ?? ''));
    return parsed.success ? parsed.data : START;
  } catch {
    return START;
  }
}

/** Whether a path is Markdown below the folder. */
function isWanted(path: string, folder: string): boolean {
  const below = folder.replace(/^\/+|\/+$/g, '');
  return (
    /\.(md|markdown)$/i.test(path) && path.length <= 1_000 && (below === '' || path.startsWith(`${below}/`))
  );
}

const byPath = (a: RepositoryFile, b: RepositoryFile) => (a.path < b.path ? -1 : Number(a.path !== b.path));

/**
 * Takes in the Markdown files of one commit, and of each later commit what it changed. A sync under way stays at its
 * commit whatever is pushed meanwhile. A commit that is gone starts over.
 */
export async function* walkRepository(
  from: string | null,
  repository: Repository,
): AsyncGenerator<Result<Changes, HttpError>> {
  const cursor = parseCursor(from);
  const head = await repository.head();
  if (!head.ok) {
    yield head;
    return;
  }
  const plan = await makePlan(cursor, head.value.sha, repository);
  if (!plan.ok) {
    yield plan;
    return;
  }
  const { files, removed, base, target } = plan.value;
  // The host tells dates of commits, not of files: a file of the first sync is as old as it says itself.
  const updatedAt = base === null ? null : head.value.at;
  for (let at = plan.value.position; ; at += PAGE) {
    const page = await readFiles(files.slice(at, at + PAGE), target, updatedAt, repository);
    if (!page.ok) {
      yield page;
      return;
    }
    const isLast = at + PAGE >= files.length;
    const next: Cursor = isLast
      ? { v: 1, base: target, target: null, position: 0 }
      : { v: 1, base, target, position: at + PAGE };
    yield ok({
      ...page.value,
      removed: at === 0 ? removed : [],
      cursor: JSON.stringify(next),
      total: files.length,
    });
    if (isLast) return;
  }
}

interface Plan extends Pick<Cursor, 'base' | 'position'> {
  readonly target: string;
  readonly files: readonly RepositoryFile[];
  readonly removed: readonly string[];
}

async function makePlan(
  { base, target: begun, position }: Cursor,
  head: string,
  repository: Repository,
): Fetched<Plan> {
  const target = begun ?? head;
  const wanted = (files: readonly RepositoryFile[]) =>
    files.filter(({ path }) => isWanted(path, repository.folder)).toSorted(byPath);
  if (base !== null) {
    if (base === target) return ok({ base, target, position: 0, files: [], removed: [] });
    const delta = await repository.compare(base, target);
    if (!delta.ok) return delta;
    if (delta.value) {
      const removed = delta.value.removed.filter((path) => isWanted(path, repository.folder));
      return ok({ base, target, position, files: wanted(delta.value.changed), removed });
    }
  }
  const all = await repository.list(target);
  if (all.ok)
    return ok({
      base: null,
      target,
      position: base === null ? position : 0,
      files: wanted(all.value),
      removed: [],
    });
  // The commit that was being taken in was pushed away.
  const isGone = all.error.kind === 'not-found' && target !== head;
  return isGone ? makePlan(START, head, repository) : all;
}

type ReadFiles = Pick<Changes, 'put' | 'broken'>;

async function readFiles(
  files: readonly RepositoryFile[],
  sha: string,
  updatedAt: number | null,
  repository: Repository,
): Fetched<ReadFiles> {
  const put: KnowledgeRecord[] = [];
  const broken: BrokenRecord[] = [];
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE);
    const contents = await Promise.all(some.map((file) => readText(file, sha, repository)));
    for (const [index, file] of some.entries()) {
      const { path } = file;
      const content = contents[index];
      if (!content) continue;
      if (!content.ok) return content;
      if (content.value.text === null) {
        broken.push({ id: path, reason: content.value.reason });
        continue;
      }
      const { record, problem } = markdownToRecord({
        path,
        content: content.value.text,
        url: repository.toUrl(path),
        updatedAt,
        audience: repository.audience,
      });
      put.push(record);
      if (problem) broken.push({ id: path, reason: problem });
    }
  }
  return ok({ put, broken });
}

type FileText = { readonly text: string } | { readonly text: null; readonly reason: string };

async function readText(file: RepositoryFile, sha: string, repository: Repository): Fetched<FileText> {
  if ((file.size ?? 0) > MAX_FILE_BYTES) return ok({ text: null, reason: 'is larger than 1 MB' });
  const answer = await repository.read(file, sha);
  if (!answer.ok) return answer;
  const { content, encoding, size } = answer.value;
  if (size > MAX_FILE_BYTES) return ok({ text: null, reason: 'is larger than 1 MB' });
  if (typeof content !== 'string') return ok({ text: null, reason: 'came without its content' });
  if (encoding !== 'base64') return ok({ text: null, reason: 'came in an unknown encoding' });
  try {
    return ok({ text: new TextDecoder('utf-8', { fatal: true }).decode(fromBase64(content)) });
  } catch {
    return ok({ text: null, reason: 'is no text in UTF-8' });
  }
}

/** The paths of all Markdown files there are. */
export async function* listFiles(
  repository: Repository,
): AsyncGenerator<Result<readonly string[], HttpError>> {
  const head = await repository.head();
  const files = head.ok ? await repository.list(head.value.sha) : head;
  if (!files.ok) yield files;
  else
    yield ok(
      [...new Set(files.value.map(({ path }) => path))].filter((path) => isWanted(path, repository.folder)),
    );
}

/** What a connection check tells: how many files there are to take in. */
export async function checkRepository(repository: Repository, name: string): Fetched<SourceReport> {
  for await (const files of listFiles(repository)) {
    if (!files.ok) return files;
    const { folder } = repository;
    const where = folder ? `${toLine(name)}, folder ${toLine(folder)}` : toLine(name);
    const warnings = files.value.length === 0 ? ['There is no Markdown file.'] : [];
    return ok({ summary: `${where}: ${files.value.length.toLocaleString('en')} Markdown files`, warnings });
  }
  return err({ kind: 'unexpected-answer', message: 'The repository could not be listed.' });
}
