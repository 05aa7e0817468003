import type { DemoIssue } from './tracker-records';

/** `GET /issues.json` filters in Redmine's short form: `cf_1=x`, `updated_on=>=2026-…`, `subject=~word`. */
export function queryIssues(issues: readonly DemoIssue[], query: URLSearchParams, me: number): DemoIssue[] {
  const found = issues.filter((issue) => {
    if (!fitsStatus(issue, query.get('status_id'))) return false;
    return [...query].every(([name, wanted]) => fitsFilter(issue, name, wanted, me));
  });
  return sortIssues(found, query.get('sort') ?? 'id:desc');
}

/** Without the filter Redmine lists open issues only: the trap of every "is it there already?". */
function fitsStatus(issue: DemoIssue, wanted: string | null): boolean {
  if (wanted === '*') return true;
  if (wanted === null || wanted === '' || wanted === 'open' || wanted === 'o') return !issue.status.isClosed;
  if (wanted === 'closed' || wanted === 'c') return issue.status.isClosed;
  return wanted.split(/[|,]/).includes(String(issue.status.id));
}

function fitsFilter(issue: DemoIssue, name: string, wanted: string, me: number): boolean {
  const custom = /^cf_(\d+)$/.exec(name)?.[1];
  if (custom !== undefined) return fitsText(issue.customFields.get(Number(custom)) ?? '', wanted);
  switch (name) {
    case 'issue_id':
      return wanted.split(',').includes(String(issue.id));
    case 'project_id':
      return wanted === '1' || wanted === 'app';
    case 'tracker_id':
      return fitsId(issue.tracker.id, wanted);
    case 'priority_id':
      return fitsId(issue.priority.id, wanted);
    case 'category_id':
      return fitsId(issue.category?.id, wanted);
    case 'author_id':
      return fitsId(issue.author.id, wanted === 'me' ? String(me) : wanted);
    case 'assigned_to_id':
      return fitsId(issue.assignee?.id, wanted === 'me' ? String(me) : wanted);
    case 'subject':
      return fitsText(issue.subject, wanted);
    case 'description':
      return fitsText(issue.description, wanted);
    case 'updated_on':
      return fitsDate(issue.updatedAt, wanted);
    case 'created_on':
      return fitsDate(issue.createdAt, wanted);
    case 'due_date':
      return issue.dueDate !== null && fitsDate(new Date(issue.dueDate), wanted);
    default:
      // Unknown names, as well as sort, limit and offset, filter nothing.
      return true;
  }
}

function fitsId(id: number | undefined, wanted: string): boolean {
  if (wanted === '*') return id !== undefined;
  if (wanted === '!*') return id === undefined;
  return wanted.split('|').includes(String(id));
}

function fitsText(text: string, wanted: string): boolean {
  if (wanted === '*') return text !== '';
  if (wanted === '!*') return text === '';
  if (!wanted.startsWith('~')) return wanted.split('|').includes(text);
  const lower = text.toLowerCase();
  const words = wanted.slice(1).toLowerCase().split(/\s+/);
  return words.every((word) => lower.includes(word));
}

function fitsDate(date: Date, wanted: string): boolean {
  const [, operator = '=', value = ''] = /^(>=|<=|><)?(.*)$/s.exec(wanted) ?? [];
  const [from = '', to = from] = value.split('|');
  const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
  const start = Date.parse(from);
  const end = Date.parse(to) + (isDay(to) ? 86_399_999 : 0);
  const time = date.getTime();
  switch (operator) {
    case '>=':
      return time >= start;
    case '<=':
      return time <= Date.parse(from) + (isDay(from) ? 86_399_999 : 0);
    default:
      return time >= start && time <= end;
  }
}

function sortIssues(issues: DemoIssue[], sort: string): DemoIssue[] {
  const keys = sort.split(',').map((part) => part.split(':'));
  return issues.sort((a, b) => {
    for (const [name = 'id', direction] of keys) {
      const order = sortValue(a, name) - sortValue(b, name);
      if (order !== 0) return direction === 'desc' ? -order : order;
    }
    return b.id - a.id;
  });
}

function sortValue(issue: DemoIssue, name: string): number {
  switch (name) {
    case 'updated_on':
      return issue.updatedAt.getTime();
    case 'created_on':
      return issue.createdAt.getTime();
    case 'priority':
      return issue.priority.id;
    case 'status':
      return issue.status.id;
    case 'due_date':
      return issue.dueDate === null ? Number.MAX_SAFE_INTEGER : Date.parse(issue.dueDate);
    default:
      return issue.id;
  }
}

/** `/search.json`: all words, in subject, description, notes or a searchable custom field. */
export function searchIssues(issues: readonly DemoIssue[], query: URLSearchParams): DemoIssue[] {
  const words = (query.get('q') ?? '').toLowerCase().match(/"[^"]+"|\S+/g) ?? [];
  // Redmine passes over words of one letter and looks at five at most.
  const wanted = words.map((word) => word.replaceAll('"', '')).filter((word) => word.length > 1);
  if (wanted.length === 0) return [];
  const onlyTitles = query.get('titles_only') === '1';
  return [...issues].reverse().filter((issue) => {
    if (query.get('open_issues') === '1' && issue.status.isClosed) return false;
    const texts = onlyTitles
      ? [issue.subject]
      : [
          issue.subject,
          issue.description,
          ...issue.customFields.values(),
          ...issue.journals.filter(({ isPrivate }) => !isPrivate).map(({ notes }) => notes),
        ];
    return wanted.slice(0, 5).every((word) => texts.some((text) => text.toLowerCase().includes(word)));
  });
}
