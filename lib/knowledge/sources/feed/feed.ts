import type { KnowledgeSource } from '@/lib/knowledge/knowledge-source';
import { toHostName, toHostPattern } from '@/lib/knowledge/source-config';
import { err, ok } from '@/lib/std/result';
import { type FeedConfig, FeedSchema } from './config';
import { fetchChanges, fetchFeed, parseFeed } from './fetch-changes';

/**
 * Atom 1.0 (RFC 4287), RSS 2.0 (rssboard.org/rss-specification) and RSS 1.0 (web.resource.org/rss/1.0/spec), paged feeds
 * (RFC 5005): any address without a login. Asks with ETag and Last-Modified. Items that fell off the feed are kept, so
 * nothing is ever deleted. Documentation only; `fixtures/` follows the examples of the specifications.
 */
export const feed: KnowledgeSource<FeedConfig> = {
  id: 'feed',
  name: 'Atom or RSS feed',
  offers: 'Articles from a feed, such as release notes or a status page',
  configSchema: FeedSchema,
  hosts: ({ url }) => [toHostPattern(url)],
  place: ({ url }) =>
    url ? `${toHostName(url)}${URL.canParse(url) ? new URL(url).pathname : ''}` : 'a feed',
  fetchChanges,
  async check(ctx) {
    const url = new URL(ctx.config.url);
    const answer = await fetchFeed(url, {}, ctx);
    if (!answer.ok) return answer;
    if (!answer.value.changed)
      return err({ kind: 'unexpected-answer', message: `${url.host} sent no feed.` });
    const page = parseFeed(answer.value.text, url, ctx);
    if (!page.ok) return page;
    const { length } = page.value.put;
    return ok({
      summary: `A feed of ${length} items`,
      warnings: length === 0 ? ['There is no item in it yet.'] : [],
    });
  },
};
