import { toBugFields } from '@/lib/knowledge/bug-fields';
import { toBugStatus } from '@/lib/knowledge/bug-status';
import { readLabels } from '@/lib/knowledge/issue-labels';
import type { KnownBug } from '@/lib/knowledge/known-bug';
import { toSections, withoutComments } from '@/lib/knowledge/markdown/sections';
import { LIMITS } from '@/lib/knowledge/record-fields';
import { toBody, toLine, toLines, toMoment, toText, toTitle } from '@/lib/knowledge/text/foreign-text';
import type { GitLabIssue } from './schemas';

/** `workflow::in review` is what such a project calls its status. */
const STATUS_LABEL = /^(?:status|state|workflow|stage)\s*(?:::|:)\s*(.+)$/i;

/** `page` is the address of the project's page. An address in an answer is never followed or shown. */
export function toKnownBug(issue: GitLabIssue, page: string): KnownBug {
  const labels = toLines(issue.labels);
  const { parts, versions, work } = readLabels(labels);
  const body = withoutComments((issue.description ?? '').slice(0, LIMITS.body));
  const fields = toBugFields(toSections(body));
  const closed = issue.state === 'closed';
  const status = labels.flatMap((label) => STATUS_LABEL.exec(label)?.[1] ?? [])[0];
  return {
    kind: 'known-bug',
    id: String(issue.iid),
    key: `#${issue.iid}`,
    title: toTitle(issue.title),
    text: toText(body),
    body: toBody('markdown', body),
    // GitLab keeps no reason for closing: only labels such as `wontfix` tell.
    status: toBugStatus(work.join(' '), closed),
    statusText: closed ? 'closed' : toLine(status ?? 'open'),
    parts,
    ...fields,
    versions: toLines([...versions, ...fields.versions]),
    fixedIn: toLines([issue.milestone?.title]),
    reports: [],
    // People who met it too say so with a thumb.
    reportCount: issue.upvotes,
    url: `${page}/-/issues/${issue.iid}`,
    createdAt: toMoment(issue.created_at),
    updatedAt: toMoment(issue.updated_at),
    issue: null,
  };
}
