import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { err, ok, type Result } from '@/lib/std/result';
import { readTicket } from '@/lib/ticket/read-ticket';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { WrongCall } from './call';

const READERS = path.resolve(import.meta.dirname, '../../../lib/ticket/readers');

/** The ticket as this command prints it. */
export type PrintedTicket = ReturnType<typeof toPrinted>;

function toPrinted(ticket: Ticket) {
  const { desk, ticketId, number, url, subject, status, priority, requester, organization } = ticket;
  return {
    desk,
    ticketId,
    number,
    url,
    subject,
    status,
    priority,
    requester: { name: requester.name, email: requester.email },
    organization: organization && { id: organization.id, name: organization.name },
    assignee: ticket.assignee,
    createdAt: ticket.createdAt,
    messages: ticket.messages.map(({ author, role, visibility, at, text }) => ({
      author,
      role,
      visibility,
      at,
      text,
    })),
    attachments: ticket.attachments.map(({ name, type, size, url: href }) => ({
      name,
      type,
      size,
      url: href,
    })),
    unread: ticket.unread,
  };
}

/** The one encoding without a name that is still met: old desks in Russian. Letters of others would be wrong as well. */
const UNNAMED = ['windows-1251', 'windows-1252'] as const;
/** Of letters beyond ASCII this share is Russian, or the encoding is the western one. */
const MOSTLY = 0.6;

/** UTF-8, or what the letters look like where the bytes are none. */
function decodeUnnamed(bytes: Buffer): string {
  const html = new TextDecoder('utf-8').decode(bytes);
  if (!html.includes('\uFFFD')) return html;
  const [russian = '', western = ''] = UNNAMED.map((name) => new TextDecoder(name).decode(bytes));
  // Russian words are whole runs of such letters, western ones hold one or two.
  const letters = russian.match(/[Ѐ-ӿ]/g)?.length ?? 0;
  const inRuns = (russian.match(/[Ѐ-ӿ]{3,}/g) ?? []).join('').length;
  return letters > 0 && inRuns / letters > MOSTLY ? russian : western;
}

const notPage = (file: string): Result<string, ReadError> =>
  err({ kind: 'changed-layout', detail: `${file} is not an HTML page.` });

/** The HTML of a saved page, in the encoding it names or seems to have; an error where the file holds none. */
function loadPage(file: string): Result<string, ReadError> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new WrongCall(`${file} ${code === 'ENOENT' ? 'does not exist' : 'cannot be read as a file'}.`);
  }
  const head = bytes.subarray(0, 4_096).toString('latin1');
  const named = /^\xFF\xFE/.test(head)
    ? 'utf-16le'
    : /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  const html = named ? decode(bytes, named) : decodeUnnamed(bytes);
  return html.includes('\0') || !/<[a-z!][^>]*>/i.test(html) ? notPage(file) : ok(html);
}

/** A name no browser knows counts as none. */
function decode(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return decodeUnnamed(bytes);
  }
}

/** The reading code of a page script: `<script>/<script>.ts`. */
export async function readerOf(script: string): Promise<TicketReader> {
  const file = path.join(READERS, script, `${script}.ts`);
  const loaded: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const reader = Object.values(loaded).find(
    (it): it is TicketReader => typeof it === 'object' && it !== null && 'read' in it,
  );
  if (!reader) throw new Error(`${script} has no reader.`);
  return reader;
}

/** Answers as the page script of a reader would. A bug in it counts as in the product: the next one is asked. */
async function ask(script: string, page: Page): Promise<unknown> {
  const reader = await readerOf(script);
  try {
    const answer = await reader.read(page);
    return answer === null
      ? { ok: true, ticket: null }
      : answer.ok
        ? { ok: true, ticket: answer.value }
        : answer;
  } catch {
    const error = { kind: 'changed-layout', detail: 'The page could not be read.' };
    return { ok: false, error, broken: true };
  }
}

/** Browsers stop at 512; jsdom does not, and takes minutes and all of the stack where a page has tens of thousands. */
const DEEPEST = 5_000;

/** How deep the elements lie that have to be closed. */
function depthOf(html: string): number {
  let [depth, deepest] = [0, 0];
  for (const [, end] of html.matchAll(
    /<(\/?)(?:div|span|section|article|table|ul|ol|b|i|font|blockquote)\b/gi,
  )) {
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Reads as the panel does when it is asked to read whatever page is open. A saved page has no server. */
export async function readSavedPage(url: URL, file: string): Promise<Result<PrintedTicket, ReadError>> {
  const html = loadPage(file);
  if (!html.ok) return html;
  const tooDeep = err({ kind: 'too-large', detail: `${file} is nested too deep to be read here.` } as const);
  if (depthOf(html.value) > DEEPEST) return tooDeep;
  try {
    return await readHtml(url, html.value);
  } catch (error) {
    if (error instanceof RangeError) return tooDeep;
    throw error;
  }
}

async function readHtml(url: URL, html: string): Promise<Result<PrintedTicket, ReadError>> {
  const page: Page = {
    url,
    document: new DOMParser().parseFromString(html, 'text/html'),
    fetch: () => Promise.reject(new TypeError('A saved page has no server.')),
    signal: new AbortController().signal,
    selection: '',
  };
  const result = await readTicket(
    url,
    async (script, { type }) => (type === 'snapshot' ? { ok: true, html, selection: '' } : ask(script, page)),
    'any',
  );
  if (result === null)
    return err({ kind: 'not-found', detail: 'No reader takes this address for a ticket page.' });
  return result.ok ? ok(toPrinted(result.value)) : result;
}
