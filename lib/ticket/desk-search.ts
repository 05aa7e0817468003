import * as z from 'zod/mini';
import { err, ok, type Result } from '@/lib/std/result';
import { deskById } from './desks';
import { finishSimilar } from './finish-similar';
import { LIMITS } from './limits';
import type { SeenTicket } from './seen-ticket';
import { type FoundArticle, FoundArticlesSchema, type SimilarTicket, SimilarTicketsSchema } from './similar';
import { countWords, tellingWords } from './telling-words';
import type { Organization, Ticket } from './ticket';
import { READ_ERROR_KINDS, type ReadError } from './ticket-reader';

/** Asks the reader's script on the ticket's page; the answer is foreign. Rejects when the page cannot be reached. */
type Ask = (
  script: string,
  request:
    | { type: 'similar'; deskKey: string; query: { ticketId: string; words: string[] } }
    | { type: 'articles'; deskKey: string; words: string[] },
) => Promise<unknown>;

const Failure = z.object({
  ok: z.literal(false),
  error: z.object({ kind: z.enum(READ_ERROR_KINDS), detail: z.string().check(z.maxLength(LIMITS.line)) }),
});
const Tickets = z.object({ ok: z.literal(true), tickets: SimilarTicketsSchema });
const Articles = z.object({ ok: z.literal(true), articles: FoundArticlesSchema });

const odd: ReadError = {
  kind: 'changed-layout',
  detail: 'The help desk answered its search in another form than expected.',
};

async function parsed<S extends z.core.$ZodType>(
  schema: S,
  answer: Promise<unknown>,
): Promise<Result<z.output<S>, ReadError>> {
  const raw = await answer.catch(() => null);
  if (raw === null)
    return err({
      kind: 'offline',
      detail: 'The ticket’s page cannot be reached. Open it, then search again.',
    });
  const failure = Failure.safeParse(raw);
  if (failure.success) return err(failure.data.error);
  const found = z.safeParse(schema, raw);
  return found.success ? ok(found.data) : err(odd);
}

/** States in which a ticket no longer counts, in the languages desks are set to most. */
const CLOSED =
  /clos|solv|resol|reject|delet|merged|spam|done|geschlossen|gelöst|erledigt|fermé|résolu|cerrad|resuelt|fechad|encerrad|закры|решен|完了|解決|مغلق/i;

/** One shared code tells more than two shared words. */
const isCode = (word: string) => /\d/.test(word);

/** Tickets seen before that share an error code or two telling words, most words first. */
export function similarAmongSeen(
  ticket: Pick<Ticket, 'ticketId'>,
  words: readonly string[],
  seen: readonly SeenTicket[],
): SimilarTicket[] {
  const scored = seen
    .filter((it) => it.ticketId !== ticket.ticketId && !CLOSED.test(it.status))
    .map((it) => ({ it, text: `${it.subject}\n${it.opening}` }))
    .map(({ it, text }) => ({
      it,
      count: countWords(text, words),
      code: countWords(text, words.filter(isCode)),
    }))
    .filter(({ count, code }) => count >= 2 || code >= 1)
    .toSorted((a, b) => b.code - a.code || b.count - a.count || b.it.seenAt - a.it.seenAt);
  return scored.slice(0, 50).map(({ it }) => {
    const { ticketId, number, url, subject, status, requester, organization, updatedAt } = it;
    return { ticketId, number, url, subject, status, requester, organization, updatedAt };
  });
}

export interface SimilarTickets {
  readonly tickets: readonly SimilarTicket[];
  /**
   * `seen`: the desk has no search Baton can use, so only tickets that were open beside it are known. `offline`: it has
   * one that cannot be reached now, so the same ones stand in.
   */
  readonly from: 'desk' | 'seen' | 'offline';
  /** What was searched for. */
  readonly words: readonly string[];
}

/**
 * Open tickets of the same desk about the same thing: by the desk's own search where its reader has one, else among the
 * tickets that were open beside Baton. Null when the ticket has no word to search for.
 */
export async function findSimilarTickets(
  ticket: Ticket,
  ask: Ask,
  listSeen: (deskKey: string) => Promise<SeenTicket[]>,
): Promise<Result<SimilarTickets, ReadError> | null> {
  const words = tellingWords(ticket);
  if (words.length === 0) return null;
  const { deskKey, ticketId } = ticket;
  const desk = deskById(ticket.desk);
  const amongSeen = async () => similarAmongSeen(ticket, words, await listSeen(deskKey));
  if (!desk?.findsSimilar) return ok({ tickets: await amongSeen(), from: 'seen', words });
  const query = { ticketId, words };
  const answer = await parsed(Tickets, ask(desk.script, { type: 'similar', deskKey, query }));
  if (!answer.ok) {
    const seen = answer.error.kind === 'offline' ? await amongSeen() : [];
    // None among the few that were seen is no answer: then it says what went wrong.
    return seen.length > 0 ? ok({ tickets: seen, from: 'offline', words }) : answer;
  }
  const tickets = answer.value.tickets
    .filter((it) => it.ticketId !== ticketId)
    .map(finishSimilar)
    .map((it, index) => ({ it, index, count: countWords(it.subject, words) }))
    .toSorted((a, b) => b.count - a.count || a.index - b.index)
    .map(({ it }) => it);
  return ok({ tickets, from: 'desk', words });
}

/** Help-center articles that match the ticket; null where the desk has none or the ticket no word to search for. */
export async function findDeskArticles(
  ticket: Ticket,
  ask: Ask,
): Promise<Result<readonly FoundArticle[], ReadError> | null> {
  const words = tellingWords(ticket);
  const desk = deskById(ticket.desk);
  if (words.length === 0 || !desk?.findsArticles) return null;
  const { deskKey } = ticket;
  const answer = await parsed(Articles, ask(desk.script, { type: 'articles', deskKey, words }));
  return answer.ok ? ok(answer.value.articles) : answer;
}

export interface OrganizationGroup {
  readonly organization: Organization | null;
  readonly tickets: readonly SimilarTicket[];
  /** Different people among the requesters. */
  readonly requesters: number;
}

/** Tickets by who is hit, the organization with most tickets first; nameless ones last. */
export function groupByOrganization(tickets: readonly SimilarTicket[]): OrganizationGroup[] {
  const groups = new Map<string, SimilarTicket[]>();
  for (const ticket of tickets) {
    const key = ticket.organization ? `${ticket.organization.source} ${ticket.organization.id}` : '';
    groups.set(key, [...(groups.get(key) ?? []), ticket]);
  }
  return [...groups.values()]
    .map((list) => ({
      organization: list[0]?.organization ?? null,
      tickets: list,
      requesters: new Set(list.map(({ requester }) => requester.email || requester.id || requester.name))
        .size,
    }))
    .toSorted(
      (a, b) => Number(!a.organization) - Number(!b.organization) || b.tickets.length - a.tickets.length,
    );
}
