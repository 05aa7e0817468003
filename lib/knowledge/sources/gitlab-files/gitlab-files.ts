import type { KnowledgeSource } from '@/lib/knowledge/knowledge-source';
import { checkRepository, listFiles, walkRepository } from '@/lib/knowledge/listing/walk-repository';
import { toHostName, toHostPattern } from '@/lib/knowledge/source-config';
import { openRepository } from './api';
import { type GitLabFilesConfig, GitLabFilesSchema } from './config';
import { saveArticle } from './save-article';

/**
 * GitLab.com and self-managed GitLab 13 and later, REST API v4 (docs.gitlab.com/api: "Repositories", "Repository files",
 * "Commits", "Merge requests", "Issues"): the Markdown files of a branch. First the recursive tree, then comparisons of
 * commits. Documentation only; answers in `fixtures/` follow its examples.
 */
export const gitLabFiles: KnowledgeSource<GitLabFilesConfig> = {
  id: 'gitlab-files',
  name: 'GitLab files',
  offers: 'Articles and feature cards from the Markdown files of a project',
  configSchema: GitLabFilesSchema,
  hosts: ({ url }) => [toHostPattern(url)],
  place: ({ url, project = '', folder = '' }) =>
    [`${toHostName(url)} ${project}`.trim() || 'GitLab', folder].filter(Boolean).join(', '),
  fetchChanges: (cursor, ctx) => walkRepository(cursor, openRepository(ctx)),
  listIds: (ctx) => listFiles(openRepository(ctx)),
  check: (ctx) => checkRepository(openRepository(ctx), ctx.config.project),
  saveArticle,
};
