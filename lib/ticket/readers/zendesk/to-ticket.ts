import { toHttpUrl } from '@/lib/std/text';
import { toInstant, toLine, toRaw, toText } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import { toOrganization } from '@/lib/ticket/organization';
import type { SimilarTicket } from '@/lib/ticket/similar';
import type { Attachment, LinkedTicket, Message, Ticket } from '@/lib/ticket/ticket';
import type { ZendeskComment, ZendeskField, ZendeskTicket, ZendeskUser } from './answers';
import { zendeskDesk } from './desk';

type Named = readonly { readonly id: number; readonly name?: unknown }[];

export interface Answers {
  readonly ticket: ZendeskTicket;
  readonly users: readonly ZendeskUser[];
  readonly organizations: Named;
  readonly groups: Named;
  readonly comments: readonly ZendeskComment[];
  readonly fields: readonly ZendeskField[];
  readonly linked: LinkedTicket[];
}

const nameOf = (list: Named, id: number | null | undefined): string =>
  toLine(list.find((it) => it.id === id)?.name);

export const ticketUrl = (origin: string, id: number): string => `${origin}/agent/tickets/${id}`;

/** What a ticket and a search hit have in common, with the people from what was loaded beside them. */
export function toHead(
  ticket: ZendeskTicket,
  users: readonly ZendeskUser[],
  organizations: Named,
  origin: string,
): SimilarTicket {
  const user = users.find((it) => it.id === ticket.requester_id);
  const email = toLine(user?.email);
  const requester = { id: toLine(ticket.requester_id), name: toLine(user?.name) || email, email };
  const id = ticket.organization_id;
  const desk = id
    ? { id: String(id), name: nameOf(organizations, id), url: `${origin}/agent/organizations/${id}` }
    : null;
  return {
    ticketId: String(ticket.id),
    number: String(ticket.id),
    url: ticketUrl(origin, ticket.id),
    subject: toLine(ticket.subject),
    status: toLine(ticket.status),
    requester,
    organization: toOrganization(desk),
    updatedAt: toInstant(ticket.updated_at),
  };
}

function toRole(comment: ZendeskComment, author: ZendeskUser | undefined): Message['role'] {
  // -1 is Zendesk itself.
  if (!comment.author_id || comment.author_id < 0) return 'system';
  if (author?.role) return author.role === 'end-user' ? 'customer' : 'agent';
  // Customers see and write nothing that is not public.
  return comment.public === true ? 'customer' : 'agent';
}

function toCustomFields(ticket: ZendeskTicket, fields: readonly ZendeskField[]): Ticket['customFields'] {
  return ticket.custom_fields.flatMap(({ id, value }) => {
    const field = fields.find((it) => it.id === id);
    const toWord = (raw: unknown) =>
      toLine(field?.custom_field_options.find((option) => option.value === raw)?.name) ||
      toRaw(raw) ||
      toLine(raw);
    // Every checkbox of every form is there: those that are not ticked say nothing.
    const text = value === false ? '' : Array.isArray(value) ? value.map(toWord).join(', ') : toWord(value);
    return text ? [{ name: toLine(field?.title) || `Field ${id}`, value: toText(text).text }] : [];
  });
}

function toAttachments(comments: readonly ZendeskComment[]): Attachment[] {
  return comments.flatMap(({ attachments }) =>
    attachments.flatMap((file) => {
      const url = toHttpUrl(toRaw(file.content_url))?.href;
      // Longer addresses would be refused with the whole ticket.
      if (!url || url.length > 4_000 || file.deleted === true) return [];
      const size = typeof file.size === 'number' && file.size >= 0 ? file.size : null;
      return [
        { id: String(file.id), name: toLine(file.file_name), type: toLine(file.content_type), size, url },
      ];
    }),
  );
}

export function toTicket(answers: Answers, origin: string, unread: Ticket['unread']): Ticket {
  const { ticket, users, comments, fields } = answers;
  const authors = new Map<unknown, ZendeskUser>(users.map((user) => [user.id, user]));
  const head = toHead(ticket, users, answers.organizations, origin);
  if (!authors.has(ticket.requester_id))
    unread.push({ field: 'requester', reason: 'the help desk did not tell' });
  if (ticket.organization_id && !nameOf(answers.organizations, ticket.organization_id))
    unread.push({ field: 'organization', reason: 'the help desk did not tell' });
  const custom = fields
    .flatMap((field) => field.custom_statuses)
    .find((it) => it.id === ticket.custom_status_id);

  return {
    desk: zendeskDesk.id,
    deskKey: toDeskKey(zendeskDesk.id, origin),
    ...head,
    status: toLine(custom?.agent_label) || head.status,
    priority: toLine(ticket.priority),
    type: toLine(ticket.type),
    tags: ticket.tags.slice(0, LIMITS.list).map(toLine),
    // Zendesk assigns to a group, and to a person of it.
    assignee: nameOf(users, ticket.assignee_id) || nameOf(answers.groups, ticket.group_id),
    createdAt: toInstant(ticket.created_at),
    customFields: toCustomFields(ticket, fields).slice(0, LIMITS.list),
    messages: comments.map((comment) => {
      const author = authors.get(comment.author_id);
      const html = toRaw(comment.html_body);
      return toMessage(
        {
          id: String(comment.id),
          author: toLine(author?.name),
          role: toRole(comment, author),
          // What is not called public never counts as public.
          visibility: comment.public === true ? 'public' : 'internal',
          at: toInstant(comment.created_at),
          body: html || toRaw(comment.body),
          isHtml: html !== '',
        },
        unread,
      );
    }),
    attachments: toAttachments(comments).slice(0, LIMITS.list),
    linked: answers.linked,
    unread,
  };
}
