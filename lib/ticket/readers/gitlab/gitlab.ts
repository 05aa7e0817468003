/**
 * GitLab 15 and newer, gitlab.com and self-managed: REST API v4 with the agent's session cookie. Service Desk tickets
 * are issues; those that did not come by mail are read the same way, with their author as the requester.
 * Pages: `/GROUP[/SUB…]/PROJECT/-/issues/IID`, `/-/issues/incident/IID`, `/-/work_items/IID`. Issues are counted by
 * project, so the desk is the project; a path that GitLab itself lives under is told by its page's manifest link.
 * API: doc/api/issues.md, notes.md, issue_links.md, members.md, rest (pagination). Source: lib/api/notes.rb,
 * lib/api/entities/note.rb, lib/gitlab/quick_actions/extractor.rb; doc/user/project/service_desk/using_service_desk.md.
 * The comment box: app/assets/javascripts, see insert-reply.ts.
 * Verified by fixtures written after these; no real GitLab was run. Not verified: that a session may write through the
 * API with the page's CSRF token, and the addresses of tickets under `/-/issues/service_desk/`.
 * No articles: a project's wiki is no help center, its pages are for those who see the project, and its search finds
 * lines, not pages. The API does not say which of several external participants wrote a mail.
 */
import { err, ok, type Result } from '@/lib/std/result';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { selectAll } from '@/lib/ticket/dom';
import { at, listOf } from '@/lib/ticket/json-path';
import { LIMITS } from '@/lib/ticket/limits';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { addNote } from './add-note';
import { AnyAnswer, type GitlabIssue, type GitlabNote, IssueAnswer } from './answers';
import { gitlabDesk } from './desk';
import { insertReply } from './insert-reply';
import { explain, fetchNotes, isInternal, type Site, toSite } from './rest';
import { findSimilar } from './search';
import { isBot, toTicket } from './to-ticket';

const OF_GITLAB = 'meta[content="GitLab"], link[href$="/-/manifest.json"]';

/** Which of the authors belong to the project: in a public one anybody may comment. */
async function fetchMembers(page: Page, { rest }: Site, issue: GitlabIssue, notes: readonly GitlabNote[]) {
  const authors = notes
    .filter((note) => note.system !== true && !isInternal(note))
    .map((note) => note.author)
    .filter((author) => !isBot(author) && at(author, 'id') !== at(issue, 'author', 'id'));
  const ids = [...new Set(authors.map((author) => Number(at(author, 'id'))))].slice(0, 100);
  if (ids.length === 0) return ok(new Set<unknown>());
  const query = ids.map((id) => `user_ids[]=${id}`).join('&');
  const found = await fetchJson(page, `${rest}/members/all?${query}&per_page=100`, AnyAnswer);
  return found.ok ? ok(new Set(listOf(found.value.data).map((member) => at(member, 'id')))) : found;
}

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const place = gitlabDesk.locate(page.url);
  if (!place) return null;
  const { ticketId } = place;
  const site = toSite(page.url, place.basePath, page.document);
  const [found, conversation, links] = await Promise.all([
    fetchJson(page, `${site.rest}/issues/${ticketId}`, IssueAnswer),
    fetchNotes(page, site, ticketId),
    fetchJson(page, `${site.rest}/issues/${ticketId}/links`, AnyAnswer),
  ]);
  if (!found.ok) {
    const isGitlab = selectAll(page.document, OF_GITLAB).length > 0;
    return isGitlab || found.error.kind === 'offline' ? err(await explain(page, site, found.error)) : null;
  }
  const issue = found.value.data;
  if (String(issue.iid) !== ticketId)
    return err({
      kind: 'changed-layout',
      detail: 'The help desk answered with another ticket. Reload the page.',
    });
  if (!conversation.ok) return conversation;

  const unread: Ticket['unread'] = [];
  const { notes, complete } = conversation.value;
  const members = await fetchMembers(page, site, issue, notes);
  if (!members.ok) unread.push({ field: 'roles', reason: members.error.detail });
  if (!links.ok) unread.push({ field: 'linked tickets', reason: links.error.detail });
  if (!complete || notes.length >= LIMITS.messages)
    unread.push({ field: 'messages', reason: 'very long: the end was left out' });
  const answers = {
    issue,
    notes,
    links: links.ok ? links.value.data : [],
    members: members.ok ? members.value : null,
  };
  return ok(toTicket(answers, site, unread));
}

export const gitlab: TicketReader = { ...gitlabDesk, read, addNote, insertReply, findSimilar };
