import * as z from 'zod/mini';
import { err, ok, type Result } from '@/lib/std/result';
import { toDeskKey } from './desk-key';
import { LIMITS } from './limits';
import { readers } from './readers';
import { type Ticket, TicketSchema } from './ticket';
import { type HelpDesk, READ_ERROR_KINDS, type ReadError } from './ticket-reader';

export interface TicketPlace {
  readonly readerId: string;
  readonly deskKey: string;
  readonly ticketId: string;
}

/** Asks the reader's script on the page; its answer is foreign. Rejects when the page cannot be reached. */
type Ask = (readerId: string, request: { readonly type: 'read' }) => Promise<unknown>;

const isProduct = (desk: HelpDesk) => desk.matches.length > 0;

/** The products whose tickets have such an address: several may share one shape. */
function* candidates(url: URL, from: readonly HelpDesk[]): Generator<TicketPlace & { desk: HelpDesk }> {
  for (const desk of from) {
    if (!desk.matches.some((pattern) => pattern.test(url.href))) continue;
    const place = desk.locate(url);
    if (!place) continue;
    const deskKey = toDeskKey(desk.id, url.origin, place.basePath);
    yield { desk, readerId: desk.id, deskKey, ticketId: place.ticketId };
  }
}

/**
 * Which ticket this address names, by the first product that knows it. Null on any other page: the generic reader takes
 * every page, but only when it is asked to read one.
 */
export function locateTicket(url: URL, from: readonly HelpDesk[] = readers): TicketPlace | null {
  for (const { readerId, deskKey, ticketId } of candidates(url, from)) return { readerId, deskKey, ticketId };
  return null;
}

const Failure = z.object({
  broken: z.optional(z.boolean()),
  error: z.object({ kind: z.enum(READ_ERROR_KINDS), detail: z.string().check(z.maxLength(LIMITS.line)) }),
});
const NotMine = z.object({ ok: z.literal(true), ticket: z.null() });
const Found = z.object({ ok: z.literal(true), ticket: TicketSchema });

/** Null: not its page. `broken`: its reader has a bug, or answers in a shape that is no ticket. */
function parseAnswer(answer: unknown): Result<Ticket, ReadError> | 'broken' | null {
  const failure = Failure.safeParse(answer);
  if (failure.success) return failure.data.broken ? 'broken' : err(failure.data.error);
  if (NotMine.safeParse(answer).success) return null;
  const found = Found.safeParse(answer);
  return found.success ? ok(found.data.ticket) : 'broken';
}

/**
 * The open ticket as one validated record; null when the page is none. A reader that says "not my page" hands over to
 * the next, the generic one only when any page is wanted, and so does a broken one: a bug in one reader must not keep
 * the generic one from helping.
 */
export async function readTicket(
  url: URL,
  ask: Ask,
  mode?: 'any',
  from: readonly HelpDesk[] = readers,
): Promise<Result<Ticket, ReadError> | null> {
  let broken = '';
  for (const { desk } of candidates(url, from)) {
    const answer = parseAnswer(await ask(desk.id, { type: 'read' }));
    if (answer === 'broken') broken = desk.name;
    else if (answer) return answer;
  }
  const generic = from.find((desk) => !isProduct(desk) && desk.locate(url));
  if (generic && (broken || mode === 'any')) {
    const answer = parseAnswer(await ask(generic.id, { type: 'read' }));
    if (answer === 'broken') broken ||= generic.name;
    else if (answer?.ok && broken) {
      const note = { field: broken, reason: 'its reader failed, so the page was read as any page' };
      return ok({ ...answer.value, unread: [note, ...answer.value.unread].slice(0, LIMITS.list) });
    } else if (answer) return answer;
  }
  if (!broken) return null;
  const detail = `${broken} shows its tickets in another way than expected. Select text on the page instead.`;
  return err({ kind: 'changed-layout', detail });
}
