import { toHttpUrl } from '@/lib/std/text';
import { toLine } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import { toOrganization } from '@/lib/ticket/organization';
import { attributeOf, lineOf, select, toShownBytes } from '@/lib/ticket/page-parts';
import type { Attachment, Message, Ticket } from '@/lib/ticket/ticket';
import { freeScoutDesk } from './desk';
import type { Agent } from './further-pages';
import {
  ASSIGNEE,
  ASSIGNEE_ID,
  bodyOf,
  CUSTOMER,
  CUSTOMER_EMAIL,
  CUSTOMER_NAME,
  findThreads,
  LAYOUT,
  NUMBER,
  ownId,
  STATUS,
  SUBJECT,
  TAGS,
  type Thread,
} from './selectors';
import { toShownInstant } from './shown-time';

export interface Sources {
  readonly page: Document;
  readonly ticketId: string;
  /** Origin and base path, without a slash at the end. */
  readonly root: string;
  readonly agent: Agent;
  readonly company: string;
}

/** Id of the customer's record, as the link to it says; empty when he has no name there. */
export const customerId = (page: Document): string =>
  /\/customers\/(\d+)\//.exec(attributeOf(page, `${CUSTOMER} ${CUSTOMER_NAME}`, 'href'))?.[1] ?? '';

function authorOf({ kind, element }: Thread, { page, agent }: Sources): string {
  const shown = lineOf(select(element, '.thread-person strong'));
  const id = /\/users\/profile\/(\d+)/.exec(attributeOf(element, '.thread-person strong a', 'href'))?.[1];
  // The page calls the agent "you", in any language.
  return kind !== 'customer' && id && id === ownId(page) ? toLine(agent.name) || shown : shown;
}

function toOneMessage(thread: Thread, sources: Sources, unread: Ticket['unread']): Message {
  const shown = attributeOf(thread.element, '.thread-info .thread-date', 'title');
  return toMessage(
    {
      id: thread.id,
      author: authorOf(thread, sources),
      role: thread.kind === 'customer' ? 'customer' : 'agent',
      visibility: thread.kind === 'note' ? 'internal' : 'public',
      at: toShownInstant(shown, attributeOf(sources.page, 'html', 'lang'), sources.agent.timeZone),
      body: bodyOf(thread),
      isHtml: true,
    },
    unread,
  );
}

function toAttachments({ element }: Thread, root: string): Attachment[] {
  return selectAll(element, '.thread-attachments li[data-attachment-id]').flatMap((file) => {
    const link = select(file, 'a.attachment-link[href]');
    const url = link && toHttpUrl(attribute(link, 'href'), `${root}/`);
    if (!url || url.href.length > 4_000) return [];
    return {
      id: toLine(attribute(file, 'data-attachment-id')),
      name: lineOf(link),
      type: toLine(attribute(file, 'data-mime')),
      size: toShownBytes(lineOf(select(file, '.text-help'))),
      url: url.href,
    };
  });
}

/** Nobody and oneself have words of their own ("Anyone", "Me"), so the ids decide. */
function findAssignee({ page, agent }: Sources): string {
  const id = attributeOf(page, ASSIGNEE_ID, 'data-user_id');
  const shown = lineOf(select(page, ASSIGNEE));
  if (id === '-1') return '';
  return id && id === ownId(page) ? toLine(agent.name) || shown : shown;
}

function findRequester(page: Document): Ticket['requester'] {
  const customer = select(page, CUSTOMER);
  const email = lineOf(customer && select(customer, CUSTOMER_EMAIL));
  const name = lineOf(customer && select(customer, CUSTOMER_NAME)) || email;
  return { id: customerId(page) || email || name, name, email };
}

export function toTicket(sources: Sources, unread: Ticket['unread']): Ticket {
  const { page, ticketId, root, company } = sources;
  const requester = findRequester(page);
  const threads = findThreads(page).reverse();
  if (threads.length > LIMITS.messages)
    unread.push({ field: 'messages', reason: `only the first ${LIMITS.messages} were read` });
  if (!requester.id) unread.push({ field: 'requester', reason: 'the conversation has no customer' });
  const messages = threads.slice(0, LIMITS.messages).map((thread) => toOneMessage(thread, sources, unread));
  if (sources.agent.timeZone && messages.some(({ at }) => at === null))
    unread.push({ field: 'message times', reason: 'the desk writes some in a form that is not known' });
  const url = new URL(root);
  const tags = selectAll(page, TAGS).filter((tag) => !select(tag, '.glyphicon'));

  return {
    desk: freeScoutDesk.id,
    deskKey: toDeskKey(freeScoutDesk.id, url.origin, url.pathname),
    ticketId,
    number: lineOf(select(page, NUMBER)),
    url: `${root}/conversation/${ticketId}`,
    subject: toLine(attributeOf(page, SUBJECT, 'value')),
    status: lineOf(select(page, STATUS)),
    priority: '',
    type: /(?:^|\s)conv-type-([a-z]+)/.exec(attributeOf(page, LAYOUT, 'class'))?.[1] ?? '',
    tags: tags.slice(0, LIMITS.list).map(lineOf).filter(Boolean),
    requester,
    organization: toOrganization(company ? { id: company, name: company } : null),
    assignee: findAssignee(sources),
    createdAt: messages[0]?.at ?? null,
    updatedAt: messages.at(-1)?.at ?? null,
    customFields: [],
    messages,
    attachments: threads.flatMap((thread) => toAttachments(thread, root)).slice(0, LIMITS.list),
    linked: [],
    unread: unread.slice(0, LIMITS.list),
  };
}
