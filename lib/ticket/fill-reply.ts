import * as z from 'zod/mini';
import { err, ok, type Result } from '@/lib/std/result';
import { MINUTE_MS, SECOND_MS } from '@/lib/std/time';
import { deskById } from './desks';
import { LIMITS } from './limits';
import type { Ticket } from './ticket';
import { type NewReply, READ_ERROR_KINDS, type ReadError, type ReplyReceipt } from './ticket-reader';

/** Asks the reader's script on the ticket's page; the answer is foreign. Rejects when the page cannot be reached. */
type Ask = (script: string, request: { type: 'reply'; deskKey: string; reply: NewReply }) => Promise<unknown>;

type ReplyTicket = Pick<Ticket, 'desk' | 'deskKey' | 'ticketId'>;
type Filled = Result<ReplyReceipt, ReadError>;

const Answer = z.union([
  z.object({
    ok: z.literal(true),
    receipt: z.object({
      written: z.enum(['inserted', 'holds-text', 'other-page']),
      visibility: z.nullable(z.enum(['public', 'internal', 'everyone'])),
    }),
  }),
  z.object({
    ok: z.literal(false),
    error: z.object({ kind: z.enum(READ_ERROR_KINDS), detail: z.string().check(z.maxLength(LIMITS.line)) }),
  }),
]);

/** Why a page refuses, where it says no more: what its script need not carry. */
const REFUSED: Partial<Record<ReadError['kind'], string>> = {
  'not-found': 'Another ticket is open by now. Go back to it, then try again.',
  'changed-layout': 'The reply box was not found. Copy the text instead.',
  'half-loaded':
    'The editor is not loaded yet, or it shows its source. Wait or switch it back, then try again.',
};

/** Puts a text into the reply box of the ticket's page. The page itself checks that this ticket is still in front. */
export async function fillReply(
  { desk, deskKey, ticketId }: ReplyTicket,
  reply: Omit<NewReply, 'ticketId'>,
  ask: Ask,
): Promise<Filled> {
  const request = { type: 'reply', deskKey, reply: { ...reply, ticketId } } as const;
  const raw = await ask(deskById(desk)?.script ?? desk, request).catch(() => null);
  if (raw === null)
    return err({ kind: 'offline', detail: 'The ticket’s page cannot be reached. Open it, then try again.' });
  const answer = Answer.safeParse(raw);
  if (!answer.success)
    return err({ kind: 'changed-layout', detail: 'The page answered in another form than expected.' });
  if (answer.data.ok) return ok(answer.data.receipt);
  const { kind, detail } = answer.data.error;
  return err({ kind, detail: detail || (REFUSED[kind] ?? 'The text was not put into the reply box.') });
}

/** The page with the ticket's reply box, at desks where that is another than the ticket's own. */
export function replyAddress({ desk, deskKey, ticketId }: ReplyTicket): string | null {
  return deskById(desk)?.replyAddress?.(deskKey.split(' ', 2)[1] ?? '', ticketId) ?? null;
}

const AGAIN_AFTER_MS = SECOND_MS / 2;
const MOST_TRIES = MINUTE_MS / AGAIN_AFTER_MS;

/** `fillReply` on a page that was loaded just now: its editor may still be coming up. */
export async function fillFreshReply(...given: Parameters<typeof fillReply>): Promise<Filled> {
  for (let tries = 1; ; tries += 1) {
    const answer = await fillReply(...given);
    if (answer.ok || answer.error.kind !== 'half-loaded' || tries === MOST_TRIES) return answer;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  }
}
