import type * as v from 'valibot';
import { ok, type Result } from '@/lib/std/result';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { ConversationsAnswer, type FreshdeskConversation } from './answers';

/** Freshdesk's default; a page that is shorter than this is the last, whatever size the server allows. */
const SHORT_PAGE = 30;
const PAGE_SIZE = 100;
/** Another address may know what this one does not; a session that is over or a busy server is no reason to ask on. */
const ELSEWHERE = /^(forbidden|not-found|changed-layout)$/;
/** The page's own API wraps what the documented one gives bare. */
const WRAPPERS = 'ticket conversations ticket_fields contact results tickets data raw'.split(' ');

const inside = <S extends v.GenericSchema>(schema: S): S => ({
  ...schema,
  '~run': ({ value }, config) => {
    const box = Object(value) as Record<string, unknown>;
    const inner = WRAPPERS.map((key) => box[key]).find((it) => it && typeof it === 'object');
    return schema['~run']({ value: inner ?? value }, config);
  },
});

/** One answer, out of its wrapper. */
export async function fetchInside<S extends v.GenericSchema>(
  desk: Desk,
  address: string,
  schema: S,
): Promise<Result<v.InferOutput<S>, ReadError>> {
  const answer = await fetchJson(desk, address, inside(schema), { cache: 'no-store' });
  return answer.ok ? ok(answer.value.data) : answer;
}

/** Asks the page's own API, which is not part of the account's API limit, then the documented one. */
async function either<T>(
  ask: (base: string) => Promise<Result<T, ReadError>>,
): Promise<Result<T, ReadError>> {
  const own = await ask('/api/_/');
  if (own.ok || !ELSEWHERE.test(own.error.kind)) return own;
  const documented = await ask('/api/v2/');
  return documented.ok ? documented : own;
}

export const fetchEither = <S extends v.GenericSchema>(desk: Desk, path: string, schema: S) =>
  either((base) => fetchInside(desk, base + path, schema));

interface Conversations {
  readonly items: FreshdeskConversation[];
  /** False when the ticket has more than `max`. */
  readonly complete: boolean;
}

/** Replies and notes, oldest first, page by page. The ticket's first message is not among them. */
export const fetchConversations = (
  desk: Desk,
  ticketId: string,
  max: number,
): Promise<Result<Conversations, ReadError>> =>
  either<Conversations>(async (base) => {
    const items = new Map<number, FreshdeskConversation>();
    for (let page = 1; items.size < max; page += 1) {
      const path = `${base}tickets/${ticketId}/conversations?per_page=${PAGE_SIZE}&page=${page}`;
      const answer = await fetchInside(desk, path, ConversationsAnswer);
      if (!answer.ok) return answer;
      const before = items.size;
      for (const item of answer.value) items.set(item.id, item);
      if (answer.value.length < SHORT_PAGE || items.size === before)
        return ok({ items: inOrder(items), complete: true });
    }
    return ok({ items: inOrder(items), complete: false });
  });

/** Ids grow with time. */
const inOrder = (items: ReadonlyMap<number, FreshdeskConversation>): FreshdeskConversation[] =>
  [...items.values()].sort((a, b) => a.id - b.id);
