import { describe, expect, it } from 'vitest';
import { escapeHtml } from '@/lib/ticket/note';
import type { Desk, NewNote } from '@/lib/ticket/ticket-reader';
import { describeNotes } from '@/tests/contracts/note-contract';
import { describeReader, jsonResponse, toPage } from '@/tests/contracts/reader-contract';
import { describeSearch } from '@/tests/contracts/search-contract';
import expected8 from './fixtures/uvdesk-1.1.7-ticket-8.expected.json';
import ticket8 from './fixtures/uvdesk-1.1.7-ticket-8.json';
import expected31 from './fixtures/uvdesk-1.1.7-ticket-31.expected.json';
import ticket31 from './fixtures/uvdesk-1.1.7-ticket-31.json';
import { SELECTORS } from './selectors';
import { toPhpInstant } from './time';
import { uvdesk } from './uvdesk';

const { own: _, ...used } = SELECTORS;
const THREADS = '/en/member/threads/ajax/31?threadType=all&limit=100&page=1';

describeReader({
  reader: uvdesk,
  cases: [
    { recorded: ticket31, expected: expected31 },
    { recorded: ticket8, expected: expected8 },
  ],
  foreign: [{ ...ticket31, html: '<title>Other desk</title><h1>Ticket #31</h1>' }],
  usesApi: false,
  selectors: Object.values(used),
  poison: (recorded, { subject, body, rest, fieldName }) => {
    const answers = structuredClone(recorded.answers) as Record<string, { threads: { reply: string }[] }>;
    for (const [index, thread] of (Object.values(answers)[0]?.threads ?? []).entries())
      thread.reply = index === 0 ? body : rest;
    const html = recorded.html
      .replace(/(<h1>).*?(<\/h1>)/, (_, open, close) => open + escapeHtml(subject) + close)
      .replace('>Group</label>', `>${fieldName}</label>`);
    return { ...recorded, html, answers };
  },
});

describe('UVdesk', () => {
  it.each([
    ['https://u.test/en/member/ticket/view/7', { ticketId: '7', basePath: '' }],
    [
      'https://u.test/desk/public/pt_BR/team/ticket/view/7/#thread/9',
      { ticketId: '7', basePath: '/desk/public' },
    ],
    ['https://u.test/en/customer/ticket/view/7x', null],
    ['https://u.test/member/ticket/view/7', null],
    ['https://u.test/en/member/tickets', null],
    ['https://u.test/en/member/ticket/view/', null],
  ])('locates %s', (url, place) => expect(uvdesk.locate(new URL(url))).toEqual(place));

  it('gives a ticket the same key in every language', async () => {
    const german = { ...ticket31, url: ticket31.url.replace('/en/', '/de/') };
    const result = await uvdesk.read(
      toPage(german, (path) =>
        jsonResponse((ticket31.answers as Record<string, unknown>)[path.replace('/de/', '/en/')]),
      ),
    );
    expect(result?.ok && result.value.deskKey).toBe(expected31.deskKey);
  });

  it.each([
    [401, 'logged-out'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [500, 'server'],
  ])('says why when its threads answer %s', async (status, kind) => {
    const result = await uvdesk.read(toPage(ticket31, () => jsonResponse('', { status })));
    expect(result).toMatchObject({ ok: false, error: { kind } });
  });

  it('asks as its own page does, and reads three hundred messages page by page', async () => {
    const asked: string[] = [];
    const [template] = ticket31.answers[THREADS].threads;
    const result = await uvdesk.read(
      toPage(ticket31, (path, init) => {
        asked.push(path);
        expect(new Headers(init?.headers).get('x-requested-with')).toBe('XMLHttpRequest');
        const newest = 310 - (Number(/page=(\d+)/.exec(path)?.[1]) - 1) * 100;
        const ids = Array.from({ length: Math.min(100, newest) }, (_, index) => newest - index);
        return jsonResponse({
          threads: ids.map((id) => ({ ...template, id })),
          pagination: { pageCount: 4 },
        });
      }),
    );
    const ids = result?.ok ? result.value.messages.map(({ id }) => id) : [];
    expect(ids).toEqual(['create', ...Array.from({ length: 310 }, (_, index) => String(index + 1))]);
    expect(asked).toHaveLength(4);
  });

  it('stops when the server ignores the page it is asked for', async () => {
    let asked = 0;
    const result = await uvdesk.read(
      toPage(ticket31, () => {
        asked += 1;
        return jsonResponse({ ...ticket31.answers[THREADS], pagination: { pageCount: 50 } });
      }),
    );
    expect(result?.ok).toBe(true);
    expect(asked).toBe(2);
  });

  it.each([
    [{ date: '2026-03-02 10:00:00.000000', timezone: 'Europe/Berlin' }, '2026-03-02T09:00:00Z'],
    [{ date: '2026-07-02 10:00:00.000000', timezone: 'Europe/Berlin' }, '2026-07-02T08:00:00Z'],
    [{ date: '2026-03-02 10:00:00.000000', timezone: 'America/New_York' }, '2026-03-02T15:00:00Z'],
    [{ date: '2026-03-02 10:00:00.000000', timezone: '+05:30' }, '2026-03-02T04:30:00Z'],
    [{ date: '2026-03-02 10:00:00.000000', timezone: 'Not/AZone' }, null],
    [{ date: 'N/A' }, null],
    ['02-03-2026', null],
  ])('understands the time %o', (raw, at) => expect(toPhpInstant(raw)).toBe(at && Date.parse(at)));
});

type Mood = Parameters<Parameters<typeof describeNotes>[0]['imitate']>[0];

function imitate(mood: Mood, root = '/en/member', document?: Document) {
  const written: string[] = [];
  const threads: object[] = [];
  if (mood.customerQuotes) threads.push({ id: 1, threadType: 'reply', reply: '<p>see baton:0123456789</p>' });
  const login = '<form><input name="_username"><input type="password" name="_password"></form>';
  const desk: Desk = {
    url: new URL('https://u.test/'),
    signal: new AbortController().signal,
    ...(document && { document }),
    fetch: async (input, init) => {
      const { pathname } = new URL(String(input));
      if (mood.cannotBeRead) return jsonResponse('', { status: 500 });
      if (mood.loggedOut) return new Response(login, { headers: { 'content-type': 'text/html' } });
      if (init?.method !== 'POST') {
        expect(pathname).toBe(`${root}/threads/ajax/31`);
        return jsonResponse({ threads, pagination: { pageCount: 1 } });
      }
      expect(pathname).toBe(`${root}/thread/add/31`);
      const form = new URLSearchParams(String(init.body));
      expect(form.get('threadType')).toBe('note');
      expect(form.get('status')).toBe('');
      const reply = form.get('reply') ?? '';
      written.push(reply);
      threads.unshift({ id: 50, threadType: mood.publishes ? 'reply' : 'note', reply });
      return new Response('<h1>Ticket</h1>', { headers: { 'content-type': 'text/html' } });
    },
  };
  return { desk, written };
}

describeNotes({
  reader: uvdesk,
  ticketId: '31',
  badIds: ['', '31/../8', '31?x', 'abc'],
  imitate: (mood) => imitate(mood),
});

describe('UVdesk notes', () => {
  const note: NewNote = {
    ticketId: '31',
    text: 'The Import of C:\\temp & <id> fails',
    link: { title: 'Imports', url: 'https://tracker.test/Import/issues/1' },
    marker: 'baton:0123456789',
  };

  it('survive the filter of UVdesk 1.1.7', async () => {
    const { desk, written } = imitate({});
    expect(await uvdesk.addNote?.(note, desk)).toMatchObject({ ok: true });
    expect(written[0]).not.toMatch(/import/i);
    expect(written[0]).toContain('https://tracker.test/I%6Dport/issues/1');
    const shown = new DOMParser().parseFromString(written[0] ?? '', 'text/html').body.textContent;
    expect(shown).toContain('The Import of C:\\\\temp & ‹id› fails');
  });

  it('go where the links of the open page lead', async () => {
    const html =
      '<a href="https://evil.test/fr/team/tickets">x</a><a href="/blog/fr/x">y</a><a href="/fr/team/tickets#x">z</a>';
    const page = new DOMParser().parseFromString(html, 'text/html');
    const { desk, written } = imitate({}, '/fr/team', page);
    expect(await uvdesk.addNote?.(note, desk)).toMatchObject({ ok: true });
    expect(written).toHaveLength(1);
  });
});

const tickets = (word: string, status: number) =>
  `/en/member/tickets/xhr?search=${word}&searchType=subject&status=${status}&limit=25`;
const articles = (word: string) => `/en/member/articles/ajax?search=${word}`;
const hit = (id: number) => ({
  id,
  subject: `Subject ${id}`,
  customer: { id: 78, name: 'Olga Lind', email: 'olga@orchard.test' },
});
const odd = 'OR 1=1) "x* -y z';

describeSearch({
  reader: uvdesk,
  ticketId: '31',
  deskUrl: 'https://u.test/',
  answers: {
    [tickets('export', 1)]: { tickets: [hit(31), hit(29)] },
    [tickets('export', 2)]: { tickets: [] },
    [tickets('export', 3)]: { tickets: [{ id: 22, subject: null, customer: null }] },
    [tickets(odd, 1)]: { tickets: [] },
    [tickets(odd, 2)]: { tickets: [] },
    [tickets(odd, 3)]: { tickets: [] },
    [articles('export')]: {
      results: [
        {
          id: 3,
          name: 'Export more rows',
          slug: 'export-more-rows',
          status: 1,
          viewed: 2,
          dateAdded: '02-Mar',
        },
        { id: 4, name: 'Draft', slug: 'draft', status: 0 },
      ],
    },
    [articles(odd)]: { results: [] },
    [articles('invoice')]: { results: [] },
  },
  tickets: [
    {
      ticketId: '29',
      number: '29',
      url: 'https://u.test/en/member/ticket/view/29',
      subject: 'Subject 29',
      status: 'open',
      requester: { id: '78', name: 'Olga Lind', email: 'olga@orchard.test' },
      organization: { id: 'orchard.test', name: 'orchard.test', source: 'email', url: null },
      updatedAt: null,
    },
    {
      ticketId: '22',
      number: '22',
      url: 'https://u.test/en/member/ticket/view/22',
      subject: '',
      status: 'answered',
      requester: { id: '', name: '', email: '' },
      organization: null,
      updatedAt: null,
    },
  ],
  articles: [
    {
      id: '3',
      title: 'Export more rows',
      url: 'https://u.test/en/blog/export-more-rows',
      excerpt: '',
      updatedAt: null,
    },
  ],
});
