import { toBugFields } from '@/lib/knowledge/bug-fields';
import { toBugStatus } from '@/lib/knowledge/bug-status';
import type { KnownBug } from '@/lib/knowledge/known-bug';
import { LIMITS } from '@/lib/knowledge/record-fields';
import { below } from '@/lib/knowledge/source-config';
import { toLine, toLines, toMoment, toText, toTitle } from '@/lib/knowledge/text/foreign-text';
import type { RedmineIssue, Report } from './schemas';

/** A custom field may hold several values. */
function textsOf({ name, value }: RedmineIssue['custom_fields'][number]): [string, string][] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one): [string, string][] => (typeof one === 'string' ? [[name, one]] : []));
}

/** The pairs among the relations: the one that duplicates, and the one it duplicates. */
function pairsOf({ relations }: Pick<RedmineIssue, 'relations'>): [report: number, original: number][] {
  return relations.flatMap(({ issue_id, issue_to_id, relation_type }): [number, number][] => {
    if (relation_type === 'duplicates') return [[issue_id, issue_to_id]];
    return relation_type === 'duplicated' ? [[issue_to_id, issue_id]] : [];
  });
}

/** Numbers of the issues that tell of this one. */
export function duplicatesOf(issue: Pick<RedmineIssue, 'id' | 'relations'>): number[] {
  return pairsOf(issue).flatMap(([report, original]) => (original === issue.id ? [report] : []));
}

/** Numbers of the issues that this one tells of. */
export function originalsOf(issue: Pick<RedmineIssue, 'id' | 'relations'>): number[] {
  return pairsOf(issue).flatMap(([report, original]) => (report === issue.id ? [original] : []));
}

/** Built from the config and the number alone: an address in an answer is never followed or shown. */
const toIssueUrl = (base: string, id: number) => below(base, `issues/${id}`).href;

export function toKnownBug(
  issue: RedmineIssue,
  base: string,
  reports: ReadonlyMap<number, Report>,
): KnownBug {
  const url = toIssueUrl(base, issue.id);
  const key = `#${issue.id}`;
  const duplicates = duplicatesOf(issue);
  return {
    kind: 'known-bug',
    id: String(issue.id),
    key,
    title: toTitle(issue.subject),
    text: toText(issue.description),
    // Textile or Markdown: the API does not tell which.
    body: null,
    status: toBugStatus(issue.status.name, issue.status.is_closed ?? Boolean(issue.closed_on)),
    statusText: toLine(issue.status.name),
    parts: toLines([issue.category?.name]),
    fixedIn: toLines([issue.fixed_version?.name]),
    ...toBugFields(issue.custom_fields.flatMap(textsOf)),
    reports: duplicates.slice(0, LIMITS.linked).flatMap((id) => {
      const report = reports.get(id);
      if (!report) return [];
      const text = toText(report.description, LIMITS.linkedText);
      return [{ title: toLine(report.subject), text, url: toIssueUrl(base, id) }];
    }),
    reportCount: duplicates.length,
    url,
    createdAt: toMoment(issue.created_on),
    updatedAt: toMoment(issue.updated_on),
    issue: { trackerId: 'redmine', id: String(issue.id), key, url },
  };
}
