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

/** The HTML of a saved page, in the encoding it names. */
export function loadPage(file: string): string {
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
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(named ?? 'utf-8');
  } catch {
    decoder = new TextDecoder('utf-8');
  }
  const html = decoder.decode(bytes);
  if (html.includes('\0') || !/<[a-z!][^>]*>/i.test(html))
    throw new WrongCall(`${file} is not an HTML page.`);
  return html;
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

/** Reads as the panel does when it is asked to read whatever page is open. A saved page has no server. */
export async function readSavedPage(url: URL, html: string): Promise<Result<PrintedTicket, ReadError>> {
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
