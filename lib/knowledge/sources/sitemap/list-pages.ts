import type { HttpError } from '@/lib/http/http-error';
import { requestText } from '@/lib/http/request-text';
import type { Fetched, SourceContext } from '@/lib/knowledge/knowledge-source';
import { toAddress, toMoment } from '@/lib/knowledge/text/foreign-text';
import { findElements, textOf } from '@/lib/knowledge/text/xml-elements';
import { err, ok, type Result } from '@/lib/std/result';
import type { SitemapConfig } from './config';

export type Context = SourceContext<SitemapConfig>;

export interface ListedPage {
  readonly url: string;
  /** As it was written; empty where it is not told. */
  readonly lastmod: string;
  readonly changedAt: number | null;
}

export interface Listing {
  readonly pages: readonly ListedPage[];
  /** Pages that are more than are taken. */
  readonly left: number;
}

/** "No more than 50,000 URLs and no larger than 50 MB": less is enough for what is taken. */
const MAX_BYTES = 20_000_000;
const MAX_SITEMAPS = 50;
const MAX_PAGES = 5_000;

async function fetchSitemap(url: URL, ctx: Context): Fetched<ReturnType<typeof findElements>> {
  const answer = await requestText({ url, maxBytes: MAX_BYTES }, ctx);
  if (!answer.ok) return answer;
  const notOne = err<HttpError>({
    kind: 'unexpected-answer',
    message: `What ${url.host} sent is no sitemap.`,
  });
  if (!answer.value.changed) return notOne;
  const found = findElements(answer.value.text, new Set(['url', 'sitemap']));
  return found.root === 'urlset' || found.root === 'sitemapindex' ? ok(found) : notOne;
}

/** Every page of the sitemap, or of those its index names, in the order of their addresses. Other hosts are left out. */
export async function listPages(ctx: Context): Promise<Result<Listing, HttpError>> {
  const { url: start, folder } = ctx.config;
  const { origin } = new URL(start);
  const pages = new Map<string, ListedPage>();
  const queue = [new URL(start)];
  const known = new Set(queue.map(({ href }) => href));
  for (let url = queue.shift(); url; url = queue.shift()) {
    const sitemap = await fetchSitemap(url, ctx);
    if (!sitemap.ok) return sitemap;
    for (const element of sitemap.value.elements) {
      const address = toAddress(textOf(element, 'loc'), url.href).replace(/#.*$/, '');
      if (!address || new URL(address).origin !== origin) continue;
      if (element.name === 'sitemap') {
        if (known.size < MAX_SITEMAPS && !known.has(address)) queue.push(new URL(address));
        known.add(address);
      } else if (address.length <= 1_000 && new URL(address).pathname.startsWith(folder)) {
        const lastmod = textOf(element, 'lastmod').slice(0, 40);
        pages.set(address, { url: address, lastmod, changedAt: toMoment(lastmod) });
      }
    }
  }
  const all = [...pages.values()].sort((a, b) => (a.url < b.url ? -1 : 1));
  return ok({ pages: all.slice(0, MAX_PAGES), left: Math.max(0, all.length - MAX_PAGES) });
}
