import { toLine } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import type { Message, Ticket } from '@/lib/ticket/ticket';
import type { UvdeskThread } from './answers';
import { uvdeskDesk } from './desk';
import type { PageFacts } from './page';
import { toPhpInstant } from './time';

interface Place {
  readonly ticketId: string;
  readonly origin: string;
  readonly basePath: string;
  /** Path of the member area, with its locale. */
  readonly member: string;
}

/** An address in angle brackets is no tag. */
const isHtml = (body: string): boolean => /<\/?[a-z][a-z0-9]*(?:\s[^>]*)?>/i.test(body);

const ROLES: Readonly<Record<string, Message['role']>> = {
  agent: 'agent',
  customer: 'customer',
  collaborator: 'customer',
};

export function toTicket(
  facts: PageFacts,
  threads: readonly UvdeskThread[],
  place: Place,
  unread: Ticket['unread'],
): Ticket {
  const { requester, body } = facts;
  const memberUrl = place.origin + place.member;
  const toMessageOf = (thread: UvdeskThread) =>
    toMessage(
      {
        id: String(thread.id),
        author: toLine(thread.fullname),
        role: ROLES[toLine(thread.userType)] ?? 'system',
        // The customer's own pages show replies alone; what is forwarded goes to third parties.
        visibility: thread.threadType === 'reply' ? 'public' : 'internal',
        at: toPhpInstant(thread.timestamp),
        body: thread.reply,
        isHtml: isHtml(thread.reply),
      },
      unread,
    );
  const first = {
    id: 'create',
    author: facts.author || requester.name,
    role: facts.authorIsCustomer || !facts.author ? 'customer' : 'agent',
    visibility: 'public',
    at: facts.createdAt,
  } as const;
  const files = [
    ...facts.files,
    ...threads.flatMap((thread) =>
      (thread.attachments ?? []).map(({ id, name }) => ({
        id: String(id),
        name: toLine(name) || String(id),
      })),
    ),
  ];
  return {
    desk: uvdeskDesk.id,
    deskKey: toDeskKey(uvdeskDesk.id, place.origin, place.basePath),
    ticketId: place.ticketId,
    number: place.ticketId,
    url: `${memberUrl}/ticket/view/${place.ticketId}`,
    subject: facts.subject,
    status: facts.status,
    priority: facts.priority,
    type: facts.type,
    tags: facts.tags.slice(0, LIMITS.list),
    requester,
    // UVdesk keeps no companies.
    organization: null,
    assignee: facts.assignee,
    createdAt: facts.createdAt,
    updatedAt: null,
    customFields: facts.fields,
    messages: [
      ...(body === null ? [] : [toMessage({ ...first, body, isHtml: true }, unread)]),
      ...threads.slice(0, LIMITS.messages - 1).map(toMessageOf),
    ],
    attachments: files
      .slice(0, LIMITS.list)
      .map((file) => ({ ...file, type: '', size: null, url: `${memberUrl}/ticket/download/${file.id}` })),
    linked: [],
    unread,
  };
}
