import { ok, type Result } from '@/lib/std/result';
import { LIMITS } from '@/lib/ticket/limits';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { type ChatwootMessage, MessagesAnswer } from './answers';
import { fetchApi, otherConversation } from './session';

/** Chatwoot's fixed page (app/finders/message_finder.rb). */
const PAGE_SIZE = 20;
const MAX_PAGES = LIMITS.messages / PAGE_SIZE;

/** The whole conversation, oldest first. Chatwoot gives the newest page and then what lies `before` a message. */
export async function fetchMessages(
  desk: Desk,
  ticketId: string,
): Promise<Result<{ messages: ChatwootMessage[]; complete: boolean }, ReadError>> {
  const found = new Map<number, ChatwootMessage>();
  const toList = () =>
    [...found.values()].sort((a, b) => Number(a.created_at) - Number(b.created_at) || a.id - b.id);
  let query = '';
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await fetchApi(desk, `conversations/${ticketId}/messages${query}`, MessagesAnswer, {
      cache: 'no-store',
    });
    if (!answer.ok) return answer;
    const { payload } = answer.value.data;
    if (payload.some((message) => String(message.conversation_id) !== ticketId)) return otherConversation();
    const before = found.size;
    for (const message of payload) found.set(message.id, message);
    // A page that brings nothing new would be asked for again without end.
    if (payload.length < PAGE_SIZE || found.size === before)
      return ok({ messages: toList(), complete: true });
    query = `?before=${Math.min(...payload.map(({ id }) => id))}`;
  }
  return ok({ messages: toList(), complete: false });
}
