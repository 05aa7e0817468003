import { database } from '@/lib/db/database';
import { healthAfterFailure, healthAfterReading, type ReaderHealth } from './reader-health';
import { type SeenTicket, toSeenTicket } from './seen-ticket';
import type { Ticket } from './ticket';
import type { ReadError } from './ticket-reader';

/** The oldest of a desk go first. Enough for months of one agent's tickets, small enough to look through at once. */
const MAX_SEEN = 2_000;

/** Keeps the ticket among those seen and the health of its desk's reader. */
export async function saveRead(ticket: Ticket, byPage: boolean, at: number): Promise<void> {
  const db = database();
  await db.transaction('rw', db.seenTickets, db.readerHealth, async () => {
    await db.seenTickets.put(toSeenTicket(ticket, at));
    await db.readerHealth.put(healthAfterReading(ticket, byPage, at));
    const ofDesk = db.seenTickets
      .where('[deskKey+seenAt]')
      .between([ticket.deskKey, 0], [ticket.deskKey, Infinity]);
    const surplus = (await ofDesk.count()) - MAX_SEEN;
    if (surplus > 0) await db.seenTickets.bulkDelete(await ofDesk.limit(surplus).primaryKeys());
  });
}

export async function saveFailure(
  deskKey: string,
  deskId: string,
  error: ReadError,
  at: number,
): Promise<void> {
  const db = database();
  await db.transaction('rw', db.readerHealth, async () => {
    const before = await db.readerHealth.get(deskKey);
    await db.readerHealth.put(healthAfterFailure(before, { deskKey, deskId }, error, at));
  });
}

/** Tickets of a desk that were open beside Baton, latest first. */
export function listSeen(deskKey: string): Promise<SeenTicket[]> {
  const ofDesk = database().seenTickets.where('[deskKey+seenAt]');
  return ofDesk.between([deskKey, 0], [deskKey, Infinity]).reverse().toArray();
}

export function listHealth(): Promise<ReaderHealth[]> {
  return database().readerHealth.toArray();
}

export async function forgetHealth(deskKey: string): Promise<void> {
  await database().readerHealth.delete(deskKey);
}
