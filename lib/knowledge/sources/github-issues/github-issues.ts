import type { KnowledgeSource } from '@/lib/knowledge/knowledge-source';
import { listNumbered, walkNumbered } from '@/lib/knowledge/listing/by-number';
import { toHostName, toHostPattern } from '@/lib/knowledge/source-config';
import { err, ok } from '@/lib/std/result';
import { cleanLine } from '@/lib/std/text';
import { fetchRepository, issueList } from './api';
import { type GitHubIssuesConfig, GitHubIssuesSchema } from './config';

/**
 * GitHub.com and GitHub Enterprise Server, REST API 2022-11-28: docs.github.com/rest/issues/issues, “List repository
 * issues” (`GET /repos/{owner}/{repo}/issues`), “Rate limits for the REST API”. Documentation only; the answers in
 * `fixtures/` follow its examples. Deletions and transfers are seen by listing.
 */
export const githubIssues: KnowledgeSource<GitHubIssuesConfig> = {
  id: 'github-issues',
  name: 'GitHub issues',
  offers: 'Known bugs from a repository’s issues',
  configSchema: GitHubIssuesSchema,
  hosts: ({ url }) => [toHostPattern(url)],
  place: ({ url, repository = '' }) =>
    url && toHostName(url) !== 'api.github.com'
      ? `${repository} on ${toHostName(url)}`
      : repository || 'GitHub',
  fetchChanges: (cursor, ctx) => walkNumbered(cursor, issueList(ctx)),
  listIds: (ctx) => listNumbered(issueList(ctx)),
  async check(ctx) {
    const repository = await fetchRepository(ctx);
    if (!repository.ok) return repository;
    const { full_name, has_issues, open_issues_count } = repository.value.data;
    const name = cleanLine(full_name);
    if (!has_issues) return err({ kind: 'invalid', message: `${name} has its issues switched off.` });
    const issues = await issueList(ctx).fetchPage(null, { page: 1, perPage: 1 });
    if (!issues.ok) return issues;
    const open = open_issues_count.toLocaleString('en');
    return ok({
      summary: `Reads ${name}; ${open} open issues and pull requests`,
      warnings: [
        ...(ctx.config.token ? [] : ['Without a token GitHub answers 60 requests an hour only.']),
        ...(issues.value.items.length === 0 ? ['No issue carries these labels.'] : []),
      ],
    });
  },
};
