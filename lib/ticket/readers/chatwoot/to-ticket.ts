import { toHttpUrl } from '@/lib/std/text';
import { toLine, toRaw, toText } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import { toOrganization } from '@/lib/ticket/organization';
import type { Attachment, Message, Organization, Ticket } from '@/lib/ticket/ticket';
import type { ChatwootConversation, ChatwootMessage, ChatwootPerson } from './answers';
import { chatwootDesk } from './desk';

/** `message_type`: app/models/message.rb. */
const [INCOMING, ACTIVITY, TEMPLATE] = [0, 2, 3];

type Foreign = Readonly<Record<string, unknown>>;
const toObject = (raw: unknown): Foreign =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Foreign) : {};

/** Chatwoot counts seconds. */
export function toEpoch(raw: unknown): number | null {
  return typeof raw === 'number' && raw > 0 && raw < 8.64e12 ? raw * 1000 : null;
}

export function toRequester(person: ChatwootPerson | null | undefined): Ticket['requester'] {
  const email = toLine(person?.email);
  return { id: toLine(person?.id), name: toLine(person?.name) || email, email };
}

/** A contact's company is text on the contact; the contact's page shows it. */
export function toCompany(
  person: ChatwootPerson | null | undefined,
  accountUrl: string,
): Organization | null {
  const company = toLine(toObject(person?.additional_attributes).company_name);
  const contact = toLine(person?.id);
  const url = contact ? `${accountUrl}/contacts/${encodeURIComponent(contact)}` : null;
  return toOrganization(company ? { id: company, name: company, url } : null);
}

/** Only mail has a subject: a chat is named by its first line. */
export function toSubject(conversation: ChatwootConversation, firstText: string): string {
  const subject = toLine(toObject(conversation.additional_attributes).mail_subject);
  return subject || toLine(firstText.trim().split('\n', 1)[0]);
}

/** Mail keeps its whole HTML beside the shortened content. */
function bodyOf(message: ChatwootMessage): { body: string; isHtml: boolean } {
  const email = toObject(toObject(message.content_attributes).email);
  const html = toRaw(toObject(email.html_content).full);
  if (html.trim()) return { body: html, isHtml: true };
  const files = (message.attachments ?? []).map((file) => `[${toFileName(file)}]`);
  return { body: toRaw(message.content) || files.join('\n'), isHtml: false };
}

type File = NonNullable<ChatwootMessage['attachments']>[number];

function toFileName(file: File): string {
  let name = '';
  try {
    name = decodeURIComponent(/[^/?#]*(?=$|[?#])/.exec(toRaw(file?.data_url))?.[0] ?? '');
  } catch {
    // Not what `encodeURIComponent` makes: no name to show.
  }
  return toLine(name) || toLine(file?.fallback_title) || toLine(file?.file_type) || 'file';
}

function toAttachment(file: File, origin: string): Attachment[] {
  const url = file && toHttpUrl(toRaw(file.data_url), origin);
  if (!url || url.href.length > 4_000) return [];
  const size = typeof file.file_size === 'number' && file.file_size >= 0 ? file.file_size : null;
  return [{ id: String(file.id), name: toFileName(file), type: toLine(file.file_type), size, url: url.href }];
}

function toRole(message: ChatwootMessage): Message['role'] {
  if (message.message_type === INCOMING) return 'customer';
  return message.message_type === TEMPLATE ? 'system' : 'agent';
}

function toCustomFields(
  conversation: ChatwootConversation,
  names: ReadonlyMap<string, string>,
): Ticket['customFields'] {
  const own = Object.entries(toObject(conversation.custom_attributes)).map(
    ([key, value]) => [names.get(key) || key, value] as const,
  );
  const { browser, referer } = toObject(conversation.additional_attributes);
  const { browser_name, browser_version, platform_name, platform_version } = toObject(browser);
  const program = [browser_name, browser_version, platform_name, platform_version].map(toLine).join(' ');
  return [...own, ['browser', program.trim()] as const, ['referer', referer] as const]
    .filter(([, value]) => value !== '' && /^(string|number|boolean)$/.test(typeof value))
    .slice(0, LIMITS.list)
    .map(([name, value]) => ({ name: toLine(name), value: toText(String(value)).text }));
}

interface Answers {
  readonly conversation: ChatwootConversation;
  readonly messages: readonly ChatwootMessage[];
  /** Display names of custom attributes by key. */
  readonly names: ReadonlyMap<string, string>;
}

export function toTicket(answers: Answers, accountUrl: URL, unread: Ticket['unread']): Ticket {
  const { conversation, messages } = answers;
  const { sender, assignee, team, channel } = conversation.meta;
  const requester = toRequester(sender);
  // Who opened, labelled or assigned what says nothing about the problem; a deleted message is only its own notice.
  const spoken = messages.filter(
    (message) => message.message_type !== ACTIVITY && toObject(message.content_attributes).deleted !== true,
  );
  const first = spoken.find((message) => message.message_type === INCOMING);
  return {
    desk: chatwootDesk.id,
    deskKey: toDeskKey(chatwootDesk.id, accountUrl.origin, accountUrl.pathname),
    ticketId: String(conversation.id),
    number: String(conversation.id),
    url: `${accountUrl.href}/conversations/${conversation.id}`,
    subject: toSubject(conversation, toRaw(first?.content)),
    status: toLine(conversation.status),
    priority: toLine(conversation.priority),
    type: toLine(channel).replace(/^Channel::/, ''),
    tags: (Array.isArray(conversation.labels) ? conversation.labels : []).slice(0, LIMITS.list).map(toLine),
    requester,
    organization: toCompany(sender, accountUrl.href),
    assignee: toLine(assignee?.name) || toLine(team?.name),
    createdAt: toEpoch(conversation.created_at),
    updatedAt: toEpoch(conversation.last_activity_at),
    customFields: toCustomFields(conversation, answers.names),
    messages: spoken.map((message) =>
      toMessage(
        {
          id: String(message.id),
          author: toLine(message.sender?.name) || (message.message_type === INCOMING ? requester.name : ''),
          role: toRole(message),
          visibility: message.private ? 'internal' : 'public',
          at: toEpoch(message.created_at),
          ...bodyOf(message),
        },
        unread,
      ),
    ),
    attachments: spoken
      .flatMap((message) =>
        (message.attachments ?? []).flatMap((file) => toAttachment(file, accountUrl.origin)),
      )
      .slice(0, LIMITS.list),
    linked: [],
    unread,
  };
}
