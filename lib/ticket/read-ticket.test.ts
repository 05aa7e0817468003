import { expect, it, vi } from 'vitest';
import { toPage } from '@/tests/contracts/reader-contract';
import { aTicket } from '@/tests/factories';
import { answerPageRequest } from './page-messages';
import { locateTicket, readTicket } from './read-ticket';
import { anyPageDesk } from './readers/page/desk';
import desk from './readers/page/fixtures/plain-desk.json';
import zammadTicket from './readers/zammad/fixtures/zammad-6-ticket-17.json';
import { zammad } from './readers/zammad/zammad';
import type { HelpDesk } from './ticket-reader';

const url = new URL(desk.url);
const other: HelpDesk = {
  id: 'other',
  script: 'other',
  name: 'Other Desk',
  matches: [/tickets/],
  locate: () => ({ ticketId: '1', basePath: '' }),
  hosts: [],
  fromApi: 'all',
  writesNotes: false,
  findsSimilar: false,
  findsArticles: false,
};
const another: HelpDesk = { ...other, id: 'another', script: 'another', name: 'Another Desk' };
const desks = [other, another, anyPageDesk];

/** What the page script of the generic reader answers. */
const asPage = () => ({ ok: true, html: desk.html, selection: '' });
/** Answers by reader id; the generic reader is the real one unless it is given. */
const page = (answers: Record<string, unknown>) =>
  vi.fn(async (id: string) => (id in answers ? answers[id] : id === 'page' ? asPage() : undefined));
const asked = (ask: ReturnType<typeof page>) => ask.mock.calls.map(([id]) => id);
const notMine = { ok: true, ticket: null };

it('locates the tickets of known products only', () => {
  expect(locateTicket(new URL('https://d.test/rt/Ticket/Display.html?id=7'))).toEqual({
    readerId: 'request-tracker',
    deskKey: 'request-tracker https://d.test/rt',
    ticketId: '7',
  });
  expect(locateTicket(new URL('https://d.test/#ticket/zoom/7'))?.deskKey).toBe('zammad https://d.test');
  expect(locateTicket(new URL('https://d.test/anything'))).toBeNull();
});

it('asks the reader that the address names, and no other', async () => {
  const ask = vi.fn((reader: string) =>
    answerPageRequest({ to: 'baton-page', reader, type: 'read' }, toPage(zammadTicket), zammad),
  );
  const result = await readTicket(new URL(zammadTicket.url), ask);
  expect(result).toMatchObject({ ok: true, value: { desk: 'zammad', number: '22017' } });
  expect(ask.mock.calls.map(([id]) => id)).toEqual(['zammad']);
});

it('hands a page on when a reader says that it is not its own; to the generic one only when any page is wanted', async () => {
  const ask = page({ other: notMine, another: notMine });
  expect(await readTicket(url, ask, undefined, desks)).toBeNull();
  expect(asked(ask)).toEqual(['other', 'another']);
  expect(await readTicket(url, ask, 'any', desks)).toMatchObject({ ok: true, value: { desk: 'page' } });
  expect(await readTicket(new URL('https://d.test/x'), ask, undefined, desks)).toBeNull();
  expect(await readTicket(new URL('chrome://settings'), ask, 'any', desks)).toBeNull();
});

it.each([
  ['fails', { ok: false, broken: true, error: { kind: 'changed-layout', detail: 'bug' } }],
  ['answers nothing', undefined],
  ['answers a text', 'ticket'],
  ['answers no ticket', { ok: true, ticket: { desk: 'other' } }],
  ['answers an error of no kind', { ok: false, error: { kind: 'x', detail: 'y' } }],
  ['answers an error without words', { ok: false, error: { kind: 'server', detail: 5 } }],
])('does not let a reader that %s hide the others', async (_, answer) => {
  const ask = page({ other: answer, another: notMine });
  const result = await readTicket(url, ask, undefined, desks);
  expect(asked(ask)).toEqual(['other', 'another', 'page']);
  expect(result?.ok && result.value.unread[0]?.field).toBe('Other Desk');
  expect(await readTicket(url, page({ other: answer }), undefined, [other])).toMatchObject({
    ok: false,
    error: { kind: 'changed-layout', detail: expect.stringContaining('Other Desk') },
  });
});

it('refuses a ticket that breaks the schema, whoever read it', async () => {
  const hostile = { ok: true, ticket: aTicket({ url: 'javascript:alert(1)' }) };
  const broken = { ok: true, html: 5, selection: '' };
  const result = await readTicket(url, page({ other: hostile, page: broken }), 'any', [other, anyPageDesk]);
  expect(result).toMatchObject({ ok: false, error: { kind: 'changed-layout' } });
});

it.each(['offline', 'server', 'changed-layout', 'too-large'] as const)(
  'reads the page in front under the desk’s name when its API is %s',
  async (kind) => {
    const ask = page({ other: { ok: false, error: { kind, detail: 'It is silent.' } }, another: notMine });
    expect(await readTicket(url, ask, undefined, desks)).toMatchObject({
      ok: true,
      value: {
        desk: 'other',
        ticketId: '1',
        fromPage: true,
        unread: expect.arrayContaining([
          { field: 'Other Desk', reason: 'It is silent. Read from the page instead.' },
        ]),
      },
    });
  },
);

it('keeps the desk’s error when the page shows no conversation', async () => {
  const error = { kind: 'server', detail: 'It is silent.' } as const;
  const login = { ok: true, html: '<h1>Sign in</h1><p>Please log in to go on.</p>', selection: '' };
  const ask = page({ other: { ok: false, error }, page: login });
  expect(await readTicket(url, ask, undefined, [other, anyPageDesk])).toEqual({ ok: false, error });
});

it('reads an unfinished page by structure only when any page is wanted', async () => {
  const error = { kind: 'half-loaded', detail: 'Wait.' } as const;
  const ask = () => page({ other: { ok: false, error } });
  expect(await readTicket(url, ask(), undefined, [other, anyPageDesk])).toEqual({ ok: false, error });
  expect(await readTicket(url, ask(), 'any', [other, anyPageDesk])).toMatchObject({
    ok: true,
    value: { desk: 'other', fromPage: true },
  });
});

it('reads a desk of the address table by structure, under its name', async () => {
  const byAddress: HelpDesk = { ...other, script: 'page' };
  const ask = page({});
  expect(await readTicket(url, ask, undefined, [byAddress, anyPageDesk])).toMatchObject({
    ok: true,
    value: { desk: 'other', deskKey: `other ${url.origin}`, ticketId: '1' },
  });
  expect(asked(ask)).toEqual(['page']);
});

it('passes on why a page that is the reader’s could not be read', async () => {
  const error = { kind: 'logged-out', detail: 'You are logged out.' } as const;
  const ask = page({ other: { ok: false, error } });
  expect(await readTicket(url, ask, 'any', desks)).toEqual({ ok: false, error });
  expect(asked(ask)).toEqual(['other']);
});

it('does not swallow that the page cannot be reached', async () => {
  const ask = () => Promise.reject(new Error('no permission'));
  await expect(readTicket(url, ask, undefined, desks)).rejects.toThrow('no permission');
});
