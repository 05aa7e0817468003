import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Ticket } from '@/lib/ticket/ticket';

const READERS = path.resolve(import.meta.dirname, '../../../lib/ticket/readers');

/** Every word of the reader's own code: addresses, field names and states it looks for must stay what they are. */
export function readerWords(reader: string): Set<string> {
  const folder = path.join(READERS, reader);
  const code = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
  return new Set(
    code
      .join('\n')
      .toLowerCase()
      .match(/[\p{L}\p{M}][\p{L}\p{M}\p{N}]*/gu) ?? [],
  );
}

/** Ids tie page, answers and address together. */
export function idsOf(ticket: Ticket): string[] {
  const { ticketId, number, requester, organization, messages, attachments, linked } = ticket;
  const ids = [ticketId, number, requester.id, organization?.id ?? ''];
  const lists = [messages, attachments, linked].flatMap((list) => list.map(({ id }) => id));
  return [...ids, ...lists].flatMap((id) => id.match(/[0-9a-f]{16,}|\d+|^[A-Z]+-\d+$/g) ?? []);
}
