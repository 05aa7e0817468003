/**
 * GitHub issues, github.com and GitHub Enterprise Server: read from the page, because the API is another origin and
 * wants a token. Pull requests are no tickets (`/issues/N` of one leads to `/pull/N`).
 * Pages: `/OWNER/REPO/issues/N`. Issues are counted by repository, so the repository is the desk.
 * Two sources: the data in the page (`script[data-target="react-app.embeddedData"]`, query `IssueViewerViewQuery`),
 * which tells associations and events, and what the page shows. New comments and those loaded later stand in the
 * latter alone, and some pages carry no data, so that what is missing in the one is taken from the other.
 * Sources: markup and data as public tools read them (refined-github source/github-helpers, several extractors of 2025
 * and 2026); names of fields as in docs.github.com "GraphQL API → Issue, IssueComment". Verified by fixtures written
 * after these; no real page was read. Not verified: the badge of an author in the React viewer.
 * The comment box likewise: see insert-reply.ts.
 * No notes: every comment of an issue is public. No search: it answers pages whose data changes without notice.
 */
import { err, ok, type Result } from '@/lib/std/result';
import { selectAll } from '@/lib/ticket/dom';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { githubDesk } from './desk';
import { findData, fromData } from './from-data';
import { fromDom } from './from-dom';
import { insertReply } from './insert-reply';
import type { Post } from './post';
import { SELECTORS } from './selectors';
import { toTicket } from './to-ticket';

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const place = githubDesk.locate(page.url);
  if (!place) return null;
  const { ticketId, basePath } = place;
  const isGithub =
    page.url.hostname === 'github.com' || selectAll(page.document, SELECTORS.product).length > 0;
  if (!isGithub) return null;
  const path = `${basePath}/issues/${ticketId}`;
  const data = findData(page.document, path);
  const told = data === undefined ? null : fromData(data);
  const shown = fromDom(page.document, { ticketId, path });
  const base = told ?? shown;
  if (!base) {
    return err({
      kind: 'half-loaded',
      detail: 'The page does not show this issue yet. Wait a moment or reload it, then read it again.',
    });
  }

  const known = new Set(told?.posts.map(({ id }) => id));
  // A comment without a number cannot be told from those known; a hidden one shows no text.
  const isLater = ({ id, html }: Post) => /^\d+$/.test(id) && !known.has(id) && html !== '';
  const later = told && shown ? shown.posts.filter(isLater) : [];
  const posts = [...base.posts, ...later].toSorted(
    (one, other) => Date.parse(one.at) - Date.parse(other.at) || 0,
  );
  const unread: Ticket['unread'] = [];
  // Once the agent has loaded all, only the page itself knows.
  if (later.length > 0 && shown ? shown.hidesMore : base.hidesMore || shown?.hidesMore) {
    const reason = 'GitHub keeps part of the timeline back: load it on the page, then read the ticket again';
    unread.push({ field: 'messages', reason });
  }
  if (!told) unread.push({ field: 'updated at', reason: 'the page does not say it' });
  // The data was true when the page was loaded, and says more of the same state.
  const state = shown?.state && !base.state.startsWith(shown.state) ? shown.state : base.state;
  const desk = new URL(page.url.origin + basePath);
  return ok(toTicket({ ...base, state, posts, data }, desk, ticketId, unread));
}

export const github: TicketReader = { ...githubDesk, read, insertReply };
