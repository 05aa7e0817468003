import * as v from 'valibot';
import { toLine } from '@/lib/ticket/bounds';
import { LIMITS } from '@/lib/ticket/limits';
import type { LinkedTicket, Ticket } from '@/lib/ticket/ticket';
import type { Desk } from '@/lib/ticket/ticket-reader';
import type { FreshdeskTicket } from './answers';
import { fetchEither } from './rest';
import { ticketUrl } from './to-ticket';

/** By `association_type`: what the linked tickets are to a parent, a child, a tracker and a ticket under a tracker. */
const KINDS: Readonly<Record<string, LinkedTicket['kind']>> = {
  1: 'child',
  2: 'parent',
  3: 'incident',
  4: 'problem',
};

export async function fetchLinked(
  desk: Desk,
  ticket: FreshdeskTicket,
  unread: Ticket['unread'],
): Promise<LinkedTicket[]> {
  const kind = KINDS[toLine(ticket.association_type)];
  if (!kind) return [];
  const list = kind === 'child' || kind === 'incident' ? 'associated_tickets' : 'prime_association';
  const linked = await fetchEither(desk, `tickets/${ticket.id}/${list}`, v.unknown());
  if (!linked.ok) unread.push({ field: 'linked tickets', reason: linked.error.detail });
  const known: unknown[] = linked.ok
    ? [linked.value].flat()
    : ticket.associated_tickets_list.map((id) => ({ id }));
  return known.slice(0, LIMITS.list).flatMap((other) => {
    const { id, subject } = Object(other) as { id?: unknown; subject?: unknown };
    return typeof id === 'number'
      ? [{ kind, id: toLine(id), title: toLine(subject), url: ticketUrl(desk.url.origin, id) }]
      : [];
  });
}
