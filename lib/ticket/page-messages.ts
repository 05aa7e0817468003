import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { toBase64 } from '@/lib/std/bytes';
import { fetchAttachment } from './attachment-bytes';
import { toText } from './bounds';
import { locateTicket, readTicket, type TicketPlace } from './read-ticket';
import { readerById } from './readers';
import { type Ticket, toDeskKey } from './ticket';
import type { NoteReceipt, Page, ReadError } from './ticket-reader';

const to = z.literal('baton-page');
const text = z.string().check(z.maxLength(100_000));
const url = z.string().check(z.maxLength(4_000));

/** What the panel and the background may ask of the page's script. Plain objects, one answer each. */
export const PageRequestSchema = z.union([
  z.object({ to, type: z.enum(['read', 'locate', 'selection']) }),
  z.object({
    to,
    type: z.literal('attachment'),
    url,
    maxBytes: z.number().check(z.gte(0), z.lte(100_000_000)),
  }),
  z.object({
    to,
    type: z.literal('note'),
    deskKey: text,
    note: z.object({
      ticketId: text,
      text,
      link: z.object({ title: text, url }),
      marker: text.check(z.minLength(8)),
    }),
  }),
]);

export type PageRequest = z.infer<typeof PageRequestSchema>;

interface Answers {
  read: { ticket: Ticket };
  /** Null on a page of no known product that was not read yet. Nothing is fetched: a look-alike is believed until then. */
  locate: { place: TicketPlace | null };
  selection: { text: string };
  attachment: { base64: string; type: string };
  note: { receipt: NoteReceipt };
}

export type PageAnswer<T extends PageRequest['type']> =
  | ({ readonly ok: true } & Readonly<Answers[T]>)
  | { readonly ok: false; readonly error: ReadError };

type AnyAnswer = PageAnswer<PageRequest['type']>;

const refuse = (kind: ReadError['kind'], detail: string) => ({ ok: false, error: { kind, detail } }) as const;

/** The page as it is now: an application changes its address and content without loading. */
export function toPage(view: Window, signal: AbortSignal): Page {
  return {
    url: new URL(view.location.href),
    document: view.document,
    fetch: (input, init) => fetch(input, init),
    signal,
    selection: toText(view.getSelection()?.toString() ?? '').text,
  };
}

async function writeNote(
  { deskKey, note }: Extract<PageRequest, { type: 'note' }>,
  page: Page,
): Promise<AnyAnswer> {
  const [readerId = '', address = ''] = deskKey.split(' ', 2);
  const desk = URL.canParse(`${address}/`) ? new URL(`${address}/`) : null;
  const here = `${page.url.origin}${page.url.pathname}`;
  // Any page of the desk will do, but it must be that desk: the note is written with the session of this page.
  const isHere = desk && desk.origin === page.url.origin && `${here}/`.startsWith(desk.href);
  if (!isHere || toDeskKey(readerId, desk.origin, desk.pathname) !== deskKey) {
    return refuse('not-found', 'This page belongs to another help desk than the ticket.');
  }
  const addNote = readerById(readerId)?.addNote;
  if (!addNote) return refuse('forbidden', 'Baton cannot write notes in this help desk.');
  const receipt = await addNote(note, { url: desk, fetch: page.fetch, signal: page.signal });
  return receipt.ok ? { ok: true, receipt: receipt.value } : receipt;
}

/** The answer to one request. `remembered` keeps what a read found out about an address that `locate` alone may mistake. */
export async function answerPageRequest(
  request: PageRequest,
  page: Page,
  remembered: Map<string, TicketPlace> = new Map(),
): Promise<AnyAnswer> {
  switch (request.type) {
    case 'read': {
      const ticket = await readTicket(page);
      if (!ticket.ok) return ticket;
      const { desk, deskKey, ticketId } = ticket.value;
      remembered.clear();
      remembered.set(page.url.href, { readerId: desk, deskKey, ticketId });
      return { ok: true, ticket: ticket.value };
    }
    case 'locate':
      return { ok: true, place: remembered.get(page.url.href) ?? locateTicket(page.url) };
    case 'selection':
      return { ok: true, text: page.selection };
    case 'attachment': {
      const file = await fetchAttachment(page, request.url, request.maxBytes);
      return file.ok ? { ok: true, base64: toBase64(file.value.bytes), type: file.value.type } : file;
    }
    case 'note':
      return writeNote(request, page);
  }
}

/**
 * Installs the page's one listener. Injecting again finds the first one and leaves it; after an update of the extension
 * the old script has lost its `runtime.id`: it stays silent and the new one takes its place.
 */
export function listenToPageRequests(view: Window & { batonListens?: () => boolean }): void {
  if (view.batonListens?.()) return;
  const { id, onMessage } = browser.runtime;
  const isAlive = () => browser.runtime?.id === id;
  view.batonListens = isAlive;
  const remembered = new Map<string, TicketPlace>();
  onMessage.addListener((message: unknown, sender, respond) => {
    if (!isAlive() || sender.id !== id) return false;
    if (typeof message !== 'object' || message === null || !('to' in message) || message.to !== 'baton-page')
      return false;
    const request = PageRequestSchema.safeParse(message);
    if (!request.success) {
      respond(refuse('changed-layout', 'Baton was updated. Reload this page, then try again.'));
      return false;
    }
    answerPageRequest(request.data, toPage(view, new AbortController().signal), remembered).then(
      respond,
      () => respond(refuse('changed-layout', 'The page could not be read. Select text on it instead.')),
    );
    // Keeps the channel open for the answer.
    return true;
  });
}
