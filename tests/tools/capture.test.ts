import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ticket, TicketSchema } from '@/lib/ticket/ticket';
import type { TicketReader } from '@/lib/ticket/ticket-reader';
import { type Recorded, toResponse } from '../contracts/reader-contract';
import { capture } from './capture/capture';
import { readerWords } from './capture/kept-words';
import { Pseudonyms } from './capture/pseudonyms';

const READERS = 'lib/ticket/readers';
const modules = import.meta.glob<Record<string, unknown>>('/lib/ticket/readers/*/*.ts');
const parse = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** The first recorded ticket of every reader. */
const recordings = readdirSync(READERS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['page', 'by-address'].includes(entry.name))
  .map(({ name }) => {
    const folder = path.join(READERS, name, 'fixtures');
    const file = readdirSync(folder).find((it) => it.endsWith('.expected.json')) ?? '';
    const original = parse(path.join(folder, file)) as Ticket;
    return {
      id: name,
      recorded: parse(path.join(folder, file.replace('.expected', ''))) as Recorded,
      original,
    };
  });

async function readerOf(id: string): Promise<TicketReader> {
  const loaded = await modules[`/lib/ticket/readers/${id}/${id}.ts`]?.();
  return Object.values(loaded ?? {}).find(
    (it) => typeof it === 'object' && it !== null && 'read' in it,
  ) as TicketReader;
}

/** Serves a recording as the running browser would. */
const live = ({ url, cookie = '', html, answers }: Recorded) => ({
  url,
  cookie,
  html,
  fetch: async (address: string) => {
    const { pathname, search } = new URL(address);
    const asked = decodeURIComponent(pathname + search).replaceAll('+', ' ');
    return asked in answers ? toResponse(answers[asked]) : new Response('{}', { status: 404 });
  },
});

describe('a captured ticket', () => {
  it.each(recordings)(
    'of $id can be read again and holds nobody’s words',
    async ({ id, recorded, original }) => {
      const { recorded: scrubbed, expected } = await capture(await readerOf(id), live(recorded), {
        product: 'Product',
        version: '1',
      });
      expect(TicketSchema.safeParse(expected).error?.issues).toBeUndefined();
      expect(expected.messages).toHaveLength(original.messages.length);
      const product = readerWords(id);
      const text = JSON.stringify([scrubbed, expected]).toLowerCase();
      const people = [
        original.requester,
        ...original.messages.map(({ author }) => ({ name: author, email: '' })),
      ];
      for (const { name, email } of people) {
        if (email) expect(text).not.toContain(email.toLowerCase());
        // "Agent One" is nobody: both are words of the product.
        const said = name.toLowerCase().split(/\s+/);
        if (said.length > 1 && !said.every((word) => product.has(word)))
          expect(text).not.toContain(name.toLowerCase());
      }
      // A sentence of somebody's, not single words, which the product may use as well.
      for (const { text: words } of original.messages) {
        const start = words.slice(0, 40).toLowerCase();
        if (/\p{L}.*\s.*\p{L}.*\s.*\p{L}/u.test(start))
          expect(text).not.toContain(JSON.stringify(start).slice(1, -1));
      }
    },
  );
});

describe('pseudonyms', () => {
  const words = new Pseudonyms('salt', new Set(['open', 'id', '4711']));
  it.each([
    [
      'Mira Okafor wrote on 2026-11-02T09:00:00Z',
      /^\p{Lu}\p{Ll}{3} \p{Lu}\p{Ll}{5} \p{Ll}{5} \p{Ll}{2} 2026-11-02T09:00:00Z$/u,
    ],
    ['open 4711', /^open 4711$/],
    ['call 0301234567, room 12', /^\p{Ll}{4} (?!0301234567)\d{10}, \p{Ll}{4} 12$/u],
    ['mira@harbor.test', /^(?!mira)\p{Ll}{4}@(?!harbor)\p{Ll}{6}\.example$/u],
    ['Ошибка экспорта', /^\p{Script=Cyrillic}{6} \p{Script=Cyrillic}{8}$/u],
    ['請求書', /^\p{Script=Han}{3}$/u],
  ])('%s', (text, shape) => {
    expect(words.text(text)).toMatch(shape);
    expect(words.text(text)).toBe(words.text(text));
  });

  it('keep an address an address', () => {
    const own = new URL('https://desk.harbor.test/');
    expect(words.url('https://desk.harbor.test/open/4711?id=4711#open', own, 'desk.example')).toBe(
      'https://desk.example/open/4711?id=4711#open',
    );
    expect(words.url('/open/4711', own, 'desk.example')).toBe('/open/4711');
    expect(words.url('https://tracker.harbor.test/x', own, 'desk.example')).toMatch(
      /^https:\/\/\w+\.example\/\w$/,
    );
    expect(words.url('mailto:mira@harbor.test', own, 'desk.example')).toMatch(/^mailto:\w+@\w+\.example$/);
  });
});
