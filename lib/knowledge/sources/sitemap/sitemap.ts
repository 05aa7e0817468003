import type { KnowledgeSource } from '@/lib/knowledge/knowledge-source';
import { toHostName, toHostPattern } from '@/lib/knowledge/source-config';
import { ok } from '@/lib/std/result';
import { type SitemapConfig, SitemapSchema } from './config';
import { fetchChanges, listIds } from './fetch-changes';
import { listPages } from './list-pages';

/**
 * Sitemaps (sitemaps.org/protocol.html, "Sitemaps XML format", version 0.9), plain or gzip, and indexes of them: public
 * pages of one origin, the main part of each as an article. Pages that ask robots not to index them are left out.
 * Documentation only; `fixtures/` follows the examples of the protocol.
 */
export const sitemap: KnowledgeSource<SitemapConfig> = {
  id: 'sitemap',
  name: 'Website by its sitemap',
  offers: 'Articles from the pages of a public help center or manual',
  configSchema: SitemapSchema,
  hosts: ({ url }) => [toHostPattern(url)],
  place: ({ url, folder = '' }) => [url ? toHostName(url) : 'a website', folder].filter(Boolean).join(', '),
  fetchChanges,
  listIds,
  async check(ctx) {
    const listing = await listPages(ctx);
    if (!listing.ok) return listing;
    const { pages, left } = listing.value;
    const warnings = [
      ...(pages.length === 0 ? ['It names no page of this host.'] : []),
      ...(left > 0
        ? [`${left.toLocaleString('en')} more pages are left out. Narrow it by the beginning of the path.`]
        : []),
    ];
    return ok({ summary: `${pages.length.toLocaleString('en')} pages`, warnings });
  },
};
