import { describe, expect, it } from 'vitest';
import type { Desk } from '@/lib/ticket/ticket-reader';
import { type DeskMood, describeNotes, note } from '@/tests/contracts/note-contract';
import {
  describeReader,
  jsonResponse,
  type Recorded,
  toPage,
  toResponse,
} from '@/tests/contracts/reader-contract';
import { describeSearch } from '@/tests/contracts/search-contract';
import ownHostExpected from './fixtures/freshdesk-2026-ticket-412.expected.json';
import ownHost from './fixtures/freshdesk-2026-ticket-412.json';
import expected from './fixtures/freshdesk-2026-ticket-3107.expected.json';
import ticket from './fixtures/freshdesk-2026-ticket-3107.json';
import { freshdesk } from './freshdesk';

const TICKET = '/api/_/tickets/3107?include=requester,company';
const CONVERSATIONS = '/api/_/tickets/3107/conversations?per_page=100&page=';
const FIRST_PAGE = `${CONVERSATIONS}1` as const;
const OWN_TICKET = '/api/v2/tickets/412?include=requester,company';

type Answers = {
  [TICKET]: { ticket: Record<string, unknown> };
  [FIRST_PAGE]: { conversations: { body: string; private?: boolean }[] };
  '/api/_/ticket_fields': { label: string }[];
};
const answersOf = (recorded: Recorded) => structuredClone(recorded.answers) as unknown as Answers;
const withAnswers = (answers: unknown): Recorded => ({ ...ticket, answers: answers as Recorded['answers'] });
const notFreshdesk = { ...ownHost, html: '<title>Other desk</title>' };

describeReader({
  reader: freshdesk,
  cases: [
    { recorded: ticket, expected },
    { recorded: ownHost, expected: ownHostExpected },
  ],
  foreign: [
    { ...notFreshdesk, answers: {} },
    {
      ...notFreshdesk,
      answers: { '/api/_/tickets/412?include=requester,company': { $html: '<h1>App</h1>' } },
    },
    {
      ...notFreshdesk,
      answers: { '/api/v2/tickets/412?include=requester,company': { id: 412, status: 'open' } },
    },
    // Freshservice, on its own host and on a host of the account's.
    { ...ticket, url: 'https://lantern.freshservice.com/a/tickets/3107' },
    {
      ...ownHost,
      answers: {
        ...ownHost.answers,
        [OWN_TICKET]: { ...ownHost.answers[OWN_TICKET], impact: 1, urgency: 1 },
      },
    },
  ],
  usesApi: true,
  poison: (recorded, { subject, body, rest, fieldName }) => {
    const answers = answersOf(recorded);
    Object.assign(answers[TICKET].ticket, { subject, description: body });
    // JSON.parse makes it an own property, an assignment would set the prototype.
    Object.defineProperty(answers[TICKET].ticket.custom_fields, fieldName, {
      value: 'polluted',
      enumerable: true,
    });
    for (const item of answers[FIRST_PAGE].conversations) item.body = rest;
    for (const field of answers['/api/_/ticket_fields']) field.label = fieldName;
    return withAnswers(answers);
  },
});

describe('Freshdesk', () => {
  it.each([
    ['https://lantern.freshdesk.com/a/tickets/3107', '3107'],
    ['https://lantern.freshdesk.com/a/tickets/3107?current_tab=x#y', '3107'],
    ['https://hilfe.kranich.example/a/tickets/3107/edit', '3107'],
    ['https://lantern.freshservice.com/a/tickets/3107', undefined],
    ['https://lantern.freshdesk.com/a/tickets/3107abc', undefined],
    ['https://lantern.freshdesk.com/a/tickets/new', undefined],
    ['https://lantern.freshdesk.com/a/tickets/filters/3107', undefined],
    ['https://lantern.freshdesk.com/x/a/tickets/3107', undefined],
    ['https://lantern.freshdesk.com/support/tickets/3107', undefined],
    ['http://lantern.freshdesk.com/a/tickets/3107', undefined],
  ])('locates %s', (url, id) => {
    expect(freshdesk.locate(new URL(url))?.ticketId).toBe(id);
    expect(freshdesk.matches.some((pattern) => pattern.test(new URL(url).href))).toBe(id !== undefined);
  });

  it('keeps the ticket when agents, fields and company are refused', async () => {
    const answers = answersOf(ticket);
    Object.assign(answers[TICKET].ticket, { company: null, requester: null, association_type: null });
    Object.assign(answers, {
      '/api/_/ticket_fields': { $status: 403 },
      '/api/_/bootstrap/agents_groups': { $status: 403 },
    });
    const result = await freshdesk.read(toPage(withAnswers(answers)));
    const read = result?.ok ? result.value : undefined;
    expect(read).toMatchObject({
      status: '8',
      assignee: '',
      requester: { id: '9101', name: '', email: '' },
      organization: { id: '777', name: '777', source: 'desk' },
    });
    expect(read?.messages.map(({ role, visibility }) => `${role} ${visibility}`)).toEqual([
      'customer public',
      'agent public',
      'customer public',
      'agent internal',
      'customer public',
    ]);
    expect(read?.unread.map(({ field }) => field)).toEqual([
      'custom fields',
      'assignee',
      'requester',
      'organization',
    ]);
  });

  it('never takes an entry for public that does not say so', async () => {
    const answers = answersOf(ticket);
    for (const item of answers[FIRST_PAGE].conversations) delete item.private;
    const result = await freshdesk.read(toPage(withAnswers(answers)));
    expect(result?.ok && result.value.messages.map(({ visibility }) => visibility)).toEqual([
      'public',
      ...Array(4).fill('internal'),
    ]);
  });

  async function readLong(count: number, pageSize: number) {
    const asked: string[] = [];
    const page = toPage(ticket, (path) => {
      if (!path.startsWith(CONVERSATIONS))
        return path in ticket.answers
          ? toResponse((ticket.answers as Record<string, unknown>)[path])
          : jsonResponse('', { status: 404 });
      asked.push(path);
      const from = (Number(path.slice(CONVERSATIONS.length)) - 1) * pageSize;
      const conversations = Array.from(
        { length: Math.max(0, Math.min(pageSize, count - from)) },
        (_, index) => ({
          id: from + index + 1,
          user_id: 9101,
          incoming: true,
          private: false,
          body: `<p>Message ${from + index + 1}</p>`,
          created_at: '2026-03-02T09:00:00Z',
          attachments: [],
        }),
      );
      return jsonResponse({ conversations, meta: { count } });
    });
    const result = await freshdesk.read(page);
    return { asked, ticket: result?.ok ? result.value : undefined };
  }

  it.each([
    [450, 100, 6],
    // A server that gives fewer than it was asked for.
    [450, 50, 10],
    [420, 100, 5],
    [30, 30, 2],
  ])('reads %d entries in pages of %d with %d requests', async (count, pageSize, requests) => {
    const { asked, ticket: long } = await readLong(count, pageSize);
    expect(asked).toHaveLength(requests);
    expect(long?.messages).toHaveLength(count + 1);
    expect(long?.messages.at(-1)?.text).toBe(`Message ${count}`);
    expect(long?.unread).toEqual([]);
  });

  it('stops at the bound and says so', { timeout: 30_000 }, async () => {
    const { asked, ticket: long } = await readLong(3_000, 100);
    expect(asked).toHaveLength(20);
    expect(long?.messages).toHaveLength(2_000);
    expect(long?.unread.map(({ field }) => field)).toEqual(['messages']);
  });
});

interface FreshdeskMood extends DeskMood {
  /** What writing takes for a token; none takes nothing but the page's own request code. */
  readonly accepts?: string;
  readonly metaToken?: string;
  readonly bootToken?: string;
}

function imitate(mood: FreshdeskMood) {
  const written: string[] = [];
  const posts: string[] = [];
  const items: { id: number; user_id: number; body: string; private: boolean }[] = [
    {
      id: 1,
      user_id: 9101,
      body: mood.customerQuotes ? '<p>What is baton:0123456789?</p>' : '<p>Hello</p>',
      private: false,
    },
  ];
  const store = (body: { body: string; private: boolean }) => {
    expect(body).toEqual({ body: expect.any(String), private: true });
    written.push(body.body);
    items.push({ id: items.length + 1, user_id: 6001, body: body.body, private: !mood.publishes });
  };
  const meta = mood.metaToken ? `<meta name="csrf-token" content="${mood.metaToken}">` : '';
  const accepts = mood.accepts ?? 'boot-token';
  const desk: Desk = {
    url: new URL('https://lantern.freshdesk.com/'),
    signal: new AbortController().signal,
    document: new DOMParser().parseFromString(meta, 'text/html'),
    fetch: async (input, init) => {
      const { pathname } = new URL(String(input));
      if (init?.method === 'POST') {
        expect(pathname).toBe('/api/_/tickets/3107/notes');
        const token = new Headers(init.headers).get('x-csrf-token') ?? '';
        posts.push(token);
        if (token !== accepts) return jsonResponse('', { status: 403 });
        store(JSON.parse(String(init.body)));
        return jsonResponse({ conversation: { id: 2 } }, { status: 201 });
      }
      if (mood.loggedOut) return jsonResponse({ code: 'invalid_credentials' }, { status: 401 });
      if (mood.cannotBeRead) return jsonResponse('', { status: 500 });
      if (pathname === '/api/_/bootstrap/me')
        return jsonResponse({ agent: {}, meta: { csrf_token: mood.bootToken ?? 'boot-token' } });
      return jsonResponse({ conversations: items, meta: { count: items.length } });
    },
  };
  return { desk, written, posts, store };
}

describeNotes({
  reader: freshdesk,
  ticketId: '3107',
  badIds: ['', '0', '12a', '../1', '3107/notes'],
  imitate,
});

describe('Freshdesk notes', () => {
  const write = (desk: Desk) => freshdesk.addNote?.(note('3107'), desk);

  it('takes the token of the page first', async () => {
    const { desk, posts } = imitate({ metaToken: 'meta-token', accepts: 'meta-token' });
    expect(await write(desk)).toMatchObject({ ok: true });
    expect(posts).toEqual(['meta-token']);
  });

  it('takes the token Freshdesk gives its page when the other is missing or refused', async () => {
    const { desk, posts, written } = imitate({ metaToken: 'stale-token' });
    expect(await write(desk)).toMatchObject({ ok: true });
    expect(posts).toEqual(['stale-token', 'boot-token']);
    expect(written).toHaveLength(1);
  });

  it.each([
    ['no token', { bootToken: '' }],
    ['tokens that are refused', { metaToken: 'old' }],
  ])('tells to copy the note by hand with %s', async (_, mood) => {
    const { desk, written } = imitate({ accepts: 'none', ...mood });
    expect(await write(desk)).toMatchObject({
      ok: false,
      error: { kind: 'forbidden', detail: expect.stringMatching(/by hand/) },
    });
    expect(written).toHaveLength(0);
  });

  it('sends only once when the answer is unclear', async () => {
    const { desk, posts } = imitate({ metaToken: 'meta-token' });
    const broken: Desk = {
      ...desk,
      fetch: async (input, init) => {
        const answer = await desk.fetch(input, init);
        return init?.method === 'POST' ? jsonResponse('', { status: 502 }) : answer;
      },
    };
    expect(await write(broken)).toMatchObject({ ok: false, error: { kind: 'server' } });
    expect(posts).toHaveLength(1);
  });
});

const hit = (id: number, over: object = {}) => ({
  id,
  subject: `Ticket ${id}`,
  status: 2,
  requester_id: 9101,
  requester: { id: 9101, name: 'Ole Dahl', email: 'ole@parcel.test' },
  company: { id: 777, name: 'Parcel AS' },
  updated_at: '2026-03-01T00:00:00Z',
  ...over,
});
const found = (id: string, over: object = {}) => ({
  ticketId: id,
  number: id,
  url: `https://lantern.freshdesk.com/a/tickets/${id}`,
  subject: `Ticket ${id}`,
  status: 'Open',
  requester: { id: '9101', name: 'Ole Dahl', email: 'ole@parcel.test' },
  organization: {
    id: '777',
    name: 'Parcel AS',
    source: 'desk',
    url: 'https://lantern.freshdesk.com/a/companies/777',
  },
  updatedAt: Date.parse('2026-03-01T00:00:00Z'),
  ...over,
});
const searchPath = (word: string) => `/api/_/search/tickets?term=${word}&context=spotlight`;
const helpPath = (word: string) => `/api/v2/search/solutions?term=${word}`;
const article = (id: number, over: object = {}) => ({
  id,
  title: `Article ${id}`,
  description_text: 'How to export all rows',
  status: 2,
  updated_at: '2026-01-01T00:00:00Z',
  ...over,
});

describeSearch({
  reader: freshdesk,
  ticketId: '3107',
  deskUrl: 'https://lantern.freshdesk.com/',
  answers: {
    [searchPath('export')]: { results: [hit(3107), hit(3001), hit(3002)], meta: { count: 3 } },
    [searchPath('OR 1 1 x y z')]: { results: [] },
    [searchPath('invoice')]: [
      hit(3002),
      hit(3003, { status: 4 }),
      hit(3004, { status: 5 }),
      hit(3005, { status: 7, requester: null, company: null, company_id: null }),
    ],
    [helpPath('export')]: [article(1), article(2), article(3, { status: 1 })],
    [helpPath('OR 1 1 x y z')]: [],
    [helpPath('invoice')]: { results: [article(2)] },
  },
  tickets: [
    found('3002'),
    found('3001'),
    found('3005', {
      status: 'Waiting on Third Party',
      requester: { id: '9101', name: '', email: '' },
      organization: { id: '9101', name: '9101', source: 'requester', url: null },
    }),
  ],
  articles: [2, 1].map((id) => ({
    id: String(id),
    title: `Article ${id}`,
    url: `https://lantern.freshdesk.com/support/solutions/articles/${id}`,
    excerpt: 'How to export all rows',
    updatedAt: Date.parse('2026-01-01T00:00:00Z'),
  })),
});
