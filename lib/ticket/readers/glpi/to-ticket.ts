import { toHttpUrl } from '@/lib/std/text';
import { toInstant, toLine, toText } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import { toOrganization } from '@/lib/ticket/organization';
import type { LinkedTicket, Ticket } from '@/lib/ticket/ticket';
import { glpiDesk } from './desk';
import { SELECTORS } from './selectors';
import { type Entry, readFiles, textOf } from './timeline';
import { timeReader } from './times';

/** Logs, reminders, approvals and documents on their own are no words to the reader of a ticket. */
const SPOKEN = /^(Ticket|ITILFollowup|TicketTask|ITILSolution)$/;
const FIELDS = ['itilcategories_id', 'urgency', 'impact', 'requesttypes_id', 'locations_id'];

interface Actor {
  readonly role: string;
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

function readActors(page: Document): Actor[] {
  return selectAll(page, SELECTORS.actor).map((option) => ({
    role: attribute(option.parentElement ?? option, 'data-actor-type'),
    kind: attribute(option, 'data-itemtype'),
    id: attribute(option, 'data-items-id'),
    name: toLine(attribute(option, 'data-text') || attribute(option, 'data-title')),
    email: toLine(attribute(option, 'data-alternative-email') || attribute(option, 'data-default-email')),
  }));
}

/** Chosen value of a field, and its label in the agent's language; empty for GLPI's `-----`. */
function readField(page: Document, name: string): { name: string; value: string } {
  const select = selectAll(page, `#itil-data select[name="${name}"]`)[0];
  const value = select ? toLine(selectAll(select, SELECTORS.chosen)[0]?.textContent) : '';
  const field = select && Element.prototype.closest.call(select, '.form-field');
  const label = field ? textOf(selectAll(field, 'label')[0]) : '';
  return { name: label || name, value: /^-*$/.test(value) ? '' : value };
}

/** The entity is the customer's, except for the root that every GLPI has. */
function readEntity(page: Document, base: URL): { id: string; name: string; url: string } | null {
  const link = selectAll(page, SELECTORS.entity)[0];
  const url = link && toHttpUrl(attribute(link, 'href'), base.href);
  const id = url?.searchParams.get('id') ?? '';
  const name = toLine(link?.textContent).split('>').at(-1)?.trim() ?? '';
  return url && url.origin === base.origin && /^[1-9]\d*$/.test(id) ? { id, name, url: url.href } : null;
}

/** The icon before a link tells the parent (an arrow up) from the child (an arrow down). */
function readLinked(page: Document, base: URL): LinkedTicket[] {
  return selectAll(page, SELECTORS.linked).flatMap((row): LinkedTicket[] => {
    const link = selectAll(row, 'a[href*=".form.php?id="]')[0];
    const url = link && toHttpUrl(attribute(link, 'href'), base.href);
    const [, type, id] = /\/front\/(ticket|problem|change)\.form\.php\?id=(\d+)/.exec(url?.href ?? '') ?? [];
    if (!url || !id || url.origin !== base.origin) return [];
    const icons = selectAll(row, 'i[class]').map((icon) => attribute(icon, 'class'));
    const has = (pattern: RegExp) => icons.some((icon) => pattern.test(icon));
    const kind =
      type === 'problem' ? 'problem' : has(/-up\b/) ? 'parent' : has(/-down\b/) ? 'child' : 'related';
    return [{ kind, id, title: textOf(link).replace(new RegExp(`\\s*\\(${id}\\)$`), ''), url: url.href }];
  });
}

interface Place {
  readonly ticketId: string;
  readonly basePath: string;
}

export function toTicket(page: Document, entries: readonly Entry[], base: URL, place: Place): Ticket {
  const unread: Ticket['unread'] = [];
  const { ticketId } = place;
  const actors = readActors(page);
  const acting = (role: string, kind: string) =>
    actors.filter((actor) => actor.role === role && actor.kind === kind);
  const [asking] = [...acting('requester', 'User'), ...acting('requester', 'Group')];
  const requester = {
    id: toLine(asking?.id === '0' ? asking.email : asking?.id),
    name: asking?.name || asking?.email || '',
    email: asking?.email ?? '',
  };
  if (!asking) unread.push({ field: 'requester', reason: 'the page does not name a requester' });
  const customers = new Set(
    actors.filter(({ role, kind }) => role !== 'assign' && kind === 'User').map(({ id }) => id),
  );
  const workers = [...acting('assign', 'User'), ...acting('assign', 'Group')];

  const opened = selectAll(page, SELECTORS.opened)[0];
  const openedAt = opened ? attribute(opened, 'value') : '';
  const toTime = timeReader(
    entries.map(({ time }) => time),
    openedAt,
  );
  const spoken = entries
    .filter(({ kind }) => SPOKEN.test(kind))
    .map((entry) => ({ ...entry, at: toTime(entry.time) }));
  // Agents may have the newest on top; the description comes first in any case.
  if (spoken[0]?.kind !== 'Ticket') spoken.reverse();
  if (spoken.some(({ at }) => at === null))
    unread.push({ field: 'times', reason: 'the order of day and month is not clear from the page' });
  if (spoken.length > LIMITS.messages)
    unread.push({ field: 'messages', reason: `only the first ${LIMITS.messages} were read` });

  const main = entries.find(({ kind }) => kind === 'Ticket');
  const status = selectAll(page, SELECTORS.status)[0];
  return {
    desk: glpiDesk.id,
    deskKey: toDeskKey(glpiDesk.id, base.origin, place.basePath),
    ticketId,
    number: ticketId,
    url: `${base.origin}${place.basePath}/front/ticket.form.php?id=${ticketId}`,
    subject: main ? textOf(selectAll(main.element, SELECTORS.title)[0]) : '',
    status: readField(page, 'status').value || (status ? toLine(attribute(status, 'title')) : ''),
    priority: readField(page, 'priority').value,
    type: readField(page, 'type').value,
    tags: [],
    requester,
    organization: toOrganization(readEntity(page, base)),
    assignee: workers
      .map(({ name }) => name)
      .filter(Boolean)
      .join(', '),
    createdAt: toInstant(openedAt.replace(' ', 'T')) ?? (main ? toTime(main.time) : null),
    updatedAt: null,
    customFields: FIELDS.map((name) => readField(page, name))
      .filter(({ value }) => value)
      .map(({ name, value }) => ({ name: toLine(name), value: toText(value).text })),
    messages: spoken.slice(0, LIMITS.messages).map((entry) => {
      const isDescription = entry.kind === 'Ticket';
      // Who only wrote a mail has no record: the side tells, where those who work on it stand on the right.
      const isCustomer = entry.authorId ? customers.has(entry.authorId) : !entry.isPrivate;
      return toMessage(
        {
          id: isDescription ? 'description' : `${entry.kind}_${entry.id}`,
          author: entry.author || (isDescription ? requester.name : ''),
          // Somebody who is both asks on his own behalf only where GLPI puts him on the side of the requesters.
          role: isCustomer && !entry.isRight ? 'customer' : 'agent',
          visibility: entry.isPrivate ? 'internal' : 'public',
          at: entry.at,
          body: entry.html,
          isHtml: true,
        },
        unread,
      );
    }),
    attachments: readFiles(entries, base).slice(0, LIMITS.list),
    linked: readLinked(page, base).slice(0, LIMITS.list),
    unread,
  };
}
