import * as z from 'zod/mini';
import type { HttpError } from '@/lib/http/http-error';
import { requestText } from '@/lib/http/request-text';
import type { Article } from '@/lib/knowledge/article';
import type { BrokenRecord, Changes, Fetched } from '@/lib/knowledge/knowledge-source';
import { toShortHash } from '@/lib/knowledge/short-hash';
import { ok, type Result } from '@/lib/std/result';
import { type Context, type ListedPage, listPages } from './list-pages';
import { readPage } from './read-page';

const BATCH = 20;
/** Requests at a time, so that a small site stays up. */
const AT_ONCE = 4;
const MAX_BYTES = 5_000_000;
const WEEK_MS = 7 * 24 * 3_600_000;

/** The version of each page that was read, as a hash of its address and date. */
const CursorSchema = z.object({ v: z.literal(1), read: z.array(z.string()) });

function parseCursor(text: string | null): Set<string> {
  try {
    const parsed = CursorSchema.safeParse(JSON.parse(text ?? ''));
    return new Set(parsed.success ? parsed.data.read : []);
  } catch {
    return new Set();
  }
}

/** Dates in sitemaps often lie, but then both ways; a page without one is read again every week. */
const versionOf = ({ url, lastmod }: ListedPage, now: number) =>
  toShortHash(`${url} ${lastmod || `week ${Math.floor(now / WEEK_MS)}`}`);

/** Reads the pages that are new or whose date changed, a batch at a time. */
export async function* fetchChanges(
  from: string | null,
  ctx: Context,
): AsyncGenerator<Result<Changes, HttpError>> {
  const listing = await listPages(ctx);
  if (!listing.ok) {
    yield listing;
    return;
  }
  const { pages, left } = listing.value;
  const before = parseCursor(from);
  const versions = pages.map((page) => ({ page, version: versionOf(page, ctx.now()) }));
  const read = versions.filter(({ version }) => before.has(version)).map(({ version }) => version);
  const wanted = versions.filter(({ version }) => !before.has(version));
  const tooMany = left > 0 ? [{ id: 'the sitemap', reason: `names ${left} more pages than are taken` }] : [];
  for (let at = 0; at === 0 || at < wanted.length; at += BATCH) {
    const batch = wanted.slice(at, at + BATCH);
    const answer = await readBatch(
      batch.map(({ page }) => page),
      ctx,
    );
    if (!answer.ok) {
      yield answer;
      return;
    }
    const { put, removed, broken } = answer.value;
    // What could not be read is tried again by the next sync: a page may be closed for a moment only.
    const failed = new Set(broken.map(({ id }) => id));
    read.push(...batch.filter(({ page }) => !failed.has(page.url)).map(({ version }) => version));
    const cursor = JSON.stringify({ v: 1, read });
    yield ok({
      put,
      removed,
      broken: at === 0 ? [...broken, ...tooMany] : broken,
      cursor,
      total: wanted.length,
    });
  }
}

type Batch = Pick<Changes, 'put' | 'removed' | 'broken'>;

async function readBatch(pages: readonly ListedPage[], ctx: Context): Fetched<Batch> {
  const put: Article[] = [];
  const removed: string[] = [];
  const broken: BrokenRecord[] = [];
  for (let at = 0; at < pages.length; at += AT_ONCE) {
    const some = pages.slice(at, at + AT_ONCE);
    const answers = await Promise.all(some.map((page) => fetchPage(page, ctx)));
    for (const [index, answer] of answers.entries()) {
      const id = some[index]?.url ?? '';
      if (!answer.ok) return answer;
      if (answer.value === null) removed.push(id);
      else if (typeof answer.value === 'string') broken.push({ id, reason: answer.value });
      else put.push(answer.value);
    }
  }
  return ok({ put, removed, broken });
}

/** A page that is gone, closed or no page costs no other one; a site that is down ends the reading. */
async function fetchPage(page: ListedPage, ctx: Context): Fetched<Article | string | null> {
  const request = {
    url: new URL(page.url),
    headers: { Accept: 'text/html' },
    maxBytes: MAX_BYTES,
    page: true,
  };
  const answer = await requestText(request, ctx);
  if (answer.ok) {
    if (!answer.value.changed) return ok('sent nothing');
    const { text, headers } = answer.value;
    if (/\bnoindex\b/i.test(headers.get('x-robots-tag') ?? '')) return ok(null);
    return ok(readPage(text, page, ctx.config.audience));
  }
  switch (answer.error.kind) {
    case 'not-found':
      return ok('is no longer there');
    case 'forbidden':
    case 'unauthorized':
      return ok('may not be read without signing in');
    case 'unexpected-answer':
      return ok('could not be read as a page');
    default:
      return answer;
  }
}

export async function* listIds(ctx: Context): AsyncGenerator<Result<readonly string[], HttpError>> {
  const listing = await listPages(ctx);
  yield listing.ok ? ok(listing.value.pages.map(({ url }) => url)) : listing;
}
