import { err, ok, type Result } from '@/lib/std/result';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { LIMITS } from '@/lib/ticket/limits';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import {
  AnyAnswer,
  CommentsAnswer,
  type JiraComment,
  type JiraRequestComment,
  RequestCommentsAnswer,
} from './answers';

/** Where one Jira answers. */
export interface Site {
  /** Origin and context path, without a slash at the end. */
  readonly root: string;
  /** Address of the platform API: version 3 in Cloud, 2 in Data Center, which has no other. */
  readonly api: string;
  readonly serviceDesk: string;
  readonly isCloud: boolean;
}

export function toSite(url: URL, basePath = url.pathname.replace(/\/+$/, '')): Site {
  const isCloud = /\.(?:atlassian\.net|jira\.com)$/.test(url.hostname);
  const root = url.origin + basePath;
  // A Cloud site under a domain of its own answers version 2 as well.
  return {
    root,
    api: `${root}/rest/api/${isCloud ? 3 : 2}`,
    serviceDesk: `${root}/rest/servicedeskapi`,
    isCloud,
  };
}

/** Older Data Centers answer parts of the service desk API with this header only. */
export const OPT_IN = { 'X-ExperimentalApi': 'opt-in' } as const;

/** Jira says 404 to a stranger as to an agent without the right: only asking who one is tells them apart. */
export async function explain(desk: Desk, site: Site, error: ReadError): Promise<ReadError> {
  if (error.kind !== 'not-found') return error;
  const me = await fetchJson(desk, `${site.api}/myself`, AnyAnswer);
  return me.ok || me.error.kind !== 'logged-out' ? error : me.error;
}

const PAGE_SIZE = 100;

/** All comments, oldest first; `total` may be more than what is read of a very long issue. */
export async function fetchComments(
  desk: Desk,
  site: Site,
  key: string,
): Promise<Result<{ comments: JiraComment[]; total: number }, ReadError>> {
  const pageAt = (start: number) =>
    fetchJson(
      desk,
      `${site.api}/issue/${key}/comment?startAt=${start}&maxResults=${PAGE_SIZE}&orderBy=created&expand=renderedBody,properties`,
      CommentsAnswer,
    );
  const first = await pageAt(0);
  if (!first.ok) return first;
  const { comments } = first.value.data;
  const total = Number(first.value.data.total) || comments.length;
  // The desk may give fewer at once than it was asked for.
  const size = comments.length;
  const rest = [];
  for (let at = size; size > 9 && at < Math.min(total, LIMITS.messages); at += size) rest.push(pageAt(at));
  for (const page of await Promise.all(rest)) {
    if (!page.ok) return page;
    comments.push(...page.value.data.comments);
  }
  return ok({ comments, total });
}

/** Comments of a service request, the public or the internal ones. */
export async function fetchRequestComments(
  desk: Desk,
  site: Site,
  key: string,
  isPublic: boolean,
): Promise<Result<JiraRequestComment[], ReadError>> {
  const all: JiraRequestComment[] = [];
  while (all.length < LIMITS.messages) {
    const page = await fetchJson(
      desk,
      `${site.serviceDesk}/request/${key}/comment?public=${isPublic}&internal=${!isPublic}&start=${all.length}&limit=${PAGE_SIZE}`,
      RequestCommentsAnswer,
      { headers: OPT_IN, cache: 'no-store' },
    );
    if (!page.ok) return page;
    const { values, isLastPage } = page.value.data;
    all.push(...values);
    if (isLastPage === true || values.length === 0) return ok(all);
  }
  return err({ kind: 'too-large', detail: 'The ticket has too many comments.' });
}
