import * as z from 'zod/mini';
import type { HttpError } from '@/lib/http/http-error';
import { requestText, type TextAnswer } from '@/lib/http/request-text';
import type { Changes, Fetched, SourceContext } from '@/lib/knowledge/knowledge-source';
import { toShortHash } from '@/lib/knowledge/short-hash';
import { err, ok, type Result } from '@/lib/std/result';
import type { FeedConfig } from './config';
import { type FeedPage, readFeed } from './read-feed';

type Context = SourceContext<FeedConfig>;

/** Older parts that are followed; a feed that goes on is an archive. */
const MAX_PAGES = 20;
/** Items remembered so that nothing is put twice; of more some are put again, which does no harm. */
const MAX_SEEN = 5_000;
const MAX_BYTES = 20_000_000;

const CursorSchema = z.object({
  v: z.literal(1),
  etag: z.nullable(z.string()),
  lastModified: z.nullable(z.string()),
  /** Whether every part of the feed was read once. */
  whole: z.boolean(),
  /** Id and content of each item handed out, as hashes. */
  seen: z.array(z.tuple([z.string(), z.string()])),
});
type Cursor = z.infer<typeof CursorSchema>;
const START: Cursor = { v: 1, etag: null, lastModified: null, whole: false, seen: [] };

function parseCursor(text: string | null): Cursor {
  try {
    const parsed = CursorSchema.safeParse(JSON.parse(text ?? ''));
    return parsed.success ? parsed.data : START;
  } catch {
    return START;
  }
}

export async function fetchFeed(url: URL, known: Partial<Cursor>, ctx: Context): Fetched<TextAnswer> {
  const { etag = null, lastModified = null } = known;
  const headers = { Accept: 'application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5' };
  return requestText({ url, headers, etag, lastModified, maxBytes: MAX_BYTES }, ctx);
}

/** The document as a feed; anything else is told. */
export function parseFeed(text: string, url: URL, ctx: Context): Result<FeedPage, HttpError> {
  const page = readFeed(text, url.href, ctx.config.audience);
  return page
    ? ok(page)
    : err({ kind: 'unexpected-answer', message: `What ${url.host} sent is no Atom or RSS feed.` });
}

/**
 * What is new in the feed, part by part until nothing in a part is new; items that fell off it are kept. The tag of the first part is remembered only once every part
 * is read, so that a sync that broke off reads them again.
 */
export async function* fetchChanges(
  from: string | null,
  ctx: Context,
): AsyncGenerator<Result<Changes, HttpError>> {
  const cursor = parseCursor(from);
  const seen = new Map(cursor.seen);
  const visited = new Set<string>();
  let url = new URL(ctx.config.url);
  let known: Pick<Cursor, 'etag' | 'lastModified'> = cursor;
  for (let page = 0; ; page += 1) {
    visited.add(url.href);
    const answer = await fetchFeed(url, page === 0 ? cursor : {}, ctx);
    if (!answer.ok) {
      yield answer;
      return;
    }
    if (!answer.value.changed) {
      yield ok({ put: [], removed: [], broken: [], cursor: JSON.stringify(cursor), total: 0 });
      return;
    }
    const { text, headers } = answer.value;
    const feed = parseFeed(text, url, ctx);
    if (!feed.ok) {
      yield feed;
      return;
    }
    if (page === 0) known = { etag: headers.get('etag'), lastModified: headers.get('last-modified') };
    const fresh = feed.value.put.filter((article) => {
      const id = toShortHash(article.id);
      const content = toShortHash(JSON.stringify(article));
      if (seen.get(id) === content) return false;
      seen.delete(id);
      seen.set(id, content);
      return true;
    });
    const { next } = feed.value;
    const isOlderPart = next !== '' && !visited.has(next) && new URL(next).origin === url.origin;
    const goesOn = isOlderPart && page + 1 < MAX_PAGES && (fresh.length > 0 || !cursor.whole);
    yield ok({
      put: fresh,
      removed: [],
      broken: feed.value.broken,
      cursor: JSON.stringify({
        ...START,
        ...(goesOn ? { whole: cursor.whole } : { ...known, whole: true }),
        seen: [...seen].slice(-MAX_SEEN),
      }),
      total: null,
    });
    if (!goesOn) return;
    url = new URL(next);
  }
}
