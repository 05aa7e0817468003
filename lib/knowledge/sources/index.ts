import { type AnySource, toAnySource } from './any-source';
import { confluence } from './confluence/confluence';
import { feed } from './feed/feed';
import { gitHubFiles } from './github-files/github-files';
import { githubIssues } from './github-issues/github-issues';
import { gitLabFiles } from './gitlab-files/gitlab-files';
import { gitlabIssues } from './gitlab-issues/gitlab-issues';
import { jira } from './jira/jira';
import { knowledgePack } from './knowledge-pack/knowledge-pack';
import { redmineIssues } from './redmine/redmine';
import { sitemap } from './sitemap/sitemap';
import { zendeskHelpCenter } from './zendesk-help-center/zendesk-help-center';

/** Every knowledge source there is. A new one is its folder and a line here. */
export const sources: readonly AnySource[] = [
  toAnySource(jira),
  toAnySource(githubIssues),
  toAnySource(gitlabIssues),
  toAnySource(redmineIssues),
  toAnySource(zendeskHelpCenter),
  toAnySource(confluence),
  toAnySource(gitHubFiles),
  toAnySource(gitLabFiles),
  toAnySource(feed),
  toAnySource(sitemap),
  toAnySource(knowledgePack),
];

export function sourceById(id: string): AnySource | undefined {
  return sources.find((source) => source.id === id);
}

export type { AnySource } from './any-source';
