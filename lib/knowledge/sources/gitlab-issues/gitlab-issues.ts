import type { KnowledgeSource } from '@/lib/knowledge/knowledge-source';
import { listNumbered, walkNumbered } from '@/lib/knowledge/listing/by-number';
import { toHostName, toHostPattern } from '@/lib/knowledge/source-config';
import { ok } from '@/lib/std/result';
import { cleanLine } from '@/lib/std/text';
import { fetchProject, issueList } from './api';
import { type GitLabIssuesConfig, GitLabIssuesSchema } from './config';

/**
 * GitLab.com and self-managed GitLab, REST API v4: docs.gitlab.com/api/issues, “List project issues”
 * (`GET /projects/:id/issues`), docs.gitlab.com/api/rest, “Pagination”. Documentation only; the answers in `fixtures/`
 * follow its examples. Deleted and moved issues are seen by listing.
 */
export const gitlabIssues: KnowledgeSource<GitLabIssuesConfig> = {
  id: 'gitlab-issues',
  name: 'GitLab issues',
  offers: 'Known bugs from a project’s issues',
  configSchema: GitLabIssuesSchema,
  hosts: ({ url }) => [toHostPattern(url)],
  place: ({ url, project = '' }) => `${toHostName(url) || 'GitLab'}, project ${project}`,
  fetchChanges: (cursor, ctx) => walkNumbered(cursor, issueList(ctx)),
  listIds: (ctx) => listNumbered(issueList(ctx)),
  async check(ctx) {
    const project = await fetchProject(ctx);
    if (!project.ok) return project;
    const issues = await issueList(ctx).fetchPage(null, { page: 1, perPage: 1 });
    if (!issues.ok) return issues;
    const count = issues.value.total?.toLocaleString('en') ?? 'more than 10,000';
    return ok({
      summary: `Reads ${cleanLine(project.value.data.path_with_namespace)}; ${count} issues`,
      warnings:
        issues.value.items.length === 0 ? ['There is no issue that may be seen with these settings.'] : [],
    });
  },
};
