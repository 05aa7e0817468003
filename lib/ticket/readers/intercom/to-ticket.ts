import { truncate } from '@/lib/std/text';
import { toLine, toText } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import { toOrganization } from '@/lib/ticket/organization';
import type { Attachment, Message, Ticket } from '@/lib/ticket/ticket';
import { type Conversation, type ConversationPart, fieldsOf, listOf, toTime } from './answers';
import { toAttachments, toBody } from './blocks';
import { intercomDesk } from './desk';

type Kind = Pick<Message, 'role' | 'visibility'>;

/** Kinds of parts that carry words, as far as they are known; see the head of intercom.ts. */
const KINDS: Readonly<Record<number, Kind>> = {
  1: { role: 'customer', visibility: 'public' },
  2: { role: 'agent', visibility: 'public' },
  3: { role: 'agent', visibility: 'internal' },
  12: { role: 'customer', visibility: 'public' },
  24: { role: 'agent', visibility: 'public' },
};
/** State, assignment, attributes, priority, participants, rules, translation. */
const EVENTS: ReadonlySet<number> = new Set([5, 6, 14, 21, 26, 31, 71]);

/** A kind that nobody has described is never taken for public. */
const kindOf = (part: ConversationPart, data: ReturnType<typeof fieldsOf>): Kind =>
  KINDS[part.renderable_type] ?? {
    role: data.user_summary ? 'customer' : data.admin_summary ? 'agent' : 'system',
    visibility: 'internal',
  };

function toCompany(conversation: Conversation, workspace: string, origin: string) {
  const user = fieldsOf(conversation.user_summary);
  const companies = [...listOf(user.companies), fieldsOf(user.first_company)];
  const chosen = toLine(conversation.company_id);
  const company = companies.find(({ id }) => toLine(id) && toLine(id) === chosen) ?? companies[0];
  const id = toLine(company?.id);
  const name = toLine(company?.name);
  const url = `${origin}/a/apps/${workspace}/companies/${encodeURIComponent(id)}`;
  // A number alone names nobody: the requester's mail domain tells more.
  return id && name ? { id, name, url } : null;
}

function toTags(taggings: unknown): string[] {
  const { conversation_part_tags: ofParts, initial_part_tags: ofFirst } = fieldsOf(taggings);
  const lists = [...Object.values(fieldsOf(ofFirst)), ...Object.values(fieldsOf(ofParts))];
  const names = lists.flatMap((list) => listOf(list).map(({ name }) => toLine(name)));
  return [...new Set(names)].filter(Boolean).slice(0, LIMITS.list);
}

const toFields = (attributes: unknown): Ticket['customFields'] =>
  listOf(attributes)
    .map((item) => ({
      name: toLine(item.name ?? fieldsOf(item.descriptor).name),
      value: toText(toLine(item.value)).text,
    }))
    .filter(({ name, value }) => name && value)
    .slice(0, LIMITS.list);

/** Nobody is assigned to number 0. */
const toAssignee = (raw: unknown): string => {
  const { id, name } = fieldsOf(raw);
  return toLine(id) === '0' ? '' : toLine(name);
};

export function toTicket(conversation: Conversation, workspace: string, origin: string): Ticket {
  const unread: Ticket['unread'] = [];
  const id = toLine(conversation.id);
  const user = fieldsOf(conversation.user_summary);
  const email = toLine(user.email);
  const requester = {
    id: toLine(user.id),
    name: toLine(user.name) || email || toLine(user.pseudonym),
    email,
  };
  const messages: Message[] = [];
  const attachments: Attachment[] = [];
  let hasUnknown = false;
  for (const [index, part] of conversation.renderable_parts.slice(0, LIMITS.messages).entries()) {
    const data = fieldsOf(part.renderable_data);
    const files = toAttachments(data, toLine(part.id) || `part-${index + 1}`);
    const body = toBody(data);
    if (EVENTS.has(part.renderable_type) || (!body && files.length === 0)) continue;
    const kind = kindOf(part, data);
    hasUnknown ||= !KINDS[part.renderable_type];
    const who = fieldsOf(data.admin_summary ?? data.entity ?? data.user_summary);
    const author = toLine(who.name) || (kind.role === 'customer' ? requester.name : '');
    attachments.push(...files);
    messages.push(
      toMessage(
        {
          ...kind,
          id: toLine(part.id) || `part-${index + 1}`,
          author,
          at: toTime(part.created_at),
          body: body || files.map(({ name }) => name).join(', '),
          isHtml: body !== '',
        },
        unread,
      ),
    );
  }
  if (hasUnknown)
    unread.push({
      field: 'visibility',
      reason: 'some messages are of a kind that is not known: they count as internal',
    });
  if (conversation.renderable_parts.length > LIMITS.messages)
    unread.push({ field: 'messages', reason: `only the first ${LIMITS.messages} entries were read` });
  const company = toCompany(conversation, workspace, origin);
  if (!company && listOf(user.companies).length + Object.keys(fieldsOf(user.first_company)).length > 0)
    unread.push({
      field: 'organization',
      reason: 'Intercom tells the number of the company and not its name',
    });
  const firstWords = messages.find(({ role }) => role === 'customer')?.text ?? '';

  return {
    desk: intercomDesk.id,
    deskKey: toDeskKey(intercomDesk.id, origin),
    ticketId: id,
    number: id,
    url: `${origin}/a/inbox/${workspace}/inbox/conversation/${id}`,
    // Chats have no title.
    subject: toLine(conversation.title) || truncate(toLine(firstWords), 120),
    status: toLine(conversation.state),
    priority: /^(true|priority)$/.test(toLine(conversation.priority)) ? 'priority' : '',
    type: '',
    tags: toTags(conversation.taggings),
    requester,
    organization: toOrganization(company),
    assignee: toAssignee(conversation.admin_assignee) || toAssignee(conversation.team_assignee),
    createdAt: toTime(conversation.created_at),
    updatedAt: toTime(conversation.last_updated),
    customFields: toFields(conversation.attributes),
    messages: messages.sort((one, other) => (one.at ?? 0) - (other.at ?? 0)),
    attachments: attachments.slice(0, LIMITS.list),
    linked: [],
    unread,
  };
}
