import * as z from 'zod/mini';
import { err, ok, type Result } from '@/lib/std/result';
import { deskById } from './desks';
import { LIMITS } from './limits';
import type { Ticket } from './ticket';
import { type NewReply, READ_ERROR_KINDS, type ReadError, type ReplyReceipt } from './ticket-reader';

/** Asks the reader's script on the ticket's page; the answer is foreign. Rejects when the page cannot be reached. */
type Ask = (script: string, request: { type: 'reply'; deskKey: string; reply: NewReply }) => Promise<unknown>;

const Answer = z.union([
  z.object({
    ok: z.literal(true),
    receipt: z.object({
      written: z.enum(['inserted', 'holds-text']),
      visibility: z.nullable(z.enum(['public', 'internal'])),
    }),
  }),
  z.object({
    ok: z.literal(false),
    error: z.object({ kind: z.enum(READ_ERROR_KINDS), detail: z.string().check(z.maxLength(LIMITS.line)) }),
  }),
]);

/** Puts a text into the reply box of the ticket's page. The page itself checks that this ticket is still in front. */
export async function fillReply(
  { desk, deskKey, ticketId }: Pick<Ticket, 'desk' | 'deskKey' | 'ticketId'>,
  reply: Omit<NewReply, 'ticketId'>,
  ask: Ask,
): Promise<Result<ReplyReceipt, ReadError>> {
  const request = { type: 'reply', deskKey, reply: { ...reply, ticketId } } as const;
  const raw = await ask(deskById(desk)?.script ?? desk, request).catch(() => null);
  if (raw === null)
    return err({ kind: 'offline', detail: 'The ticket’s page cannot be reached. Open it, then try again.' });
  const answer = Answer.safeParse(raw);
  if (!answer.success)
    return err({ kind: 'changed-layout', detail: 'The page answered in another form than expected.' });
  return answer.data.ok ? ok(answer.data.receipt) : err(answer.data.error);
}
