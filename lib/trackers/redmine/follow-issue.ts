import { err, ok } from '@/lib/std/result';
import { cleanLine } from '@/lib/std/text';
import type { IssueRef, IssueState } from '@/lib/trackers/new-issue';
import type { Delivered } from '@/lib/trackers/tracker';
import { type Context, fetchIssue, fetchIssues, fetchUser } from './api';
import { type RedmineConfig, toIssueRef } from './config';
import type { RedmineIssue } from './schemas';

const PAGE = 100;
/** Issues that change while we page move to the end and let others slip over the border, so pages overlap. */
const OVERLAP = 5;
const MAX_PAGES = 100;

function toState(issue: RedmineIssue, config: RedmineConfig): IssueState | null {
  const updatedAt = Date.parse(issue.updated_on);
  if (Number.isNaN(updatedAt)) return null;
  return {
    ref: toIssueRef(config, issue.id),
    title: cleanLine(issue.subject),
    status: cleanLine(issue.status.name),
    closed: issue.status.is_closed ?? Boolean(issue.closed_on),
    assignee: cleanLine(issue.assigned_to?.name ?? ''),
    dueDate: issue.due_date ?? '',
    updatedAt,
  };
}

const noDate = err({
  kind: 'unexpected-answer',
  message: 'Redmine sent an issue without a readable date.',
} as const);

export async function getIssue(ref: IssueRef, ctx: Context): Delivered<IssueState> {
  const issue = await fetchIssue(ctx, ref.id);
  if (!issue.ok) return issue;
  const state = toState(issue.value, ctx.config);
  return state ? ok(state) : noDate;
}

export async function listChanges(since: number, ctx: Context): Delivered<IssueState[]> {
  // An empty list may mean a bad key.
  const user = await fetchUser(ctx);
  if (!user.ok) return user;
  const from = `${new Date(since).toISOString().slice(0, 19)}Z`;
  const states = new Map<string, IssueState>();
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const known = states.size;
    const answer = await fetchIssues(ctx, {
      project_id: ctx.config.project,
      updated_on: `>=${from}`,
      sort: 'updated_on:asc,id:asc',
      limit: String(PAGE),
      offset: String(page * (PAGE - OVERLAP)),
    });
    if (!answer.ok) return answer;
    for (const issue of answer.value.issues) {
      const state = toState(issue, ctx.config);
      if (!state) return noDate;
      states.set(state.ref.id, state);
    }
    // A server that lies about its total, or repeats a page, ends the loop by bringing nothing new.
    if (states.size === known || answer.value.issues.length < PAGE) break;
  }
  return ok(
    [...states.values()]
      .filter((state) => state.updatedAt >= since - 999)
      .sort((a, b) => a.updatedAt - b.updatedAt),
  );
}
