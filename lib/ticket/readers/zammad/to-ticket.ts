import { toInstant, toLine, toText } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import type { Message, Ticket } from '@/lib/ticket/ticket';
import type { ZammadArticle, ZammadLinks, ZammadTicket, ZammadUser } from './answers';
import { zammadDesk } from './desk';
import { toLinked } from './linked';
import { toRequester } from './requester';

export interface Answers {
  readonly ticket: ZammadTicket;
  readonly articles: readonly ZammadArticle[];
  readonly customer: ZammadUser | null;
  readonly tags: readonly string[];
  readonly links: ZammadLinks | null;
}

/** Keys of Zammad's own ticket; whatever else is scalar was added by an administrator as an object attribute. */
const OWN =
  /^(id|number|title|note|type|state|priority|group|owner|customer|organization|created_by|updated_by|article_count|time_unit|create_article_(type|sender)|article_ids|preferences|__proto__|.*_id|.*_ids|.*_at|.*_in_min|pending_time|.*_(escalation|contact|response|close|update)_.*|referencing_checklist.*|checklist.*)$/;
const ROLES: Readonly<Record<string, Message['role']>> = {
  Agent: 'agent',
  Customer: 'customer',
  System: 'system',
};

/** `"Dana Müller" <dana@customer.test>` → `Dana Müller`. */
const toName = (raw: unknown): string => {
  const from = toLine(raw);
  return toLine(from.replace(/<[^<>]*>\s*$/, '').replace(/^\s*"|"\s*$/g, '')) || from;
};

function toCustomFields(ticket: ZammadTicket): Ticket['customFields'] {
  return Object.entries(ticket)
    .filter(
      ([key, value]) => !OWN.test(key) && value !== '' && /^(string|number|boolean)$/.test(typeof value),
    )
    .slice(0, LIMITS.list)
    .map(([key, value]) => ({ name: toLine(key), value: toText(String(value)).text }));
}

function toType(preferences: unknown): string {
  const entries = typeof preferences === 'object' && preferences ? Object.entries(preferences) : [];
  return toLine(entries.find(([key]) => /^(content|mime)-type$/i.test(key))?.[1]);
}

export function toTicket(answers: Answers, origin: string, unread: Ticket['unread']): Ticket {
  const { ticket, articles, links } = answers;
  if (articles.length > LIMITS.messages)
    unread.push({ field: 'messages', reason: `only the first ${LIMITS.messages} were read` });

  return {
    desk: zammadDesk.id,
    deskKey: toDeskKey(zammadDesk.id, origin),
    ticketId: String(ticket.id),
    number: toLine(ticket.number),
    url: `${origin}/#ticket/zoom/${ticket.id}`,
    subject: toLine(ticket.title),
    status: toLine(ticket.state),
    priority: toLine(ticket.priority),
    type: toLine(ticket.type) || toLine(ticket.group),
    tags: answers.tags.slice(0, LIMITS.list).map(toLine),
    ...toRequester(ticket, answers.customer, origin),
    // User 1 is Zammad's "-": nobody.
    assignee: ticket.owner_id === 1 || ticket.owner === '-' ? '' : toLine(ticket.owner),
    createdAt: toInstant(ticket.created_at),
    updatedAt: toInstant(ticket.updated_at),
    customFields: toCustomFields(ticket),
    messages: articles.slice(0, LIMITS.messages).map((article) =>
      toMessage(
        {
          id: String(article.id),
          author: toName(article.from) || toLine(article.created_by),
          role: ROLES[toLine(article.sender)] ?? 'customer',
          visibility: article.internal ? 'internal' : 'public',
          at: toInstant(article.created_at),
          body: article.body,
          isHtml: toLine(article.content_type).startsWith('text/html'),
        },
        unread,
      ),
    ),
    attachments: articles
      .flatMap((article) =>
        (article.attachments ?? []).map((file) => {
          const size = Number.parseInt(toLine(file.size), 10);
          return {
            id: String(file.id),
            name: toLine(file.filename),
            type: toType(file.preferences),
            size: size >= 0 ? size : null,
            url: `${origin}/api/v1/ticket_attachment/${ticket.id}/${article.id}/${file.id}`,
          };
        }),
      )
      .slice(0, LIMITS.list),
    linked: links ? toLinked(links, origin) : [],
    unread,
  };
}
