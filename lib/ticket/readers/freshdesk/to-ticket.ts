import { toHttpUrl } from '@/lib/std/text';
import { toInstant, toLine, toRaw, toText } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import { toOrganization } from '@/lib/ticket/organization';
import type { SimilarTicket } from '@/lib/ticket/similar';
import type { LinkedTicket, Message, Ticket } from '@/lib/ticket/ticket';
import type { FreshdeskConversation, FreshdeskField, FreshdeskPeople, FreshdeskTicket } from './answers';
import { freshdeskDesk } from './desk';

export interface Answers {
  readonly ticket: FreshdeskTicket;
  readonly conversations: readonly FreshdeskConversation[];
  readonly fields: readonly FreshdeskField[];
  readonly people: FreshdeskPeople;
  readonly linked: LinkedTicket[];
}

const STATUS = ',,Open,Pending,Resolved,Closed,Waiting on Customer,Waiting on Third Party'.split(',');
const PRIORITY = ',Low,Medium,High,Urgent'.split(',');
/** Written by an agent to a customer, without a mail that came before. */
const OUTBOUND = 10;

export const ticketUrl = (origin: string, id: number): string => `${origin}/a/tickets/${id}`;

/** What a ticket and a search hit have in common. */
export function toHead(ticket: FreshdeskTicket, origin: string): SimilarTicket {
  const { requester: user, company } = ticket;
  const email = toLine(user?.email);
  const requester = { id: toLine(ticket.requester_id), name: toLine(user?.name) || email, email };
  const id = toLine(company?.id ?? ticket.company_id);
  const desk = id ? { id, name: toLine(company?.name), url: `${origin}/a/companies/${id}` } : null;
  return {
    ticketId: String(ticket.id),
    number: String(ticket.id),
    url: ticketUrl(origin, ticket.id),
    subject: toLine(ticket.subject),
    status: STATUS[ticket.status] || String(ticket.status),
    requester,
    organization: toOrganization(desk),
    updatedAt: toInstant(ticket.updated_at),
  };
}

/** The agents' word for a choice: `{"2": ["Open", "Being processed"]}` as documented, `[{value, label}]` in the page. */
function toChoice(choices: unknown, value: number): string {
  const list = Object.entries(Object(choices));
  const [, found] =
    list.find(([key, it]) => (Array.isArray(choices) ? Object(it).value === value : key === `${value}`)) ??
    [];
  return toLine(Array.isArray(found) ? found[0] : (Object(found).label ?? found));
}

function toCustomFields({ custom_fields: values }: FreshdeskTicket, fields: readonly FreshdeskField[]) {
  return Object.entries(Object(values)).flatMap(([key, value]) => {
    const text =
      value === false
        ? ''
        : Array.isArray(value)
          ? value.map(toLine).join(', ')
          : toRaw(value) || toLine(value);
    const label = toLine(fields.find(({ name }) => name === key)?.label);
    return text ? [{ name: label || toLine(key.replace(/^cf_/, '')), value: toText(text).text }] : [];
  });
}

const toAttachments = ({ attachments }: Pick<FreshdeskTicket, 'attachments'>): Ticket['attachments'] =>
  attachments.flatMap((file) => {
    const url = toHttpUrl(toRaw(file.attachment_url))?.href;
    const size = typeof file.size === 'number' && file.size >= 0 ? file.size : null;
    // Longer ones would be refused with the whole ticket.
    return url && url.length < 4_000
      ? [{ id: String(file.id), name: toLine(file.name), type: toLine(file.content_type), size, url }]
      : [];
  });

export function toTicket(answers: Answers, origin: string, unread: Ticket['unread']): Ticket {
  const { ticket, conversations, fields, people } = answers;
  const head = toHead(ticket, origin);
  const agentName = (id: unknown) => {
    const contact = people.agents.find((agent) => agent.id === id)?.contact;
    return toLine(contact?.name) || toLine(contact?.email);
  };
  const shown = conversations.filter(({ deleted }) => deleted !== true);
  const groupName = toLine(people.groups.find(({ id }) => id === ticket.group_id)?.name);

  function toEntry(item: FreshdeskConversation): Message {
    const isRequester = item.user_id === ticket.requester_id;
    const agent = agentName(item.user_id);
    const isCustomer = !agent && (item.incoming === true || (isRequester && item.private !== true));
    const html = toRaw(item.body);
    return toMessage(
      {
        id: toLine(item.id),
        author: agent || (isRequester ? head.requester.name : '') || toLine(item.from_email),
        role: isCustomer ? 'customer' : item.user_id ? 'agent' : 'system',
        // What is not called public never counts as public.
        visibility: item.private === false ? 'public' : 'internal',
        at: toInstant(item.created_at),
        body: html || toRaw(item.body_text),
        isHtml: html !== '',
      },
      unread,
    );
  }
  /** The ticket's own text is its first message; nobody but an agent writes an outbound one, and it does not say who. */
  const isOutbound = ticket.source === OUTBOUND;
  const first: FreshdeskConversation = {
    id: ticket.id,
    body: ticket.description,
    body_text: ticket.description_text,
    private: false,
    incoming: !isOutbound,
    deleted: false,
    user_id: isOutbound ? -1 : ticket.requester_id,
    from_email: '',
    created_at: ticket.created_at,
    attachments: [],
  };

  return {
    desk: freshdeskDesk.id,
    deskKey: toDeskKey(freshdeskDesk.id, origin),
    ...head,
    status: toChoice(fields.find(({ name }) => name === 'status')?.choices, ticket.status) || head.status,
    priority: PRIORITY[Number(ticket.priority)] || toLine(ticket.priority),
    type: toLine(ticket.type),
    tags: ticket.tags.slice(0, LIMITS.list).map(toLine),
    assignee: agentName(ticket.responder_id) || groupName,
    createdAt: toInstant(ticket.created_at),
    customFields: toCustomFields(ticket, fields).slice(0, LIMITS.list),
    messages: [first, ...shown].slice(0, LIMITS.messages).map(toEntry),
    attachments: [ticket, ...shown].flatMap(toAttachments).slice(0, LIMITS.list),
    linked: answers.linked,
    unread,
  };
}
