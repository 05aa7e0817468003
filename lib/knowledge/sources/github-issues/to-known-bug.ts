import { toBugFields } from '@/lib/knowledge/bug-fields';
import { toBugStatus } from '@/lib/knowledge/bug-status';
import { readLabels } from '@/lib/knowledge/issue-labels';
import type { KnownBug } from '@/lib/knowledge/known-bug';
import { toSections, withoutComments } from '@/lib/knowledge/markdown/sections';
import { LIMITS } from '@/lib/knowledge/record-fields';
import { toBody, toLine, toLines, toMoment, toText, toTitle } from '@/lib/knowledge/text/foreign-text';
import type { GitHubIssue } from './schemas';

function toStatus(issue: GitHubIssue, labels: readonly string[]): KnownBug['status'] {
  const closed = issue.state === 'closed';
  if (closed && issue.state_reason === 'completed') return 'fixed';
  // Issues closed before 2022 have no reason, only labels such as `wontfix`.
  return toBugStatus([issue.state_reason ?? '', ...labels].join(' '), closed);
}

/** The page of the issue, built from the config and the number: an address in an answer is never followed or shown. */
function toPageUrl(api: string, repository: string, number: number): string {
  const { protocol, host } = new URL(api);
  return `${protocol}//${host === 'api.github.com' ? 'github.com' : host}/${repository}/issues/${number}`;
}

/** Null for a pull request. */
export function toKnownBug(
  issue: GitHubIssue,
  { url, repository }: { url: string; repository: string },
): KnownBug | null {
  if (issue.pull_request) return null;
  const labels = toLines(issue.labels.map((label) => (typeof label === 'string' ? label : label.name)));
  const { parts, versions, work } = readLabels(labels);
  const body = withoutComments((issue.body ?? '').slice(0, LIMITS.body));
  const fields = toBugFields(toSections(body));
  return {
    kind: 'known-bug',
    id: String(issue.number),
    key: `#${issue.number}`,
    title: toTitle(issue.title),
    text: toText(body),
    body: toBody('markdown', body),
    status: toStatus(issue, work),
    statusText: toLine((issue.state_reason ?? issue.state).replace(/_/g, ' ')),
    parts,
    ...fields,
    versions: toLines([...versions, ...fields.versions]),
    fixedIn: toLines([issue.milestone?.title]),
    reports: [],
    // People who met it too say so with a thumb.
    reportCount: issue.reactions?.['+1'] ?? 0,
    url: toPageUrl(url, repository, issue.number),
    createdAt: toMoment(issue.created_at),
    updatedAt: toMoment(issue.updated_at),
    issue: null,
  };
}
