import * as z from 'zod/mini';
import { err, ok, type Result } from '@/lib/std/result';
import { toDeskKey } from './desk-key';
import { LIMITS } from './limits';
import { readers } from './readers';
import { loadGenericReader } from './readers/generic';
import { type Ticket, TicketSchema } from './ticket';
import {
  type HelpDesk,
  type Page,
  READ_ERROR_KINDS,
  type ReadError,
  type RegisteredDesk,
  type TicketIdentity,
} from './ticket-reader';

export interface TicketPlace {
  readonly readerId: string;
  readonly deskKey: string;
  readonly ticketId: string;
}

/** Asks one script on the page; its answer is foreign. Rejects when the page cannot be reached. */
type Ask = (script: string, request: { readonly type: 'read' | 'snapshot' }) => Promise<unknown>;

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

/** A snapshot above this is refused; the page script stops long before. */
const MAX_SNAPSHOT = 12_000_000;
const Snapshot = z.object({
  ok: z.literal(true),
  html: z.string().check(z.maxLength(MAX_SNAPSHOT)),
  selection: z.string().check(z.maxLength(LIMITS.text)),
});

type Answer = Result<Ticket, ReadError> | 'broken' | null;

/** Null: not its page. `broken`: its reader has a bug, or answers in a shape that is no ticket. */
async function parseAnswer(answer: unknown): Promise<Answer> {
  const failure = Failure.safeParse(answer);
  if (failure.success) return failure.data.broken ? 'broken' : err(failure.data.error);
  if (NotMine.safeParse(answer).success) return null;
  const found = Found.safeParse(answer);
  if (!found.success) return 'broken';
  // Its words for quotes and signatures are many: the panel stands before they are needed.
  const { finishTicket } = await import('./finish-ticket');
  return ok(finishTicket(found.data.ticket));
}

/** The page as people see it, read by structure. It is parsed here, inert, so a bug in it cannot hurt the page. */
async function readByStructure(
  generic: RegisteredDesk,
  url: URL,
  ask: Ask,
  identity?: TicketIdentity,
): Promise<Answer> {
  const answer = await ask(generic.script, { type: 'snapshot' });
  const snapshot = Snapshot.safeParse(answer);
  if (!snapshot.success) return parseAnswer(answer);
  const { html, selection } = snapshot.data;
  const page: Page = {
    url,
    document: new DOMParser().parseFromString(html, 'text/html'),
    fetch: () => Promise.reject(new TypeError('A snapshot has no server.')),
    signal: new AbortController().signal,
    selection,
  };
  const { anyPage } = await loadGenericReader();
  const ticket = await anyPage.read(page, identity).catch(() => null);
  if (ticket === null) return 'broken';
  return parseAnswer(ticket.ok ? { ok: true, ticket: ticket.value } : ticket);
}

/** The desk's API is silent, but the agent has the ticket in front: the page itself can still be read. */
const PAGE_MAY_HELP: ReadonlySet<ReadError['kind']> = new Set([
  'offline',
  'server',
  'changed-layout',
  'too-large',
]);

/** A page that looks unfinished to its reader is read by structure only when the agent asks for just that. */
const mayPageHelp = ({ kind }: ReadError, mode: 'any' | undefined): boolean =>
  PAGE_MAY_HELP.has(kind) || (mode === 'any' && kind === 'half-loaded');

/** `fromPage`: its desk's API was silent, so the generic reader read the page instead. */
export type ReadTicket = Ticket & { readonly fromPage?: true };

/** Somebody wrote something: a login page or an empty shell in the ticket's place has no authors and no times. */
const isConversation = ({ messages }: Ticket): boolean =>
  messages.some(({ author, at, text }) => text !== '' && (author !== '' || at !== null));

/** Where the page shows no number, the id in the address of such a desk is what people call the ticket by. */
const withNumber = (ticket: Ticket, id: string): Ticket =>
  ticket.number
    ? ticket
    : { ...ticket, number: id, unread: ticket.unread.filter(({ field }) => field !== 'number') };

/** Says first why the ticket was read from the page alone. */
const readFromPage = (ticket: Ticket, field: string, reason: string): ReadTicket => ({
  ...ticket,
  fromPage: true,
  unread: [{ field, reason }, ...ticket.unread].slice(0, LIMITS.list),
});

/**
 * The open ticket as one validated record; null when the page is none. A reader that says "not my page" hands over to
 * the next, the generic one only when any page is wanted. A reader that breaks, or whose desk does not answer, hands
 * over to the generic one under its own identity: neither a bug nor a fault of the desk's API may keep the page in
 * front from being read.
 */
export async function readTicket(
  url: URL,
  ask: Ask,
  mode?: 'any',
  from: readonly RegisteredDesk[] = readers,
): Promise<Result<ReadTicket, ReadError> | null> {
  let failed: {
    readonly desk: HelpDesk;
    readonly identity: TicketIdentity;
    readonly error: ReadError;
  } | null = null;
  const generic = from.find((desk) => !isProduct(desk) && desk.locate(url));
  for (const { desk, deskKey, ticketId } of candidates(url, from)) {
    const identity = { desk: desk.id, deskKey, ticketId };
    if (generic && desk.script === generic.script) {
      const answer = await readByStructure(generic, url, ask, identity);
      if (answer === 'broken') return err(brokenReader(desk));
      return answer?.ok ? ok(withNumber(answer.value, ticketId)) : answer;
    }
    const answer = await parseAnswer(await ask(desk.script, { type: 'read' }));
    if (answer === null) continue;
    if (answer !== 'broken' && (answer.ok || !mayPageHelp(answer.error, mode))) return answer;
    const error = answer === 'broken' || answer.ok ? brokenReader(desk) : answer.error;
    failed ??= { desk, identity, error };
  }
  if (!generic || !(failed || mode === 'any')) return failed && err(failed.error);
  const answer = await readByStructure(generic, url, ask, failed?.identity);
  if (failed) {
    if (answer === null || answer === 'broken' || !answer.ok || !isConversation(answer.value))
      return err(failed.error);
    return ok(
      readFromPage(answer.value, failed.desk.name, `${failed.error.detail} Read from the page instead.`),
    );
  }
  return answer === 'broken' ? err(brokenReader(generic)) : answer;
}

const brokenReader = (desk: HelpDesk): ReadError => ({
  kind: 'changed-layout',
  detail: `${desk.name} shows its tickets in another way than expected. Select text on the page instead.`,
});
