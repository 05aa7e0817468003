import { describe, expect, it } from 'vitest';
import type { Desk } from '@/lib/ticket/ticket-reader';
import { type DeskMood, describeNotes, note } from '@/tests/contracts/note-contract';
import { describeReader, jsonResponse, type Recorded, toPage } from '@/tests/contracts/reader-contract';
import { describeSearch, WORDS } from '@/tests/contracts/search-contract';
import closedExpected from './fixtures/zendesk-2026-ticket-1190.expected.json';
import closed from './fixtures/zendesk-2026-ticket-1190.json';
import expected from './fixtures/zendesk-2026-ticket-1204.expected.json';
import ticket from './fixtures/zendesk-2026-ticket-1204.json';
import { zendesk } from './zendesk';

const TICKET = '/api/v2/tickets/1204.json?include=users,organizations,groups';
const COMMENTS = '/api/v2/tickets/1204/comments.json?include=users&include_inline_images=true&page[size]=100';

type Answers = {
  [TICKET]: { ticket: { subject: string }; users: object[]; organizations: object[] };
  [COMMENTS]: { comments: { html_body: string }[]; users: object[] };
  '/api/v2/ticket_fields.json': { ticket_fields: { id: number; title: string }[] };
};
const answersOf = (recorded: Recorded) => structuredClone(recorded.answers) as unknown as Answers;

describeReader({
  reader: zendesk,
  cases: [
    { recorded: ticket, expected },
    { recorded: closed, expected: closedExpected },
  ],
  usesApi: true,
  poison: (recorded, { subject, body, rest, fieldName }) => {
    const answers = answersOf(recorded);
    answers[TICKET].ticket.subject = subject;
    for (const [index, comment] of answers[COMMENTS].comments.entries())
      comment.html_body = index === 0 ? body : rest;
    for (const field of answers['/api/v2/ticket_fields.json'].ticket_fields) field.title = fieldName;
    return { ...recorded, answers: answers as unknown as Recorded['answers'] };
  },
});

describe('Zendesk', () => {
  it.each([
    ['https://orchard.zendesk.com/agent/tickets/1204', '1204'],
    ['https://orchard.zendesk.com/agent/tickets/1204/events?x=1#y', '1204'],
    ['https://orchard.zendesk.com/agent/tickets/1204/side_conversations/5', '1204'],
    ['https://orchard.zendesk.com/agent/tickets/new/1', undefined],
    ['https://orchard.zendesk.com/agent/tickets/1204abc', undefined],
    ['https://orchard.zendesk.com/agent/tickets/01204', undefined],
    ['https://orchard.zendesk.com/agent/filters/1204', undefined],
    ['https://orchard.zendesk.com/hc/requests/1204', undefined],
    ['http://orchard.zendesk.com/agent/tickets/1204', undefined],
    ['https://zendesk.com.evil.test/agent/tickets/1204', undefined],
    ['https://evil.test/.zendesk.com/agent/tickets/1204', undefined],
    ['https://orchard.zendesk.com@evil.test/agent/tickets/1204', undefined],
  ])('locates %s', (url, id) => {
    expect(zendesk.locate(new URL(url))?.ticketId).toBe(id);
    expect(zendesk.matches.some((pattern) => pattern.test(new URL(url).href))).toBe(id !== undefined);
  });

  it('keeps the ticket when people, organization, fields and problem are refused', async () => {
    const answers = answersOf(ticket);
    Object.assign(answers[TICKET], { users: null, organizations: [] });
    answers[COMMENTS].users = [];
    Object.assign(answers, {
      '/api/v2/ticket_fields.json': { $status: 403 },
      '/api/v2/tickets/1180.json': { $status: 404 },
    });
    const result = await zendesk.read(
      toPage({ ...ticket, answers: answers as unknown as Recorded['answers'] }),
    );
    const read = result?.ok ? result.value : undefined;
    expect(read?.requester).toEqual({ id: '8801', name: '', email: '' });
    expect(read?.organization).toMatchObject({ id: '3301', name: '3301', source: 'desk' });
    expect(read?.linked).toEqual([
      { kind: 'problem', id: '1180', title: '', url: 'https://orchard.zendesk.com/agent/tickets/1180' },
    ]);
    expect(read?.messages.map(({ role, visibility }) => `${role} ${visibility}`)).toEqual([
      'customer public',
      'customer public',
      'customer public',
      'agent internal',
    ]);
    expect(read?.unread.map(({ field }) => field)).toEqual([
      'custom fields',
      'linked tickets',
      'requester',
      'organization',
    ]);
  });

  it('never takes a comment for public that does not say so', async () => {
    const answers = answersOf(ticket);
    for (const comment of answers[COMMENTS].comments) Object.assign(comment, { public: undefined });
    const result = await zendesk.read(
      toPage({ ...ticket, answers: answers as unknown as Recorded['answers'] }),
    );
    expect(result?.ok && new Set(result.value.messages.map(({ visibility }) => visibility))).toEqual(
      new Set(['internal']),
    );
  });

  async function readLong(count: number) {
    const asked: string[] = [];
    const page = toPage(ticket, (path) => {
      if (!path.startsWith(COMMENTS))
        return jsonResponse(path in ticket.answers ? (ticket.answers as Record<string, unknown>)[path] : {});
      asked.push(path);
      const from = Number(/after\]=c(\d+)/.exec(path)?.[1] ?? 0);
      const comments = Array.from({ length: Math.min(100, count - from) }, (_, index) => ({
        id: from + index + 1,
        author_id: 8801,
        html_body: `<p>Message ${from + index + 1}</p>`,
        public: true,
        created_at: '2026-03-02T09:00:00Z',
        attachments: [],
      }));
      const next = from + 100;
      return jsonResponse({
        comments,
        users: [],
        meta: { has_more: next < count, after_cursor: `c${next}` },
      });
    });
    const result = await zendesk.read(page);
    return { asked, ticket: result?.ok ? result.value : undefined };
  }

  it('pages through several hundred comments by cursor', async () => {
    const { asked, ticket: long } = await readLong(450);
    expect(asked).toHaveLength(5);
    expect(long?.messages).toHaveLength(450);
    expect(long?.messages[449]?.text).toBe('Message 450');
    expect(long?.unread).toEqual([]);
  });

  it('stops at the bound and says so', { timeout: 30_000 }, async () => {
    const { asked, ticket: long } = await readLong(5_000);
    expect(asked).toHaveLength(20);
    expect(long?.messages).toHaveLength(2_000);
    expect(long?.unread.map(({ field }) => field)).toEqual(['messages']);
  });
});

interface Stored {
  id: number;
  author_id: number;
  html_body: string;
  public: boolean | undefined;
}

function imitate(mood: DeskMood & { readonly noAudit?: boolean; readonly closed?: boolean }) {
  const written: string[] = [];
  const tokens: (string | null)[] = [];
  const comments: Stored[] = [
    {
      id: 1,
      author_id: 8801,
      html_body: mood.customerQuotes ? '<p>What is baton:0123456789?</p>' : '<p>Hello</p>',
      public: true,
    },
  ];
  const desk: Desk = {
    url: new URL('https://orchard.zendesk.com/'),
    signal: new AbortController().signal,
    fetch: async (input, init) => {
      const { pathname } = new URL(String(input));
      if (init?.method === 'PUT') {
        if (mood.closed) return jsonResponse({ error: 'RecordInvalid' }, { status: 422 });
        expect(pathname).toBe('/api/v2/tickets/1204.json');
        tokens.push(new Headers(init.headers).get('x-csrf-token'));
        const { ticket: change } = JSON.parse(String(init.body));
        expect(change).toEqual({ comment: { html_body: expect.any(String), public: false } });
        written.push(change.comment.html_body);
        const stored: Stored = { id: 2, author_id: 7001, ...change.comment };
        if (mood.publishes) stored.public = true;
        comments.push(stored);
        const events = [
          { type: 'Change', value: 'x' },
          { ...stored, type: 'Comment' },
        ];
        return jsonResponse({ ticket: { id: 1204 }, ...(mood.noAudit ? {} : { audit: { events } }) });
      }
      if (mood.loggedOut && pathname.includes('/tickets/'))
        return jsonResponse({ error: 'x' }, { status: 401 });
      if (mood.cannotBeRead) return jsonResponse('', { status: 500 });
      if (pathname === '/api/v2/users/me.json')
        return jsonResponse({ user: { id: 7001, authenticity_token: 'fresh-token' } });
      return jsonResponse({ comments, users: [], meta: { has_more: false } });
    },
  };
  return { desk, written, tokens, comments };
}

describeNotes({
  reader: zendesk,
  ticketId: '1204',
  badIds: ['', '0', '12a', '../1', '1204/comments'],
  imitate,
});

describe('Zendesk notes', () => {
  it('sends the token of a fresh answer', async () => {
    const { desk, tokens } = imitate({});
    await zendesk.addNote?.(note('1204'), desk);
    expect(tokens).toEqual(['fresh-token']);
  });

  it.each([false, true])(
    'reads the conversation when the answer shows no audit (published: %s)',
    async (publishes) => {
      const { desk } = imitate({ noAudit: true, publishes });
      const result = await zendesk.addNote?.(note('1204'), desk);
      expect(result).toMatchObject(
        publishes ? { error: { kind: 'changed-layout' } } : { value: { confirmedInternal: true } },
      );
    },
  );

  it('writes nothing for a visitor, who gets a token too', async () => {
    const { desk, written } = imitate({});
    const visitor: Desk = {
      ...desk,
      fetch: async (input, init) =>
        String(input).endsWith('/me.json')
          ? jsonResponse({ user: { id: null, authenticity_token: 'x' } })
          : desk.fetch(input, init),
    };
    expect(await zendesk.addNote?.(note('1204'), visitor)).toMatchObject({ error: { kind: 'logged-out' } });
    expect(written).toHaveLength(0);
  });

  it('says that a closed ticket takes no note', async () => {
    const { desk } = imitate({ closed: true });
    expect(await zendesk.addNote?.(note('1204'), desk)).toMatchObject({
      error: { kind: 'forbidden', detail: expect.stringContaining('closed') },
    });
  });
});

const hit = (id: number, over: object = {}) => ({
  id,
  result_type: 'ticket',
  subject: `Ticket ${id}`,
  status: 'open',
  requester_id: 8801,
  organization_id: 3301,
  updated_at: '2026-03-01T00:00:00Z',
  ...over,
});
const beside = {
  users: [{ id: 8801, name: 'Nina Ström', email: 'nina@fjordline.test', role: 'end-user' }],
  organizations: [{ id: 3301, name: 'Fjordline AS' }],
};
const found = (id: string, over: object = {}) => ({
  ticketId: id,
  number: id,
  url: `https://orchard.zendesk.com/agent/tickets/${id}`,
  subject: `Ticket ${id}`,
  status: 'open',
  requester: { id: '8801', name: 'Nina Ström', email: 'nina@fjordline.test' },
  organization: {
    id: '3301',
    name: 'Fjordline AS',
    source: 'desk',
    url: 'https://orchard.zendesk.com/agent/organizations/3301',
  },
  updatedAt: Date.parse('2026-03-01T00:00:00Z'),
  ...over,
});
const searchPath = (word: string) =>
  `/api/v2/search.json?query=type:ticket status<solved "${word}"&per_page=25&include=tickets(users,organizations)`;
const helpPath = (word: string) => `/api/v2/help_center/articles/search.json?query=${word}&per_page=20`;
const article = (id: number, over: object = {}) => ({
  id,
  title: `Article ${id}`,
  html_url: `https://orchard.zendesk.com/hc/en-us/articles/${id}`,
  snippet: 'How to <em>export</em> all rows',
  updated_at: '2026-01-01T00:00:00Z',
  draft: false,
  ...over,
});

describeSearch({
  reader: zendesk,
  ticketId: '1204',
  deskUrl: 'https://orchard.zendesk.com/',
  answers: {
    [searchPath('export')]: { results: [hit(1204), hit(1301), hit(1302)], ...beside },
    [searchPath('OR 1 1 x y z')]: { results: [] },
    [searchPath('invoice')]: {
      results: [
        hit(1302),
        hit(1303, { status: 'solved' }),
        hit(1304, { requester_id: 5, organization_id: null }),
      ],
      ...beside,
    },
    '/api/v2/tickets/1204.json': { ticket: hit(1204, { problem_id: 1180 }) },
    '/api/v2/tickets/1180/incidents.json?include=users,organizations&per_page=100': {
      tickets: [hit(1204), hit(1210), hit(1211, { status: 'closed' })],
      ...beside,
    },
    [helpPath('export')]: { results: [article(1), article(2), article(3, { draft: true })] },
    [helpPath('OR 1 1 x y z')]: { results: [] },
    [helpPath('invoice')]: { results: [article(2), article(4, { html_url: 'javascript:alert(1)' })] },
  },
  tickets: [
    found('1210'),
    found('1302'),
    found('1301'),
    found('1304', {
      requester: { id: '5', name: '', email: '' },
      organization: { id: '5', name: '5', source: 'requester', url: null },
    }),
  ],
  articles: [2, 1].map((id) => ({
    id: String(id),
    title: `Article ${id}`,
    url: `https://orchard.zendesk.com/hc/en-us/articles/${id}`,
    excerpt: 'How to export all rows',
    updatedAt: Date.parse('2026-01-01T00:00:00Z'),
  })),
});

it('has no articles where Zendesk has no help center', async () => {
  const desk: Desk = {
    url: new URL('https://orchard.zendesk.com/'),
    signal: new AbortController().signal,
    fetch: async () => jsonResponse({ error: 'RecordNotFound' }, { status: 404 }),
  };
  expect(await zendesk.findArticles?.(WORDS, desk)).toEqual({ ok: true, value: [] });
});
