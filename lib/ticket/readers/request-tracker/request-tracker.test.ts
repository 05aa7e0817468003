import { describe, expect, it } from 'vitest';
import type { Desk } from '@/lib/ticket/ticket-reader';
import { type DeskMood, describeNotes, note as noteOn } from '@/tests/contracts/note-contract';
import { describeReader, jsonResponse, type Recorded, toPage } from '@/tests/contracts/reader-contract';
import { describeSearch } from '@/tests/contracts/search-contract';
import searchAnswers from './fixtures/rt-5.0.3-search.json';
import expected1 from './fixtures/rt-5.0.3-ticket-1.expected.json';
import ticket1 from './fixtures/rt-5.0.3-ticket-1.json';
import expected2 from './fixtures/rt-5.0.3-ticket-2.expected.json';
import ticket2 from './fixtures/rt-5.0.3-ticket-2.json';
import { requestTracker } from './request-tracker';

type Json = { [key: string]: Json } & Json[];

describeReader({
  reader: requestTracker,
  cases: [
    { recorded: ticket1, expected: expected1 },
    { recorded: ticket2, expected: expected2 },
  ],
  foreign: [{ ...ticket1, url: 'https://help.helpdesk.test/Search/Results.html?Query=id', html: '' }],
  usesApi: true,
  poison: (recorded, { subject, body, rest, fieldName }) => {
    const answers = structuredClone(recorded.answers) as Record<string, Json>;
    for (const answer of Object.values(answers)) {
      if ('Subject' in answer) {
        Object.assign(answer, { Subject: subject });
        answer.CustomFields?.push({ name: fieldName, values: [{ polluted: 'yes' }, 'x'].slice(1) } as never);
      }
      const parts = (answer.items ?? []).filter((item) => 'Content' in item);
      const [first] = parts;
      for (const part of parts)
        Object.assign(part, { Content: part === first ? body : rest, ContentType: 'text/html' });
    }
    return { ...recorded, answers };
  },
});

describe('Request Tracker', () => {
  it.each([
    ['https://desk.test/Ticket/Display.html?id=7', { ticketId: '7', basePath: '' }],
    ['https://desk.test/rt/Ticket/History.html?id=7#txn-9', { ticketId: '7', basePath: '/rt' }],
    ['https://desk.test/Ticket/Update.html?Action=Respond&id=7', { ticketId: '7', basePath: '' }],
    ['https://desk.test/Ticket/Display.html?id=../../admin', null],
    ['https://desk.test/Ticket/Display.html?id=1%20OR%201=1', null],
    ['https://desk.test/Ticket/Display.html', null],
    ['https://desk.test/Ticket/Attachment/45/3/screenshot.png', null],
  ])('locates %s', (url, place) => expect(requestTracker.locate(new URL(url))).toEqual(place));

  it('reads three hundred messages page by page', async () => {
    const rows = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
    const recorded: Recorded = { ...ticket1, answers: {} };
    let requests = 0;
    const page = toPage(recorded, (path) => {
      requests += 1;
      const found = Object.entries(ticket1.answers).find(([key]) => key === path);
      const start = (Number(/[?&]page=(\d+)/.exec(path)?.[1]) - 1) * 100;
      const ids = rows(start, Math.max(0, Math.min(100, 300 - start)));
      const person = { id: 'dana@customer.test', RealName: 'Dana Müller' };
      if (path.includes('/history')) {
        return jsonResponse({
          items: ids.map((id) => ({
            id: String(id),
            Type: 'Correspond',
            Created: '2026-03-02T09:00:00Z',
            Creator: person,
          })),
        });
      }
      if (path.includes('Content,') || path.includes(',Content&')) {
        return jsonResponse({
          items: ids.map((id) => ({
            id: id + 1000,
            TransactionId: id,
            ContentType: 'text/plain',
            Filename: '',
            Content: `Message ${id}`,
          })),
        });
      }
      return jsonResponse(found?.[1] ?? { items: [] });
    });
    const result = await requestTracker.read(page);
    expect(result?.ok && result.value.messages.map((message) => message.text)).toEqual(
      rows(0, 300).map((id) => `Message ${id}`),
    );
    expect(requests).toBeLessThanOrEqual(11);
  });

  const [path = '', record] = Object.entries(ticket1.answers)[0] ?? [];

  it('sends people to the ticket that a merged one is part of now', async () => {
    const answers = { ...ticket1.answers, [path]: { ...(record as object), id: 6 } };
    expect(await requestTracker.read(toPage({ ...ticket1, answers }))).toEqual({
      ok: false,
      error: { kind: 'not-found', detail: 'This ticket is now part of ticket 6. Open that one.' },
    });
  });

  it('keeps the ticket when a field holds a picture and the linked tickets are refused', async () => {
    const CustomFields = [
      { id: '9', name: 'Photo', values: [{ content_type: 'image/png', filename: 'cable.png', _url: 'x' }] },
    ];
    const answers = Object.fromEntries(
      Object.entries({ ...ticket1.answers, [path]: { ...(record as object), CustomFields } }).map(
        ([asked, answer]) => [asked, asked.includes('/tickets?') ? { $status: 403 } : answer],
      ),
    );
    expect(await requestTracker.read(toPage({ ...ticket1, answers }))).toMatchObject({
      ok: true,
      value: {
        customFields: [{ name: 'Photo', value: 'cable.png' }],
        linked: [
          { kind: 'child', id: '6', title: '' },
          { kind: 'related', id: '7', title: '' },
          { kind: 'related', id: '9', title: '' },
        ],
        unread: [{ field: 'linked tickets' }],
      },
    });
  });
});

const similar = (id: string, facts: object, name: string, email: string, organization: string) => ({
  ticketId: id,
  number: id,
  url: `https://help.helpdesk.test/Ticket/Display.html?id=${id}`,
  status: 'new',
  requester: { id: email, name, email },
  organization: { id: organization, name: organization, source: 'desk', url: null },
  ...facts,
});

describeSearch({
  reader: requestTracker,
  ticketId: '1',
  deskUrl: 'https://help.helpdesk.test/',
  answers: searchAnswers,
  tickets: [
    similar(
      '7',
      { subject: 'Blank page instead of invoice (PDF export)', updatedAt: 1772961900000 },
      'Inês Duarte',
      'ines@lumen.test',
      'Lumen Studio',
    ),
    similar(
      '6',
      { subject: 'Exported invoice is an empty PDF', updatedAt: 1772875500000 },
      'Omar Haddad',
      'omar@harbor.test',
      'Harbor Logistics',
    ),
  ],
  articles: [
    {
      id: '1',
      title: 'Blank invoice PDF',
      url: 'https://help.helpdesk.test/Articles/Article/Display.html?id=1',
      excerpt: 'What to do when the exported invoice has no content',
      updatedAt: 1772442000000,
    },
  ],
});

describe('Request Tracker searches', () => {
  it('asks nothing when no word has a letter, and lives below a path', async () => {
    const asked: string[] = [];
    const desk: Desk = {
      url: new URL('https://desk.test/rt/'),
      signal: new AbortController().signal,
      fetch: async (input) => {
        asked.push(new URL(String(input)).pathname);
        // The search of all messages is too slow: what the subjects gave is enough.
        if (String(input).includes('Content')) return jsonResponse('', { status: 504 });
        return jsonResponse({ items: [{ id: '5', Subject: 'CF.x', Status: 'open' }, null] });
      },
    };
    expect(await requestTracker.findSimilar?.({ ticketId: '1', words: ['%', '\\'] }, desk)).toEqual({
      ok: true,
      value: [],
    });
    expect(asked).toEqual([]);
    expect(await requestTracker.findSimilar?.({ ticketId: '1', words: ['CF.x'] }, desk)).toMatchObject({
      ok: true,
      value: [{ ticketId: '5', url: 'https://desk.test/rt/Ticket/Display.html?id=5', organization: null }],
    });
    expect(asked).toEqual(['/rt/REST/2.0/tickets', '/rt/REST/2.0/tickets']);
  });
});

const note = noteOn('1');

/** A tiny RT that keeps what is posted to it. */
function fakeRt({
  type = 'Comment',
  location = true,
  mood = {},
}: {
  readonly type?: string;
  readonly location?: boolean;
  readonly mood?: DeskMood;
} = {}) {
  const stored = mood.customerQuotes ? [{ body: `see ${note.marker}`, type: 'Correspond' }] : [];
  const posted: { path: string; body: { Content: string; ContentType: string } }[] = [];
  const written: string[] = [];
  const desk: Desk = {
    url: new URL('https://desk.test/rt/'),
    signal: new AbortController().signal,
    fetch: async (input, init) => {
      const { pathname } = new URL(String(input));
      if (mood.cannotBeRead) return jsonResponse('', { status: 500 });
      // Observed: to a browser it answers with a redirect to its start page.
      if (mood.loggedOut) return new Response('', { status: 302, headers: { location: '/' } });
      if (init?.method === 'POST') {
        const body = JSON.parse(String(init.body));
        posted.push({ path: pathname, body });
        written.push(body.Content);
        stored.push({ body: body.Content, type });
        const headers: HeadersInit = location
          ? { location: `/rt/REST/2.0/transaction/${stored.length}` }
          : {};
        return jsonResponse(['Comments added'], { status: 201, headers });
      }
      const transaction = /\/transaction\/(\d+)$/.exec(pathname)?.[1];
      if (transaction) return jsonResponse({ Type: stored[Number(transaction) - 1]?.type });
      if (pathname.endsWith('/attachments')) {
        return jsonResponse({
          items: stored.map(({ body }, index) => ({
            id: index,
            TransactionId: index + 1,
            ContentType: 'text/html',
            Filename: '',
            Content: body,
          })),
        });
      }
      return jsonResponse({ id: 1, Subject: 'Invoice' });
    },
  };
  return { desk, posted, written };
}

describeNotes({
  reader: requestTracker,
  ticketId: '1',
  badIds: ['', '1/../2', '1?x', 'abc'],
  imitate: (mood) => fakeRt({ mood, ...(mood.publishes ? { type: 'Correspond' } : {}) }),
});

describe('Request Tracker notes', () => {
  it('are comments, escaped', async () => {
    const { desk, posted } = fakeRt();
    expect(await requestTracker.addNote?.(note, desk)).toMatchObject({ ok: true });
    expect(posted).toMatchObject([
      { path: '/rt/REST/2.0/ticket/1/comment', body: { ContentType: 'text/html' } },
    ]);
    expect(posted[0]?.body.Content).toBe(
      '<p>Escalated &lt;b&gt;today&lt;/b&gt; &amp; safe<br>Second line</p><p><a href="https://tracker.test/issues/1?a=1&amp;b=2">ABC-1</a></p><p>baton:0123456789</p>',
    );
  });

  it('are found when the answer names no transaction', async () => {
    const { desk } = fakeRt({ location: false });
    expect(await requestTracker.addNote?.(note, desk)).toMatchObject({ ok: true });
  });
});
