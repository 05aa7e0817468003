import { browser } from 'wxt/browser';
import { toBase64 } from '@/lib/std/bytes';
import { fetchAttachment } from './attachment-bytes';
import { toText } from './bounds';
import { toDeskKey } from './desk-key';
import { type PageAnswer, type PageRequest, parsePageRequest } from './page-request';
import { watchForNews } from './page-watch';
import type { Desk, NoteReceipt, Page, ReadError, ReplyReceipt, TicketReader } from './ticket-reader';

type AnyAnswer =
  | PageAnswer<PageRequest['type']>
  | { readonly ok: true; readonly receipt: NoteReceipt | ReplyReceipt };

const refuse = (kind: ReadError['kind'], detail: string) => ({ ok: false, error: { kind, detail } }) as const;

/** The page as it is now: an application changes its address and content without loading. */
function toPage(view: Window, signal: AbortSignal): Page {
  return {
    url: new URL(view.location.href),
    document: view.document,
    fetch: (input, init) => fetch(input, init),
    signal,
    selection: toText(view.getSelection()?.toString() ?? '').text,
  };
}

/** The desk of this page, if it is the one that is meant: what is asked runs with the session of this page. */
function deskOf(deskKey: string, page: Page, { id }: TicketReader): Desk | null {
  const [readerId = '', address = ''] = deskKey.split(' ', 2);
  const url = URL.canParse(`${address}/`) ? new URL(`${address}/`) : null;
  const here = `${page.url.origin}${page.url.pathname}`;
  const isHere = url && readerId === id && url.origin === page.url.origin && `${here}/`.startsWith(url.href);
  if (!isHere || toDeskKey(id, url.origin, url.pathname) !== deskKey) return null;
  return { url, fetch: page.fetch, signal: page.signal, document: page.document };
}

const otherDesk = () => refuse('not-found', 'This page belongs to another help desk.');

/** The answer to one request. The ticket is validated by who asked. */
export async function answerPageRequest(
  request: PageRequest,
  page: Page,
  reader: TicketReader,
): Promise<AnyAnswer> {
  switch (request.type) {
    case 'read': {
      const ticket = await reader.read(page);
      if (!ticket) return { ok: true, ticket: null };
      return ticket.ok ? { ok: true, ticket: ticket.value } : ticket;
    }
    case 'snapshot':
      return reader.snapshot
        ? { ok: true, html: reader.snapshot(page.document), selection: page.selection }
        : refuse('changed-layout', 'Reads its own desk only.');
    case 'selection':
      return { ok: true, text: page.selection };
    case 'attachment': {
      const file = await fetchAttachment(page, request.url, request.maxBytes);
      return file.ok ? { ok: true, base64: toBase64(file.value.bytes), type: file.value.type } : file;
    }
    default: {
      const desk = deskOf(request.deskKey, page, reader);
      return desk ? answerForDesk(request, desk, page, reader) : otherDesk();
    }
  }
}

/** What runs with the session of the desk that was named. */
async function answerForDesk(
  request: Extract<PageRequest, { deskKey: string }>,
  desk: Desk,
  page: Page,
  reader: TicketReader,
): Promise<AnyAnswer> {
  switch (request.type) {
    case 'note':
    case 'reply': {
      const receipt =
        request.type === 'note'
          ? await reader.addNote?.(request.note, desk)
          : reader.insertReply?.(request.reply, page);
      if (!receipt) return refuse('forbidden', 'Baton cannot write here.');
      return receipt.ok ? { ok: true, receipt: receipt.value } : receipt;
    }
    case 'similar': {
      const found = await reader.findSimilar?.(request.query, desk);
      return found?.ok === false ? found : { ok: true, tickets: found?.value ?? [] };
    }
    case 'articles': {
      const found = await reader.findArticles?.(request.words, desk);
      return found?.ok === false ? found : { ok: true, articles: found?.value ?? [] };
    }
  }
}

/** Which readers listen on this page already, by id. */
type Listening = Window & { batonListens?: Map<string, () => boolean> };

/**
 * Installs the reader's one listener on the page. Injecting again finds the first one and leaves it; after an update of
 * the extension the old script has lost its `runtime.id`: it stays silent and the new one takes its place.
 */
export function listenToPageRequests(view: Listening, reader: TicketReader): void {
  view.batonListens ??= new Map();
  if (view.batonListens.get(reader.id)?.()) return;
  const { id, onMessage, onConnect } = browser.runtime;
  const isAlive = () => browser.runtime?.id === id;
  view.batonListens.set(reader.id, isAlive);
  // The panel holds the port for as long as it shows this ticket: no panel, no watching.
  onConnect.addListener((port) => {
    if (!isAlive() || port.sender?.id !== id || port.name !== `baton-watch ${reader.id}`) return;
    const stop = watchForNews(view.document, () => port.postMessage('news'));
    port.onDisconnect.addListener(stop);
  });
  onMessage.addListener((message: unknown, sender, respond) => {
    if (!isAlive() || sender.id !== id) return false;
    const { to, reader: asked } = (message ?? {}) as { to?: unknown; reader?: unknown };
    if (to !== 'baton-page' || asked !== reader.id) return false;
    const request = parsePageRequest(message);
    if (!request) {
      respond(refuse('changed-layout', 'Baton was updated. Reload this page, then try again.'));
      return false;
    }
    answerPageRequest(request, toPage(view, new AbortController().signal), reader).then(respond, () =>
      respond({
        ...refuse('changed-layout', 'The page could not be read. Select text on it instead.'),
        broken: true,
      }),
    );
    // Keeps the channel open for the answer.
    return true;
  });
}
