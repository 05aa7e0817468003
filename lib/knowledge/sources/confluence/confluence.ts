import type { KnowledgeSource } from '@/lib/knowledge/knowledge-source';
import { toHostName, toHostPattern } from '@/lib/knowledge/source-config';
import { err, ok } from '@/lib/std/result';
import { cleanLine } from '@/lib/std/text';
import { fetchUser, search, toCql } from './api';
import { type ConfluenceConfig, ConfluenceSchema } from './config';
import { fetchChanges, listIds } from './fetch-changes';

/**
 * Confluence Cloud and Data Center 7.9 and later, REST API `content/search` with CQL (developer.atlassian.com, "Advanced
 * searching using CQL", "Content"): pages of some spaces or all. Basic with e-mail address and API token in Cloud, a
 * personal access token in Data Center. Deletions are seen by listing. Documentation only; `fixtures/` follows its
 * examples.
 */
export const confluence: KnowledgeSource<ConfluenceConfig> = {
  id: 'confluence',
  name: 'Confluence',
  offers: 'Articles from the pages of spaces',
  configSchema: ConfluenceSchema,
  hosts: ({ url }) => [toHostPattern(url)],
  place: ({ url, spaces = '' }) => [toHostName(url) || 'Confluence', spaces].filter(Boolean).join(', '),
  fetchChanges,
  listIds,
  async check(ctx) {
    const user = await fetchUser(ctx);
    if (!user.ok) return user;
    if (user.value.type === 'anonymous' || !user.value.displayName) {
      return err({
        kind: 'unauthorized',
        message: 'Confluence takes this token for nobody’s. Make a new one.',
      });
    }
    const pages = await search(ctx, toCql(ctx.config), '', { limit: '1' });
    if (!pages.ok) return pages;
    const { spaces } = ctx.config;
    const where = spaces ? `pages of ${spaces}` : 'pages of all spaces it may see';
    const warnings = pages.value.results.length === 0 ? ['There is no page its account may see.'] : [];
    return ok({ summary: `Signed in as ${cleanLine(user.value.displayName)}; ${where}`, warnings });
  },
};
