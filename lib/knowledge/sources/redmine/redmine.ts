import type { KnowledgeSource } from '@/lib/knowledge/knowledge-source';
import { toHostName, toHostPattern } from '@/lib/knowledge/source-config';
import { ok } from '@/lib/std/result';
import { cleanLine } from '@/lib/std/text';
import { fetchFilter, fetchIssues, fetchProject, fetchUser } from './api';
import { type RedmineSourceConfig, RedmineSourceSchema } from './config';
import { fetchChanges } from './fetch-changes';
import { listIds } from './list-ids';

/**
 * Redmine 5.0, REST API (redmine.org/projects/redmine/wiki/Rest_Issues): `GET /issues.json` by date of change, key in
 * `X-Redmine-API-Key`. Verified against a real Redmine 5.0.4 with 2,000 issues (tests/servers/redmine-knowledge.spec.ts):
 * first sync, kill and resume, changes, deletions, a bad key, custom fields; linking two issues changes the date of
 * neither. Deletions are seen by listing. `fixtures/issues.json` is recorded.
 */
export const redmineIssues: KnowledgeSource<RedmineSourceConfig> = {
  id: 'redmine',
  name: 'Redmine',
  offers: 'Known bugs from a project’s issues',
  configSchema: RedmineSourceSchema,
  hosts: ({ url }) => [toHostPattern(url)],
  place: ({ url, project = '', trackerName = '' }) =>
    `${toHostName(url)}, project ${project}${trackerName ? `, ${trackerName}` : ''}`,
  fetchChanges,
  listIds,
  async check(ctx) {
    const user = await fetchUser(ctx);
    if (!user.ok) return user;
    const project = await fetchProject(ctx);
    if (!project.ok) return project;
    const filter = await fetchFilter(ctx);
    if (!filter.ok) return filter;
    const issues = await fetchIssues(ctx, { ...filter.value, limit: '1' });
    if (!issues.ok) return issues;
    const { firstname, lastname } = user.value.user;
    const count = issues.value.total_count.toLocaleString('en');
    return ok({
      summary: `Signed in as ${cleanLine(`${firstname} ${lastname}`)}; ${count} issues in ${cleanLine(project.value.project.name)}`,
      warnings: issues.value.total_count === 0 ? ['There is no issue its account may see.'] : [],
    });
  },
};
