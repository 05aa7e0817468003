import { describe, expect, it } from 'vitest';
import type { Desk, NewNote } from '@/lib/ticket/ticket-reader';
import { describeReader, jsonResponse } from '@/tests/contracts/reader-contract';
import expected from './fixtures/zammad-6-ticket-17.expected.json';
import ticket from './fixtures/zammad-6-ticket-17.json';
import { zammad } from './zammad';

describeReader({
  reader: zammad,
  cases: [{ recorded: ticket, expected }],
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

  it('keeps the ticket when customer, organization and tags are refused', async () => {
    const {
      '/api/v1/tickets/17?expand=true': record,
      '/api/v1/ticket_articles/by_ticket/17?expand=true': articles,
    } = ticket.answers;
    const result = await zammad.read({
      url: new URL(ticket.url),
      document: new DOMParser().parseFromString(ticket.html, 'text/html'),
      signal: new AbortController().signal,
      selection: '',
      fetch: async (input) => {
        const path = String(input);
        if (path.includes('/tickets/17')) return jsonResponse(record);
        return path.includes('by_ticket')
          ? jsonResponse(articles)
          : jsonResponse({ error: 'Not authorized' }, { status: 403 });
      },
    });
    expect(result?.ok && result.value.requester).toEqual({
      id: '8',
      name: 'nina@orchard.test',
      email: 'nina@orchard.test',
    });
    expect(result?.ok && result.value.organization?.name).toBe('Orchard Ltd');
    expect(result?.ok && result.value.unread.map((entry) => entry.field)).toEqual([
      'requester',
      'organization',
      'tags',
    ]);
  });
});

const note: NewNote = {
  ticketId: '17',
  text: 'Escalated',
  link: { title: 'ABC-1', url: 'https://tracker.test/issues/1' },
  marker: 'baton:0123456789',
};

function fakeZammad(written: object, articles: object[] = [], token: string | null = 'fresh-token') {
  const posted: { headers: Headers; body: Record<string, unknown> }[] = [];
  const desk: Desk = {
    url: new URL('https://z.test/'),
    signal: new AbortController().signal,
    fetch: async (_, init) => {
      if (init?.method !== 'POST')
        return jsonResponse(articles, { headers: token ? { 'CSRF-TOKEN': token } : {} });
      const body = JSON.parse(String(init.body));
      posted.push({ headers: new Headers(init.headers), body });
      articles.push({ id: 9, body: body.body, internal: true });
      return jsonResponse({ id: 9, type: 'note', internal: true, ...written }, { status: 201 });
    },
  };
  return { desk, posted };
}

describe('Zammad notes', () => {
  it('writes an internal note with the token of a fresh answer, once', async () => {
    const { desk, posted } = fakeZammad({});
    expect(await zammad.addNote?.(note, desk)).toEqual({
      ok: true,
      value: { existing: false, confirmedInternal: true },
    });
    expect(await zammad.addNote?.(note, desk)).toEqual({
      ok: true,
      value: { existing: true, confirmedInternal: true },
    });
    expect(posted).toHaveLength(1);
    expect(posted[0]?.headers.get('x-csrf-token')).toBe('fresh-token');
    expect(posted[0]?.body).toMatchObject({
      ticket_id: 17,
      type: 'note',
      internal: true,
      content_type: 'text/html',
    });
  });

  it.each([{ internal: false }, { type: 'email' }])('reports an answer that says %o', async (written) => {
    const { desk } = fakeZammad(written);
    expect(await zammad.addNote?.(note, desk)).toMatchObject({
      ok: false,
      error: { kind: 'changed-layout' },
    });
  });

  it('writes nothing without a token, and does not take a public article for its note', async () => {
    const { desk, posted } = fakeZammad({}, [{ id: 1, body: 'baton:0123456789', internal: false }], null);
    expect(await zammad.addNote?.(note, desk)).toMatchObject({ ok: false, error: { kind: 'logged-out' } });
    expect(posted).toHaveLength(0);
  });
});
