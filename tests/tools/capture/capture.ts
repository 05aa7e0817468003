import { randomUUID } from 'node:crypto';
import { finishTicket } from '@/lib/ticket/finish-ticket';
import { readerById } from '@/lib/ticket/readers';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, TicketReader } from '@/lib/ticket/ticket-reader';
import type { Recorded } from '../../contracts/reader-contract';
import { idsOf, readerWords } from './kept-words';
import { Pseudonyms } from './pseudonyms';
import { Scrubber } from './scrub';

/** What a running page gives: its address, its HTML, and whatever its desk answers with the session of the page. */
export interface LivePage {
  readonly url: string;
  /** What scripts of the page may read; used for reading, never written down. */
  readonly cookie: string;
  readonly html: string;
  readonly fetch: (path: string, init: RequestInit | undefined) => Promise<Response>;
}

export interface Capture {
  readonly recorded: Recorded;
  readonly expected: Ticket;
}

/** The capture was refused; the message says why. Nothing was written. */
export class CaptureError extends Error {}

const pathOf = (input: RequestInfo | URL): string => {
  const { pathname, search } = new URL(String(input));
  return decodeURIComponent(pathname + search).replaceAll('+', ' ');
};

function toPage(url: string, cookie: string, html: string, answer: Page['fetch']): Page {
  const document = new DOMParser().parseFromString(html, 'text/html');
  Object.defineProperty(document, 'cookie', { value: cookie });
  return { url: new URL(url), document, fetch: answer, signal: new AbortController().signal, selection: '' };
}

async function readOrRefuse(reader: TicketReader, page: Page, when: string): Promise<Ticket> {
  const result = await reader.read(page);
  if (result === null) throw new CaptureError(`${reader.name} says ${when} that this is not its page.`);
  if (!result.ok) throw new CaptureError(`${when}: ${result.error.kind}: ${result.error.detail}`);
  return finishTicket(result.value);
}

async function toRecordedAnswer(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!response.ok) return { $status: response.status };
  if (/json/i.test(response.headers.get('content-type') ?? '')) {
    const link = response.headers.get('link');
    const next = response.headers.get('x-next-page');
    const $headers = { ...(link ? { link } : {}), ...(next ? { 'x-next-page': next } : {}) };
    return Object.keys($headers).length > 0 ? { $json: JSON.parse(text), $headers } : JSON.parse(text);
  }
  return { $html: text };
}

/** The recording's answers again, as the contract kit serves them. */
function serve(answers: Recorded['answers']): Page['fetch'] {
  return async (input) => {
    const answer = answers[pathOf(input)] as
      | { $html?: string; $status?: number; $json?: unknown; $headers?: object }
      | undefined;
    if (answer === undefined || answer.$status) return new Response('{}', { status: answer?.$status ?? 404 });
    const headers = {
      ...answer.$headers,
      'content-type': answer.$html === undefined ? 'application/json' : 'text/html',
    };
    return new Response(answer.$html ?? JSON.stringify(answer.$json ?? answer), { headers });
  };
}

/** What must survive the scrubbing: everything but words. */
const shapeOf = (ticket: Ticket) =>
  JSON.stringify({
    messages: ticket.messages.map(({ role, visibility, at, text }) => [role, visibility, at, text !== '']),
    attachments: ticket.attachments.length,
    filled: Object.entries(ticket).map(([key, value]) => [key, Boolean(value)]),
  });

/** The desk's own host: a made-up one of the same product, or of nobody. */
function standInHost(readerId: string, url: URL): string {
  const wild = readerById(readerId)?.hosts.find((host) => /^https:\/\/\*\./.test(host));
  const suffix = wild?.replace(/^https:\/\/\*|\/\*$/g, '');
  if (suffix && url.hostname.endsWith(suffix)) return `orchard${suffix}`;
  return readerById(readerId)?.hosts.includes(`https://${url.hostname}/*`) ? url.hostname : 'desk.example';
}

/** Reads a running page, replaces every word people wrote, and proves that the same ticket can still be read from it. */
export async function capture(
  reader: TicketReader,
  live: LivePage,
  about: { readonly product: string; readonly version: string },
): Promise<Capture> {
  const answers: Record<string, unknown> = {};
  const record: Page['fetch'] = async (input, init) => {
    const response = await live.fetch(new URL(String(input)).href, init);
    answers[pathOf(input)] = await toRecordedAnswer(response.clone());
    return response;
  };
  const original = await readOrRefuse(
    reader,
    toPage(live.url, live.cookie, live.html, record),
    'before scrubbing',
  );
  const kept = readerWords(reader.id);
  for (const id of idsOf(original)) kept.add(id.toLowerCase());
  const own = new URL(live.url);
  const place = { own, host: standInHost(reader.id, own) };
  const scrubber = new Scrubber(new Pseudonyms(randomUUID(), kept), place);
  const scrubbed = scrubber.recording({ ...about, url: live.url, html: live.html, answers });
  const recorded = reader.fromApi === 'all' ? { ...scrubbed, html: shell(scrubbed.html) } : scrubbed;
  const expected = await readOrRefuse(
    reader,
    toPage(recorded.url, live.cookie, recorded.html, serve(recorded.answers)),
    'after scrubbing',
  );
  if (shapeOf(expected) !== shapeOf(original))
    throw new CaptureError(
      'After scrubbing another ticket is read: the reader depends on words it does not name in its code.',
    );
  return { recorded, expected };
}

/** Of a page that is read by its API only what shows whose page it is. */
function shell(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll('body *')) {
    const keeps = element.id || /^(META|SCRIPT|LINK)$/.test(element.nodeName) || element.children.length > 0;
    if (!keeps) element.remove();
  }
  return `<!doctype html>${page.documentElement.outerHTML}`;
}
