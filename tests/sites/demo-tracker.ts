import type { Clock } from './clock';
import type { Fault } from './faults';
import { type SeenRequest, startSiteServer } from './site-server';
import { answerTrackerApi } from './tracker-api';
import { answerTrackerPage } from './tracker-pages';
import { type DemoIssue, project, statuses, type TrackerUser, trackerUsers } from './tracker-records';
import { createTrackerStore } from './tracker-store';

/**
 * A tracker that speaks Redmine 5's REST API (www.redmine.org/projects/redmine/wiki/Rest_api),
 * checked against the answers of a real 5.0.4. It has one project, `app`, and begins empty.
 */
export interface DemoTracker {
  readonly url: string;
  /** Of the bot: may create and comment, may not list custom fields. */
  readonly apiKey: string;
  readonly adminApiKey: string;
  readonly projectId: typeof project.identifier;
  issueUrl(id: number): string;
  /** Live, oldest first. */
  issues(): DemoIssue[];
  /** An issue that was there before, by the tracker's administrator. */
  addIssue(issue: {
    subject: string;
    description?: string;
    severity?: 1 | 2 | 3 | 4;
    sourceTicket?: string;
  }): DemoIssue;
  /** What engineering does. People are named as in `trackerUsers`; without one it is the administrator. */
  addComment(issueId: number, text: string, author?: string): void;
  setStatus(issueId: number, status: (typeof statuses)[number]['name'], author?: string): void;
  assign(issueId: number, to: string, author?: string): void;
  /** `YYYY-MM-DD`, or null to take the promise back. */
  setDueDate(issueId: number, date: string | null, author?: string): void;
  readonly requests: readonly SeenRequest[];
  failNext(fault: Fault): void;
  /** The server is down: connections are refused until `start()`, issues are kept. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export async function startDemoTracker(options: {
  clock: Clock;
  host?: string | undefined;
  port?: number | undefined;
}): Promise<DemoTracker> {
  const store = createTrackerStore(options.clock);
  const server = await startSiteServer({
    ...options,
    handle: (request) =>
      request.path.endsWith('.json') || (request.method !== 'GET' && request.method !== 'HEAD')
        ? answerTrackerApi(request, store, server.url)
        : answerTrackerPage(request.path, store),
  });
  const change = (issueId: number, input: Record<string, unknown>, author?: string) => {
    const issue = store.issue(issueId);
    if (!issue) throw new Error(`No issue ${issueId}`);
    const errors = store.update(issue, input, author ? userNamed(author) : trackerAdministrator());
    if (errors.length > 0) throw new Error(errors.join(' '));
  };
  return {
    url: server.url,
    apiKey: userNamed('Support Bot').apiKey,
    adminApiKey: trackerAdministrator().apiKey,
    projectId: project.identifier,
    issueUrl: (id) => `${server.url}/issues/${id}`,
    issues: () => [...store.issues],
    addIssue: ({ subject, description = '', severity, sourceTicket }) => {
      const fields = [
        { id: 1, value: sourceTicket ?? '' },
        { id: 2, value: severity === undefined ? '' : String(severity) },
      ];
      const issue = store.create({ subject, description, custom_fields: fields }, trackerAdministrator());
      if (Array.isArray(issue)) throw new Error(issue.join(' '));
      return issue;
    },
    addComment: (issueId, text, author) => change(issueId, { notes: text }, author),
    setStatus: (issueId, status, author) => {
      change(issueId, { status_id: statuses.find(({ name }) => name === status)?.id }, author);
    },
    assign: (issueId, to, author) => change(issueId, { assigned_to_id: userNamed(to).id }, author),
    setDueDate: (issueId, date, author) => change(issueId, { due_date: date }, author),
    requests: server.requests,
    failNext: server.failNext,
    stop: server.stop,
    start: server.start,
    close: server.stop,
  };
}

function trackerAdministrator(): TrackerUser {
  return userNamed('Nils Aker');
}

function userNamed(name: string): TrackerUser {
  const user = trackerUsers.find((known) => known.name === name || known.login === name);
  if (!user)
    throw new Error(`No tracker user ${name}; known: ${trackerUsers.map((known) => known.name).join(', ')}`);
  return user;
}
