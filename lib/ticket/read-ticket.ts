import { err, ok, type Result } from '@/lib/std/result';
import { readers } from './readers';
import { type Ticket, TicketSchema, toDeskKey } from './ticket';
import type { Page, ReadError, TicketReader } from './ticket-reader';

export interface TicketPlace {
  readonly readerId: string;
  readonly deskKey: string;
  readonly ticketId: string;
}

interface Located extends TicketPlace {
  readonly reader: TicketReader;
}

function* candidates(url: URL, from: readonly TicketReader[]): Generator<Located> {
  for (const reader of from) {
    if (reader.matches.length > 0 && !reader.matches.some((pattern) => pattern.test(url.href))) continue;
    const place = reader.locate(url);
    if (!place) continue;
    const deskKey = toDeskKey(reader.id, url.origin, place.basePath);
    yield { reader, readerId: reader.id, deskKey, ticketId: place.ticketId };
  }
}

/**
 * Which ticket this address names, by the first product that knows it. Null on any other page: the generic reader takes
 * every page, but only when it is asked to read one.
 */
export function locateTicket(url: URL, from: readonly TicketReader[] = readers): TicketPlace | null {
  const products = from.filter((reader) => reader.matches.length > 0);
  for (const { readerId, deskKey, ticketId } of candidates(url, products))
    return { readerId, deskKey, ticketId };
  return null;
}

/**
 * The open ticket as one validated record. A reader that says null hands over to the next, and so does one that throws:
 * a bug in one reader must not keep the generic one from helping.
 */
export async function readTicket(
  page: Page,
  from: readonly TicketReader[] = readers,
): Promise<Result<Ticket, ReadError>> {
  let broken = '';
  for (const { reader } of candidates(page.url, from)) {
    try {
      const result = await reader.read(page);
      if (!result) continue;
      if (!result.ok) return result;
      const parsed = TicketSchema.safeParse(result.value);
      if (parsed.success) {
        const note = { field: broken, reason: 'its reader failed, so the page was read as any page' };
        if (broken) parsed.data.unread = [note, ...parsed.data.unread].slice(0, 500);
        return ok(parsed.data);
      }
      broken = reader.name;
    } catch {
      broken = reader.name;
    }
  }
  return broken
    ? err({
        kind: 'changed-layout',
        detail: `${broken} shows its tickets in another way than expected. Select text on the page instead.`,
      })
    : err({ kind: 'not-found', detail: 'This page is no ticket.' });
}
