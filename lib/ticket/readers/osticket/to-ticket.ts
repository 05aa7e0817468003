import { toHttpUrl } from '@/lib/std/text';
import { toInstant, toLine, toText } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { attribute, nodeToText, selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import { escapeHtml } from '@/lib/ticket/note';
import { toOrganization } from '@/lib/ticket/organization';
import { attributeOf, childrenOf, lineOf, lineWithout, select, toShownBytes } from '@/lib/ticket/page-parts';
import type { Attachment, LinkedTicket, Message, Ticket } from '@/lib/ticket/ticket';
import { osTicketDesk } from './desk';
import {
  bodyOf,
  CUSTOM_ROWS,
  EMPTY,
  type Entry,
  FACTS,
  findEntries,
  ORGANIZATION,
  SUBJECT,
  TITLE_LINK,
  titleOf,
  USER_EMAIL,
  USER_NAME,
} from './selectors';

export interface Place {
  readonly ticketId: string;
  /** Origin and base path, without a slash at the end. */
  readonly root: string;
}

const ROLES = { message: 'customer', response: 'agent', note: 'agent', system: 'system' } as const;

/** The value cells of one of the small tables, by row. */
const cellsOf = (table: Element | undefined): Element[] =>
  table ? selectAll(table, 'tr').flatMap((row) => childrenOf(row, 'td').slice(0, 1)) : [];

const shownIn = (cell: Element | undefined): string => (cell && !select(cell, EMPTY) ? lineOf(cell) : '');

/** A row whose label is only shown, never understood. */
const toField = (label: Element | undefined, value: string) => ({
  name: lineOf(label).replace(/\s*[:：]$/, ''),
  value,
});

const timeOf = (entry: Entry): number | null =>
  toInstant(entry.header ? attributeOf(entry.header, 'time[datetime]', 'datetime') : '');

function toOneMessage(entry: Entry, subject: string, unread: Ticket['unread']): Message {
  const title = titleOf(entry);
  // What the system notes often stands in the title alone.
  const heading = entry.kind !== 'message' && title && title !== subject ? `<p>${escapeHtml(title)}</p>` : '';
  return toMessage(
    {
      id: entry.id,
      author: lineOf(entry.header && select(entry.header, 'b')),
      role: ROLES[entry.kind],
      visibility: entry.kind === 'message' || entry.kind === 'response' ? 'public' : 'internal',
      at: timeOf(entry),
      body: heading + bodyOf(entry),
      isHtml: true,
    },
    unread,
  );
}

function toAttachments(entry: Entry, root: string): Attachment[] {
  return childrenOf(entry.body, '.attachments')
    .flatMap((list) => selectAll(list, '.attachment-info'))
    .flatMap((file, index) => {
      const link = select(file, 'a.filename[href]');
      const url = link && toHttpUrl(attribute(link, 'href'), `${root}/scp/`);
      if (!link || !url || url.href.length > 4_000) return [];
      return {
        id: url.searchParams.get('id') ?? `${entry.id}-${index + 1}`,
        name: toLine(attribute(link, 'download')) || lineOf(link),
        type: '',
        size: toShownBytes(lineOf(select(file, '.filesize'))),
        url: url.href,
      };
    });
}

function findOrganization(page: Document, root: string) {
  const link = select(page, ORGANIZATION);
  const id = /[?&]orgid=(\d+)/.exec(link ? attribute(link, 'href') : '')?.[1];
  const cell = link?.parentElement ?? undefined;
  // The name is bare text between an icon and the link with the number of tickets.
  const name = lineWithout(cell, '*');
  const desk = id ? { id, name, url: `${root}/scp/orgs.php?id=${id}` } : null;
  return toOrganization(desk);
}

function findCustomFields(page: Document, tables: readonly Element[]): Ticket['customFields'] {
  const [status, , assignee] = tables;
  // Department, then SLA plan and due date.
  const fixed = [cellsOf(status)[2], ...cellsOf(assignee).slice(1, 3)].flatMap((cell) =>
    cell ? [toField(cell.previousElementSibling ?? undefined, shownIn(cell))] : [],
  );
  const own = selectAll(page, CUSTOM_ROWS).flatMap((row) => {
    const [label, cell] = childrenOf(row, 'td');
    return cell && !select(cell, EMPTY) ? [toField(label, toText(nodeToText(cell).text).text)] : [];
  });
  return [...fixed, ...own].filter(({ name, value }) => name && value).slice(0, LIMITS.list);
}

export function toTicket(
  page: Document,
  { ticketId, root }: Place,
  linked: readonly LinkedTicket[],
  unread: Ticket['unread'],
): Ticket {
  const tables = selectAll(page, FACTS);
  const [status, , assignee, topic] = tables;
  const subject = lineOf(select(page, SUBJECT));
  const title = lineOf(select(page, TITLE_LINK));
  const email = lineOf(select(page, USER_EMAIL));
  const requester = {
    id: /^user-(\d+)-/.exec(attributeOf(page, USER_NAME, 'id'))?.[1] ?? email,
    name: lineOf(select(page, USER_NAME)) || email,
    email,
  };
  // Agents choose the order in which a thread is shown.
  const entries = findEntries(page)
    .map((entry) => ({ entry, at: timeOf(entry) ?? 0 }))
    .sort((a, b) => a.at - b.at || Number(a.entry.id) - Number(b.entry.id))
    .map(({ entry }) => entry);
  if (entries.length > LIMITS.messages)
    unread.push({ field: 'messages', reason: `only the first ${LIMITS.messages} were read` });
  const messages = entries.slice(0, LIMITS.messages).map((entry) => toOneMessage(entry, subject, unread));
  const url = new URL(root);

  return {
    desk: osTicketDesk.id,
    deskKey: toDeskKey(osTicketDesk.id, url.origin, url.pathname),
    ticketId,
    number: (/#\s*(.+)$/.exec(title) ?? /(\S+)$/.exec(title))?.[1] ?? '',
    url: `${root}/scp/tickets.php?id=${ticketId}`,
    subject,
    status: shownIn(cellsOf(status)[0]),
    priority: shownIn(cellsOf(status)[1]),
    type: shownIn(cellsOf(topic)[0]),
    tags: [],
    requester,
    organization: findOrganization(page, root),
    assignee: shownIn(cellsOf(assignee)[0]),
    // The dates of the ticket itself are written in the agent's language; those of its entries are not.
    createdAt: messages[0]?.at ?? null,
    updatedAt: messages.at(-1)?.at ?? null,
    customFields: findCustomFields(page, tables),
    messages,
    attachments: entries.flatMap((entry) => toAttachments(entry, root)).slice(0, LIMITS.list),
    linked: [...linked],
    unread: unread.slice(0, LIMITS.list),
  };
}
