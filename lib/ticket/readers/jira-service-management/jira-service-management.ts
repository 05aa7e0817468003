/**
 * Jira Service Management, Cloud and Data Center: the platform's REST API with the agent's session cookie.
 * Pages: `/browse/KEY`, `…/projects/P/issues/KEY`, `…/projects/P/queues/custom/N/KEY`, `…/queues/issue/KEY`,
 * `…/section/…/KEY`, any board or list with `?selectedIssue=KEY`, the portal `/servicedesk/customer/portal/N/KEY`;
 * Data Center also below a context path.
 * API: "Jira Cloud platform REST API v3" (Issues, Issue comments, Issue search), "Jira Server platform REST API" v2,
 * "Jira Service Management REST API" (Request → comment, Knowledgebase).
 * Organizations, participants and request type are custom fields, found by the type in `expand=schema`, so that the
 * request itself need not be asked for. Software projects are read too; they have no internal comments.
 * Verified by fixtures written after that documentation and after answers seen in public code; no real Jira was run.
 * Not verified: writing with the session (the XSRF check is documented for foreign origins only), that Data Center
 * answers the comments' properties, and the address of an organization's own record, which is therefore left out.
 */
import { err, ok, type Result } from '@/lib/std/result';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { addNote } from './add-note';
import { IssueAnswer } from './answers';
import { jiraServiceManagementDesk } from './desk';
import { explain, fetchComments, fetchRequestComments, toSite } from './rest';
import { findArticles, findSimilar } from './search';
import { isPublic, isServiceDesk } from './to-messages';
import { toTicket } from './to-ticket';

/** Data Center's pages; Cloud is known by its host. */
const OF_JIRA = 'body#jira, meta[name^="ajs-"]';

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const place = jiraServiceManagementDesk.locate(page.url);
  if (!place) return null;
  const { ticketId } = place;
  const site = toSite(page.url, place.basePath);
  const query = 'fields=*all,-comment,-worklog&expand=renderedFields,names,schema';
  const [issue, conversation] = await Promise.all([
    fetchJson(page, `${site.api}/issue/${ticketId}?${query}`, IssueAnswer),
    fetchComments(page, site, ticketId),
  ]);
  if (!issue.ok) {
    // Many products browse something: unless the page is Jira's, their refusals are no reason to bother the agent.
    const isJira = site.isCloud || selectAll(page.document, OF_JIRA).length > 0;
    return isJira || issue.error.kind === 'offline' ? err(await explain(page, site, issue.error)) : null;
  }
  const { data } = issue.value;
  if (data.key !== ticketId) {
    const detail = 'This issue was moved. Open it under its new key.';
    return err({ kind: 'changed-layout', detail });
  }
  if (!conversation.ok) return conversation;

  const unread: Ticket['unread'] = [];
  const { comments, total } = conversation.value;
  const shown = Math.min(comments.length, LIMITS.messages - 1);
  if (shown < total)
    unread.push({ field: 'messages', reason: `only the first ${shown} of ${total} were read` });
  let publicIds: ReadonlySet<string> | null = null;
  if (isServiceDesk(data) && comments.some((comment) => isPublic(comment) === undefined)) {
    const asked = await fetchRequestComments(page, site, ticketId, true);
    if (asked.ok) publicIds = new Set(asked.value.map(({ id }) => String(id)));
    else
      unread.push({
        field: 'visibility',
        reason: 'unknown: comments of the team are taken for internal',
      });
  }
  return ok(toTicket({ issue: data, comments, publicIds }, site, ticketId, unread));
}

export const jiraServiceManagement: TicketReader = {
  ...jiraServiceManagementDesk,
  read,
  addNote,
  findSimilar,
  findArticles,
};
