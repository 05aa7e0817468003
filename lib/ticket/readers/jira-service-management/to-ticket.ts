import { toInstant, toLine } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { at, lineAt, listOf } from '@/lib/ticket/json-path';
import { toOrganization } from '@/lib/ticket/organization';
import type { Attachment, Ticket } from '@/lib/ticket/ticket';
import type { JiraComment, JiraIssue } from './answers';
import { jiraServiceManagementDesk } from './desk';
import type { Site } from './rest';
import { organizationsOf, participantsOf, requestTypeOf, toCustomFields, toLinked } from './to-fields';
import { idOf, nameOf, toMessages } from './to-messages';

interface Answers {
  readonly issue: JiraIssue;
  readonly comments: readonly JiraComment[];
  readonly publicIds: ReadonlySet<string> | null;
}

/** The requester and whom he stands for, of a whole issue or of one line of a search. */
export function toPeople(reporter: unknown, organization: unknown) {
  const email = lineAt(reporter, 'emailAddress');
  const requester = { id: idOf(reporter), name: nameOf(reporter) || email, email };
  const desk = { id: lineAt(organization, 'id'), name: lineAt(organization, 'name') };
  return { requester, organization: toOrganization(desk) };
}

/** Not the addresses of the answer: in Cloud they lead to another server, unless asked not to. */
const toAttachments = (raw: unknown, { root, api, isCloud }: Site): Attachment[] =>
  listOf(raw).map((file) => {
    const id = lineAt(file, 'id');
    const name = lineAt(file, 'filename');
    const size = at(file, 'size');
    return {
      id,
      name,
      type: lineAt(file, 'mimeType'),
      size: typeof size === 'number' && size >= 0 ? size : null,
      url: isCloud
        ? `${api}/attachment/content/${encodeURIComponent(id)}?redirect=false`
        : `${root}/secure/attachment/${encodeURIComponent(id)}/${encodeURIComponent(name)}`,
    };
  });

export function toTicket(answers: Answers, site: Site, ticketId: string, unread: Ticket['unread']): Ticket {
  const { issue } = answers;
  const { fields } = issue;
  // All of them stand among the custom fields.
  const people = toPeople(fields.reporter, organizationsOf(issue)[0]);

  return {
    desk: jiraServiceManagementDesk.id,
    deskKey: toDeskKey(jiraServiceManagementDesk.id, site.root),
    ticketId,
    number: ticketId,
    url: `${site.root}/browse/${ticketId}`,
    subject: toLine(fields.summary),
    status: lineAt(fields, 'status', 'name'),
    priority: lineAt(fields, 'priority', 'name'),
    type: requestTypeOf(issue) || lineAt(fields, 'issuetype', 'name'),
    tags: listOf(fields.labels).map(toLine),
    ...people,
    assignee: nameOf(fields.assignee),
    createdAt: toInstant(fields.created),
    updatedAt: toInstant(fields.updated),
    customFields: toCustomFields(issue),
    messages: toMessages(answers, new Set([people.requester.id, ...participantsOf(issue).map(idOf)]), unread),
    attachments: toAttachments(fields.attachment, site),
    linked: toLinked(issue, site.root),
    unread,
  };
}
