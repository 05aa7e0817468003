import { toLine, toRaw } from '@/lib/ticket/bounds';
import { htmlToText } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import type { Message, Ticket } from '@/lib/ticket/ticket';
import { fieldsOf, type HubSpotEvent, type HubSpotRecord, propertyOf, toTime } from './answers';

/**
 * Mails are what the customer wrote or got. Notes, calls and all other entries are made by agents for agents; a mail
 * that an agent forwarded into HubSpot says nothing about who else has seen it.
 */
const KINDS: Readonly<Record<string, Pick<Message, 'role' | 'visibility'>>> = {
  INCOMING_EMAIL: { role: 'customer', visibility: 'public' },
  EMAIL: { role: 'agent', visibility: 'public' },
  FORWARDED_EMAIL: { role: 'customer', visibility: 'internal' },
};
const BY_AGENTS = { role: 'agent', visibility: 'internal' } as const;
/** To-dos say nothing about what happened. */
const SKIPPED = /^(TASK|MARKETING_EMAIL)$/;

function toEntry(event: HubSpotEvent, owners: ReadonlyMap<string, string>, unread: Ticket['unread']) {
  const data = fieldsOf(event.eventData);
  const engagement = fieldsOf(data.engagement);
  const metadata = fieldsOf(data.metadata);
  const type = toLine(data.engagementType ?? engagement.type);
  if (SKIPPED.test(type)) return [];
  const id = toLine(engagement.id ?? event.id);
  const html = toRaw(metadata.html) || toRaw(metadata.body);
  const full = html || toRaw(metadata.text);
  const body = full || toRaw(engagement.bodyPreview);
  if (!body) return [];
  if (!full) unread.push({ field: `message ${id}`, reason: 'only its beginning was given' });
  const from = fieldsOf(metadata.from);
  const name = toLine(`${toLine(from.firstName)} ${toLine(from.lastName)}`);
  return [
    toMessage(
      {
        ...(KINDS[type] ?? BY_AGENTS),
        id,
        author: name || toLine(from.email) || (owners.get(toLine(engagement.ownerId)) ?? ''),
        at: toTime(engagement.timestamp ?? event.timestamp),
        body,
        isHtml: html !== '' || /<[a-z][^<>]*>/i.test(body),
      },
      unread,
    ),
  ];
}

/** What the ticket was opened with; a mail that opened it stands in the timeline as well. */
function toDescription(
  ticket: HubSpotRecord,
  requester: Ticket['requester'],
  said: readonly Message[],
  unread: Ticket['unread'],
) {
  const body = toRaw(propertyOf(ticket, 'content'));
  const start = toLine(htmlToText(body.slice(0, 2_000)).text).slice(0, 80);
  if (!start || said.some(({ text, role }) => role === 'customer' && toLine(text).startsWith(start)))
    return [];
  return [
    toMessage(
      {
        id: 'content',
        author: requester.name,
        role: 'customer',
        visibility: 'public',
        at: toTime(propertyOf(ticket, 'createdate')),
        body,
        isHtml: /<[a-z][^<>]*>/i.test(body),
      },
      unread,
    ),
  ];
}

export function toMessages(
  ticket: HubSpotRecord,
  events: readonly HubSpotEvent[],
  requester: Ticket['requester'],
  owners: ReadonlyMap<string, string>,
  unread: Ticket['unread'],
): Message[] {
  const said = events
    .filter(({ etype }) => etype === 'eventEngagement')
    .flatMap((event) => toEntry(event, owners, unread))
    .sort((one, other) => (one.at ?? 0) - (other.at ?? 0));
  const hasThread = events.some(({ etype }) => /conversation|thread/i.test(etype));
  if (hasThread || (propertyOf(ticket, 'hs_conversations_originating_thread_id') && said.length === 0))
    unread.push({
      field: 'chat messages',
      reason: 'HubSpot keeps them apart from the ticket: select them on the page to add them',
    });
  return [...toDescription(ticket, requester, said, unread), ...said].slice(0, LIMITS.messages);
}
