import { describe, expect, it } from 'vitest';
import type { Desk } from '@/lib/ticket/ticket-reader';
import { describeNotes, note } from '@/tests/contracts/note-contract';
import { describeReader, jsonResponse, toPage } from '@/tests/contracts/reader-contract';
import { describeSearch, WORDS } from '@/tests/contracts/search-contract';
import expected from './fixtures/zammad-6-ticket-17.expected.json';
import ticket from './fixtures/zammad-6-ticket-17.json';
import expectedClosed from './fixtures/zammad-6-ticket-23.expected.json';
import closedTicket from './fixtures/zammad-6-ticket-23.json';
import { zammad } from './zammad';

describeReader({
  reader: zammad,
  cases: [
    { recorded: ticket, expected },
    { recorded: closedTicket, expected: expectedClosed },
  ],
  foreign: [
    // Another single-page desk with the same address: its API answers nothing of Zammad's.
    { ...ticket, html: '<title>Other desk</title><h1>Ticket</h1>', answers: {} },
    {
      ...ticket,
      html: '<h1>Ticket</h1>',
      answers: { '/api/v1/tickets/17?expand=true': { id: 17, name: 'x' } },
    },
  ],
  usesApi: true,
  poison: (recorded, { subject, body, rest, fieldName }) => {
    const answers = structuredClone(recorded.answers) as Record<string, object>;
    const [record, articles] = Object.values(answers);
    Object.assign(record ?? {}, { title: subject });
    // JSON.parse makes it an own property, an assignment would set the prototype.
    Object.defineProperty(record, fieldName, { value: { polluted: 'yes' }, enumerable: true });
    for (const [index, article] of (articles as { body: string }[]).entries())
      article.body = index === 0 ? body : rest;
    return { ...recorded, answers };
  },
});

describe('Zammad', () => {
  it.each([
    ['https://z.test/#ticket/zoom/17', '17'],
    ['https://z.test/#ticket/zoom/17/31', '17'],
    ['https://z.test/desktop/tickets/17', '17'],
    ['https://z.test/mobile/tickets/17/information', '17'],
    ['https://z.test/#ticket/zoom/17abc', undefined],
    ['https://z.test/#dashboard', undefined],
    ['https://z.test/other/#ticket/zoom/17', undefined],
  ])('locates %s', (url, id) => expect(zammad.locate(new URL(url))?.ticketId).toBe(id));

  it('keeps the ticket when customer, tags and links are refused', async () => {
    const {
      '/api/v1/tickets/17?expand=true': record,
      '/api/v1/ticket_articles/by_ticket/17?expand=true': articles,
    } = ticket.answers;
    const answers = {
      '/api/v1/tickets/17?expand=true': record,
      '/api/v1/ticket_articles/by_ticket/17?expand=true': articles,
    };
    const result = await zammad.read(
      toPage({ ...ticket, answers }, (path) =>
        path in answers
          ? jsonResponse(answers[path as keyof typeof answers])
          : jsonResponse({ error: 'Not authorized' }, { status: 403 }),
      ),
    );
    expect(result).toMatchObject({
      ok: true,
      value: {
        requester: { id: '8', name: 'nina@orchard.test', email: 'nina@orchard.test' },
        organization: { id: '4', name: 'Orchard Ltd', source: 'desk' },
        linked: [],
      },
    });
    expect(result?.ok && result.value.unread.map((entry) => entry.field)).toEqual([
      'requester',
      'tags',
      'linked tickets',
    ]);
  });

  it('reads several hundred messages in five requests', async () => {
    const articles = ticket.answers['/api/v1/ticket_articles/by_ticket/17?expand=true'];
    const path = '/api/v1/ticket_articles/by_ticket/17?expand=true';
    const many = Array.from({ length: 400 }, (_, index) => ({ ...articles[1], id: index + 1 }));
    let requests = 0;
    const page = toPage({ ...ticket, answers: { ...ticket.answers, [path]: many } });
    const result = await zammad.read({
      ...page,
      fetch: (input, init) => {
        requests += 1;
        return page.fetch(input, init);
      },
    });
    expect(result?.ok && result.value.messages).toHaveLength(400);
    expect(requests).toBe(5);
  });
});

const record = (id: number, facts: object) => ({
  ...ticket.answers['/api/v1/tickets/17?expand=true'],
  id,
  number: `220${id}`,
  customer: 'ada@quince.test',
  customer_id: 40,
  organization_id: 41,
  organization: 'Quince GmbH',
  ...facts,
});
const states = [
  { id: 2, name: 'open', state_type_id: 2, state_type: 'open' },
  { id: 4, name: 'closed', state_type_id: 5, state_type: 'closed' },
  { id: 8, name: 'erledigt (Hersteller)', state_type_id: 5, state_type: 'closed' },
];
const similar = (id: number, subject: string) => ({
  ticketId: String(id),
  number: `220${id}`,
  url: `https://zammad.helpdesk.test/#ticket/zoom/${id}`,
  subject,
  status: 'open',
  updatedAt: 1772446200000,
  requester: { id: '40', name: 'ada@quince.test', email: 'ada@quince.test' },
  organization: {
    id: '41',
    name: 'Quince GmbH',
    source: 'desk',
    url: 'https://zammad.helpdesk.test/#organization/profile/41',
  },
});
const search = (query: string) => `/api/v1/tickets/search?expand=true&page=1&per_page=100&query=${query}`;
const ANY = '("export" OR "OR 1 1 x y z" OR "invoice")';
const hits = [
  record(17, { title: 'Export stops at 1000 rows' }),
  record(51, { title: 'A file is empty' }),
  record(52, { title: 'Export of an invoice is empty' }),
  record(53, { title: 'Export is slow', state: 'closed' }),
  record(54, { title: 'Export is slow', state: 'erledigt (Hersteller)' }),
];
const found = [similar(52, 'Export of an invoice is empty'), similar(51, 'A file is empty')];
const articleHits = {
  result: [{ id: 3, type: 'KnowledgeBase::Answer::Translation' }],
  details: [
    {
      id: 3,
      type: 'KnowledgeBase::Answer::Translation',
      icon: 'knowledge-base-answer',
      date: '2026-03-02T10:10:00.000Z',
      url: '/help/en-us/1-exports/3-large-exports',
      title: 'Exports of more than 1000 &amp; 5000 rows',
      body: 'Choose a <em>shorter</em> period',
    },
    { id: 4, type: 'KnowledgeBase::Answer::Translation', url: 'javascript:alert(1)', title: 'x', body: '' },
  ],
};

describeSearch({
  reader: zammad,
  ticketId: '17',
  deskUrl: 'https://zammad.helpdesk.test/',
  answers: {
    [search(`${ANY} AND NOT state.name:(closed OR merged)`)]: hits,
    '/api/v1/ticket_states?expand=true': states,
    '/api/v1/knowledge_bases/search': articleHits,
  },
  tickets: found,
  articles: [
    {
      id: '3',
      title: 'Exports of more than 1000 & 5000 rows',
      url: 'https://zammad.helpdesk.test/help/en-us/1-exports/3-large-exports',
      excerpt: 'Choose a shorter period',
      updatedAt: 1772446200000,
    },
  ],
});

describe('Zammad without Elasticsearch', () => {
  it('finds word by word, without its states by their names', async () => {
    const asked: string[] = [];
    const desk: Desk = {
      url: new URL('https://zammad.helpdesk.test/'),
      signal: new AbortController().signal,
      fetch: async (input) => {
        const path = decodeURIComponent(String(input).replace('https://zammad.helpdesk.test', ''));
        asked.push(path);
        if (path.includes('ticket_states')) return jsonResponse('', { status: 403 });
        return jsonResponse(path === search('export') ? hits.slice(0, 4) : []);
      },
    };
    expect(await zammad.findSimilar?.({ ticketId: '17', words: WORDS }, desk)).toEqual({
      ok: true,
      value: found,
    });
    expect(asked).toHaveLength(4);
    expect(await zammad.findSimilar?.({ ticketId: '17', words: ['*', '"'] }, desk)).toEqual({
      ok: true,
      value: [],
    });
  });
});

describeNotes({
  reader: zammad,
  ticketId: '17',
  badIds: ['', '17/../18', '17?x', '__proto__'],
  imitate: (mood) => fakeZammad(mood.publishes ? { internal: false } : {}, mood),
});

function fakeZammad(
  answer: object,
  mood: { customerQuotes?: boolean; cannotBeRead?: boolean; loggedOut?: boolean; token?: string | null } = {},
) {
  const written: string[] = [];
  const posted: { headers: Headers; body: Record<string, unknown> }[] = [];
  const articles: object[] = mood.customerQuotes ? [{ id: 1, body: note('17').marker, internal: false }] : [];
  const { token = 'fresh-token' } = mood;
  const desk: Desk = {
    url: new URL('https://z.test/'),
    signal: new AbortController().signal,
    fetch: async (_, init) => {
      if (mood.cannotBeRead) return jsonResponse('', { status: 500 });
      if (mood.loggedOut) return jsonResponse({ error: 'Authentication required' }, { status: 401 });
      if (init?.method !== 'POST')
        return jsonResponse(articles, { headers: token ? { 'CSRF-TOKEN': token } : {} });
      const body = JSON.parse(String(init.body));
      posted.push({ headers: new Headers(init.headers), body });
      written.push(body.body);
      articles.push({ id: 9, body: body.body, internal: true });
      return jsonResponse({ id: 9, type: 'note', internal: true, ...answer }, { status: 201 });
    },
  };
  return { desk, posted, written };
}

describe('Zammad notes', () => {
  it('are internal notes with the token of a fresh answer', async () => {
    const { desk, posted } = fakeZammad({});
    expect(await zammad.addNote?.(note('17'), desk)).toMatchObject({ ok: true });
    expect(posted[0]?.headers.get('x-csrf-token')).toBe('fresh-token');
    expect(posted[0]?.body).toMatchObject({
      ticket_id: 17,
      type: 'note',
      internal: true,
      content_type: 'text/html',
    });
  });

  it('are no mails', async () => {
    const { desk } = fakeZammad({ type: 'email' });
    expect(await zammad.addNote?.(note('17'), desk)).toMatchObject({
      ok: false,
      error: { kind: 'changed-layout' },
    });
  });

  it('are not written without a token', async () => {
    const { desk, posted } = fakeZammad({}, { token: null });
    expect(await zammad.addNote?.(note('17'), desk)).toMatchObject({
      ok: false,
      error: { kind: 'logged-out' },
    });
    expect(posted).toHaveLength(0);
  });
});
