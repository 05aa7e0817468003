import { isRecord, jsonReply, readJsonObject, type SiteReply, type SiteRequest } from './site-server';
import { queryIssues, searchIssues } from './tracker-query';
import {
  categories,
  customFields,
  type DemoIssue,
  priorities,
  project,
  statuses,
  type TrackerUser,
  trackers,
  trackerUsers,
} from './tracker-records';
import type { TrackerStore } from './tracker-store';

const uploadLimit = 5 * 1024 * 1024;

/**
 * Redmine's REST API. Two habits of the real one are traps on purpose: a wrong key makes reading
 * lists anonymous (200 and nothing in them), and dates carry seconds only.
 */
export function answerTrackerApi(request: SiteRequest, store: TrackerStore, url: string): SiteReply {
  const { method, path, headers, query } = request;
  const key = headers['x-redmine-api-key'] ?? query.get('key') ?? '';
  const user = trackerUsers.find(({ apiKey }) => apiKey === key);
  if (method === 'OPTIONS') return empty(404);
  if (method === 'GET') {
    const open = answerAnyone(request, store, user, url);
    if (open) return open;
  }
  if (!user) return unauthorized();
  const issueId = /^\/issues\/(\d+)\.json$/.exec(path)?.[1];
  if (issueId !== undefined) return answerIssue(request, store, user, Number(issueId), url);
  switch (`${method} ${path}`) {
    case 'POST /issues.json':
      return createIssue(request, store, user, url);
    case 'POST /uploads.json':
      return createUpload(request, store, user);
    case 'GET /users/current.json':
      return jsonReply(200, { user: toUserJson(user) });
    case 'GET /custom_fields.json':
      return user.admin ? jsonReply(200, { custom_fields: customFields.map(toCustomFieldJson) }) : empty(403);
    case 'GET /projects/app.json':
    case 'GET /projects/1.json':
      return jsonReply(200, { project: toProjectJson(query) });
    case 'GET /projects/app/memberships.json':
    case 'GET /projects/1/memberships.json':
      return jsonReply(200, {
        memberships: trackerUsers.map(({ id, name }) => ({
          id,
          project: toName(project),
          user: { id, name },
        })),
        ...paging(query, trackerUsers.length),
      });
    default:
      return empty(404);
  }
}

/** What Redmine answers with 200 whoever asks. */
function answerAnyone(
  { path, query }: SiteRequest,
  store: TrackerStore,
  user: TrackerUser | undefined,
  url: string,
): SiteReply | undefined {
  switch (path) {
    case '/issues.json':
    case '/projects/app/issues.json': {
      const found = user ? queryIssues(store.issues, query, user.id) : [];
      const { offset, limit } = paging(query, 0);
      const page = found.slice(offset, offset + limit).map((issue) => toIssueJson(issue, query, url, false));
      return jsonReply(200, { issues: page, ...paging(query, found.length) });
    }
    case '/search.json': {
      const found = user ? searchIssues(store.issues, query) : [];
      const { offset, limit } = paging(query, 0);
      const page = found.slice(offset, offset + limit).map((issue) => ({
        id: issue.id,
        title: `${issue.tracker.name} #${issue.id} (${issue.status.name}): ${issue.subject}`,
        type: issue.status.isClosed ? 'issue-closed' : 'issue',
        url: `${url}/issues/${issue.id}`,
        description: issue.description,
        datetime: toStamp(issue.createdAt),
      }));
      return jsonReply(200, { results: page, ...paging(query, found.length) });
    }
    case '/projects.json':
      return jsonReply(200, { projects: user ? [toProjectJson(query)] : [], ...paging(query, user ? 1 : 0) });
    case '/trackers.json':
      return jsonReply(200, {
        trackers: trackers.map((tracker) => ({ ...tracker, default_status: { id: 1, name: 'New' } })),
      });
    case '/issue_statuses.json':
      return jsonReply(200, { issue_statuses: statuses.map(toStatusJson) });
    case '/enumerations/issue_priorities.json':
      return jsonReply(200, {
        issue_priorities: priorities.map((entry) => ({ ...entry, is_default: entry.id === 2, active: true })),
      });
    default:
      return undefined;
  }
}

function answerIssue(
  request: SiteRequest,
  store: TrackerStore,
  user: TrackerUser,
  id: number,
  url: string,
): SiteReply {
  const issue = store.issue(id);
  if (!issue) return empty(404);
  if (request.method === 'GET')
    return jsonReply(200, { issue: toIssueJson(issue, request.query, url, true) });
  if (request.method !== 'PUT') return empty(404);
  const input = readJsonObject(request);
  if (!input) return empty(400);
  const errors = store.update(issue, isRecord(input.issue) ? input.issue : {}, user);
  return errors.length > 0 ? jsonReply(422, { errors }) : empty(204);
}

function createIssue(request: SiteRequest, store: TrackerStore, user: TrackerUser, url: string): SiteReply {
  const input = readJsonObject(request);
  if (!input) return empty(400);
  const fields = isRecord(input.issue) ? input.issue : {};
  const wanted = String(fields.project_id ?? '');
  if (wanted === '') return jsonReply(422, { errors: ['Project cannot be blank'] });
  if (wanted !== project.identifier && wanted !== String(project.id)) return empty(404);
  const issue = store.create(fields, user);
  if (Array.isArray(issue)) return jsonReply(422, { errors: issue });
  const location = `${url}/issues/${issue.id}`;
  return jsonReply(
    201,
    { issue: toIssueJson(issue, new URLSearchParams(), url, false) },
    { Location: location },
  );
}

function createUpload(request: SiteRequest, store: TrackerStore, user: TrackerUser): SiteReply {
  const { headers, query, body } = request;
  if (!(headers['content-type'] ?? '').startsWith('application/octet-stream')) return empty(400);
  if (body.length > uploadLimit) {
    const sentence = 'This file cannot be uploaded because it exceeds the maximum allowed file size (5 MB)';
    return jsonReply(422, { errors: [sentence] });
  }
  const filename = query.get('filename') ?? 'file';
  const contentType = query.get('content_type') ?? 'application/octet-stream';
  return jsonReply(201, { upload: store.upload({ filename, contentType, bytes: body }, user) });
}

function empty(status: number): SiteReply {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8' } };
}

/** Basic is what makes a browser show its own login dialogue when credentials are not omitted. */
function unauthorized(): SiteReply {
  return { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="Redmine API"' } };
}

function paging(query: URLSearchParams, total: number) {
  const limit = Math.min(100, Number(query.get('limit')) || 25);
  return { total_count: total, offset: Math.max(0, Number(query.get('offset')) || 0), limit };
}

export function toStamp(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

function toName({ id, name }: { id: number; name: string }) {
  return { id, name };
}

function toStatusJson({ id, name, isClosed }: { id: number; name: string; isClosed: boolean }) {
  return { id, name, is_closed: isClosed };
}

function toUserJson({ id, name, login, admin, apiKey }: TrackerUser) {
  const [firstname = '', lastname = ''] = name.split(' ');
  return { id, login, admin, firstname, lastname, created_on: '2026-01-05T08:00:00Z', api_key: apiKey };
}

function toCustomFieldJson({ id, name, values }: (typeof customFields)[number]) {
  return {
    id,
    name,
    customized_type: 'issue',
    field_format: values ? 'list' : 'string',
    is_required: false,
    is_filter: true,
    searchable: id === 1,
    multiple: false,
    visible: true,
    ...(values && { possible_values: values.map((value) => ({ value, label: value })) }),
    trackers,
  };
}

function toProjectJson(query: URLSearchParams) {
  const include = (query.get('include') ?? '').split(',');
  return {
    ...project,
    description: '',
    status: 1,
    is_public: false,
    created_on: '2026-01-05T08:00:00Z',
    updated_on: '2026-01-05T08:00:00Z',
    ...(include.includes('trackers') && { trackers }),
    ...(include.includes('issue_categories') && { issue_categories: categories }),
  };
}

function toIssueJson(issue: DemoIssue, query: URLSearchParams, url: string, isSingle: boolean) {
  const include = (query.get('include') ?? '').split(',');
  return {
    id: issue.id,
    project: toName(project),
    tracker: toName(issue.tracker),
    status: toStatusJson(issue.status),
    priority: toName(issue.priority),
    author: issue.author,
    ...(issue.assignee && { assigned_to: issue.assignee }),
    ...(issue.category && { category: issue.category }),
    subject: issue.subject,
    description: issue.description,
    start_date: issue.startDate,
    due_date: issue.dueDate,
    done_ratio: 0,
    is_private: issue.isPrivate,
    estimated_hours: null,
    custom_fields: customFields.map(({ id, name }) => ({
      id,
      name,
      value: issue.customFields.get(id) ?? '',
    })),
    created_on: toStamp(issue.createdAt),
    updated_on: toStamp(issue.updatedAt),
    closed_on: issue.closedAt ? toStamp(issue.closedAt) : null,
    ...(include.includes('attachments') && {
      attachments: issue.attachments.map((file) => ({
        id: file.id,
        filename: file.filename,
        filesize: file.bytes.length,
        content_type: file.contentType,
        description: file.description,
        content_url: `${url}/attachments/download/${file.id}/${encodeURIComponent(file.filename)}`,
        author: file.author,
        created_on: toStamp(file.createdAt),
      })),
    }),
    // Redmine shows journals for a single issue only.
    ...(isSingle && include.includes('journals') && { journals: issue.journals.map(toJournalJson) }),
    ...(isSingle && include.includes('allowed_statuses') && { allowed_statuses: statuses.map(toStatusJson) }),
  };
}

function toJournalJson(journal: DemoIssue['journals'][number]) {
  return {
    id: journal.id,
    user: journal.author,
    notes: journal.notes,
    created_on: toStamp(journal.createdAt),
    private_notes: journal.isPrivate,
    details: journal.details.map(({ name, oldValue, newValue }) => ({
      property: name.startsWith('cf:') ? 'cf' : 'attr',
      name: name.replace('cf:', ''),
      old_value: oldValue,
      new_value: newValue,
    })),
  };
}
