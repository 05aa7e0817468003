import type { KnowledgeSource } from '@/lib/knowledge/knowledge-source';
import { checkRepository, listFiles, walkRepository } from '@/lib/knowledge/listing/walk-repository';
import { toHostPattern } from '@/lib/knowledge/source-config';
import { ok } from '@/lib/std/result';
import { openRepository } from './api';
import { type GitHubFilesConfig, GitHubFilesSchema, toApiBase } from './config';
import { saveArticle } from './save-article';

/**
 * GitHub.com and GitHub Enterprise Server, REST API 2022-11-28 (docs.github.com, "REST API endpoints for Git trees",
 * "… Git blobs", "… commits", "… repository contents", "… pulls"): the Markdown files of a branch. First the recursive
 * tree, then comparisons of commits. Documentation only; answers in `fixtures/` follow its examples.
 */
export const gitHubFiles: KnowledgeSource<GitHubFilesConfig> = {
  id: 'github-files',
  name: 'GitHub files',
  offers: 'Articles and feature cards from the Markdown files of a repository',
  configSchema: GitHubFilesSchema,
  hosts: ({ url }) => [toHostPattern(toApiBase(url))],
  place: ({ repository = '', folder = '' }) => (folder ? `${repository}, ${folder}` : repository) || 'GitHub',
  fetchChanges: (cursor, ctx) => walkRepository(cursor, openRepository(ctx)),
  listIds: (ctx) => listFiles(openRepository(ctx)),
  async check(ctx) {
    const report = await checkRepository(openRepository(ctx), ctx.config.repository);
    if (!report.ok || ctx.config.token) return report;
    const limit = 'Without a token GitHub allows 60 requests an hour, one for each file.';
    return ok({ ...report.value, warnings: [...report.value.warnings, limit] });
  },
  saveArticle,
};
