import type { KnowledgeSource } from '@/lib/knowledge/knowledge-source';
import { toHostName, toHostPattern } from '@/lib/knowledge/source-config';
import { ok } from '@/lib/std/result';
import { cleanLine } from '@/lib/std/text';
import { fetchMyself } from './api';
import { type JiraSourceConfig, JiraSourceSchema } from './config';
import { fetchChanges } from './fetch-changes';
import { listIds } from './list-ids';
import { search } from './search';

/**
 * Jira Cloud, REST API v3: developer.atlassian.com/cloud/jira/platform/rest/v3, “Issue search” (`GET /search/jql`, pages
 * by token, no total). Jira Data Center and Server, REST API v2: docs.atlassian.com/software/jira/docs/api/REST, “Search”
 * (`GET /search`, pages by offset). Documentation only; the answers in `fixtures/` follow its examples. Deletions, and
 * issues that no longer fit the query, are seen by listing.
 */
export const jira: KnowledgeSource<JiraSourceConfig> = {
  id: 'jira',
  name: 'Jira',
  offers: 'Known bugs from the issues that a JQL query finds',
  configSchema: JiraSourceSchema,
  hosts: ({ url }) => [toHostPattern(url)],
  place: ({ url, jql = '' }) => `${toHostName(url) || 'Jira'}: ${cleanLine(jql)}`,
  fetchChanges,
  listIds,
  async check(ctx) {
    const myself = await fetchMyself(ctx);
    if (!myself.ok) return myself;
    const found = await search({ jql: ctx.config.jql, fields: ['id'], most: 1, position: '' }, ctx);
    if (!found.ok) return found;
    const { items, total } = found.value;
    const count = total === null ? '' : `; ${total.toLocaleString('en')} issues`;
    return ok({
      summary: `Signed in as ${cleanLine(myself.value.displayName)}${count}`,
      warnings: items.length === 0 ? ['The query finds no issue that the account may see.'] : [],
    });
  },
};
