import { toInstant, toLine, toRaw, toText } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import type { Attachment, Message, Ticket } from '@/lib/ticket/ticket';
import type { RtAttachment, RtListed, RtTicket, RtTransaction, RtUser } from './answers';
import { requestTrackerDesk } from './desk';
import { byId, type Link } from './linked';
import { toRequester } from './requester';
import { addressOf } from './rest';

export interface Answers {
  readonly ticket: RtTicket;
  readonly transactions: readonly RtTransaction[];
  /** Text parts with their content. */
  readonly parts: readonly RtAttachment[];
  /** Parts with a file name, without content. */
  readonly files: readonly RtAttachment[];
  /** What RT knows of the first requestor. */
  readonly requester: Partial<RtUser> | undefined;
  readonly links: readonly Link[];
  /** What RT says of the linked tickets. */
  readonly linked: readonly RtListed[];
}

const SYSTEM = /^(RT_System|Nobody)$/;
const SPOKEN = /^(Create|Correspond|Comment)$/;

/**
 * REST 2 does not say who is an agent (`Privileged` stays empty in a history), so the ticket's own facts decide: its
 * requestors and Ccs are customers, the owner and whoever commented are agents; for others RT's habit decides, which
 * names users that were made from mail by their address.
 */
function toRole(creator: RtUser, { ticket, transactions }: Answers): Message['role'] {
  const id = String(creator.id);
  const is = (user: RtUser) => String(user.id) === id;
  if (SYSTEM.test(id)) return 'system';
  if ([...(ticket.Requestor ?? []), ...(ticket.Cc ?? [])].some(is)) return 'customer';
  if (ticket.Owner && is(ticket.Owner)) return 'agent';
  if (transactions.some((entry) => entry.Type === 'Comment' && is(entry.Creator))) return 'agent';
  return id.includes('@') ? 'customer' : 'agent';
}

/** The body of a transaction: its first unnamed part, plain before HTML because a mail carries both as alternatives. */
function bodyOf(transaction: RtTransaction, parts: readonly RtAttachment[]): RtAttachment | undefined {
  const own = parts.filter((part) => String(part.TransactionId) === String(transaction.id) && !part.Filename);
  return (
    own.find((part) => part.ContentType === 'text/plain') ??
    own.find((part) => part.ContentType === 'text/html')
  );
}

/** Pictures and files in custom fields are known by their name. */
const toValue = (value: unknown): unknown =>
  typeof value === 'object' && value && 'filename' in value ? value.filename : value;

function toAttachment(file: RtAttachment, root: string): Attachment {
  const name = toLine(file.Filename);
  const size = Number.parseInt(toLine(file.ContentLength), 10);
  return {
    id: toLine(file.id),
    name,
    type: toLine(file.ContentType),
    size: size >= 0 ? size : null,
    url: `${root}/Ticket/Attachment/${encodeURIComponent(file.TransactionId)}/${encodeURIComponent(file.id)}/${encodeURIComponent(name)}`,
  };
}

export function toTicket(answers: Answers, url: URL, basePath: string, unread: Ticket['unread']): Ticket {
  const { ticket } = answers;
  const { origin } = url;
  const spoken = answers.transactions.filter((entry) => SPOKEN.test(entry.Type));
  const shown = new Set(spoken.map((entry) => String(entry.id)));
  const first = ticket.Requestor?.[0];
  if (spoken.length > LIMITS.messages)
    unread.push({ field: 'messages', reason: `only the first ${LIMITS.messages} were read` });
  if (!first) unread.push({ field: 'requester', reason: 'the ticket has no requestor' });

  return {
    desk: requestTrackerDesk.id,
    deskKey: toDeskKey(requestTrackerDesk.id, origin, basePath),
    ticketId: toLine(ticket.id),
    number: toLine(ticket.id),
    url: addressOf(url, 'Ticket', ticket.id),
    subject: toLine(ticket.Subject),
    status: toLine(ticket.Status),
    priority: toLine(ticket.Priority),
    type: toLine(ticket.Queue?.Name) || toLine(ticket.Type),
    tags: [],
    ...toRequester(first, answers.requester),
    assignee:
      !ticket.Owner || SYSTEM.test(String(ticket.Owner.id))
        ? ''
        : toLine(ticket.Owner.RealName) || toLine(ticket.Owner.id),
    createdAt: toInstant(ticket.Created),
    updatedAt: toInstant(ticket.LastUpdated),
    customFields: (ticket.CustomFields ?? [])
      .filter((field) => field.values?.length)
      .sort(byId)
      .slice(0, LIMITS.list)
      .map((field) => ({
        name: toLine(field.name),
        value: toText(field.values?.map(toValue).join('\n') ?? '').text,
      })),
    messages: spoken.slice(0, LIMITS.messages).map((entry) => {
      const body = bodyOf(entry, answers.parts);
      return toMessage(
        {
          id: String(entry.id),
          author: toLine(entry.Creator.RealName) || toLine(entry.Creator.id),
          role: toRole(entry.Creator, answers),
          visibility: entry.Type === 'Comment' ? 'internal' : 'public',
          at: toInstant(entry.Created),
          body: toRaw(body?.Content),
          isHtml: body?.ContentType === 'text/html',
        },
        unread,
      );
    }),
    // Mails that RT sent out carry copies of the files: only those of the messages are the ticket's.
    attachments: answers.files
      .filter((file) => shown.has(String(file.TransactionId)))
      .slice(0, LIMITS.list)
      .map((file) => toAttachment(file, origin + basePath)),
    linked: answers.links.map(({ kind, id }) => ({
      kind,
      id,
      title: toLine(answers.linked.find((other) => String(other.id) === id)?.Subject),
      url: addressOf(url, 'Ticket', id),
    })),
    unread,
  };
}
