import { describe, expect, it } from 'vitest';
import type { Desk, NewNote } from '@/lib/ticket/ticket-reader';
import { describeReader, jsonResponse, type Recorded, toPage } from '@/tests/contracts/reader-contract';
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
    expect(requests).toBeLessThanOrEqual(10);
  });
});

const note: NewNote = {
  ticketId: '1',
  text: 'Escalated <b>today</b>\nSecond line',
  link: { title: 'ABC-1', url: 'https://tracker.test/issues/1?a=1&b=2' },
  marker: 'baton:0123456789',
};

/** A tiny RT that keeps what is posted to it. */
function fakeRt(
  options: { type?: string; comments?: { body: string; type: string }[]; location?: boolean } = {},
) {
  const stored = options.comments ?? [];
  const posted: { path: string; body: { Content: string; ContentType: string } }[] = [];
  const desk: Desk = {
    url: new URL('https://desk.test/rt/'),
    signal: new AbortController().signal,
    fetch: async (input, init) => {
      const { pathname } = new URL(String(input));
      if (init?.method === 'POST') {
        const body = JSON.parse(String(init.body));
        posted.push({ path: pathname, body });
        stored.push({ body: body.Content, type: options.type ?? 'Comment' });
        const location =
          options.location === false ? undefined : { location: `/rt/REST/2.0/transaction/${stored.length}` };
        return jsonResponse(['Comments added'], { status: 201, ...(location ? { headers: location } : {}) });
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
  return { desk, posted };
}

describe('Request Tracker notes', () => {
  it('writes one comment, escaped, and finds it the second time', async () => {
    const { desk, posted } = fakeRt();
    expect(await requestTracker.addNote?.(note, desk)).toEqual({
      ok: true,
      value: { existing: false, confirmedInternal: true },
    });
    expect(await requestTracker.addNote?.(note, desk)).toEqual({
      ok: true,
      value: { existing: true, confirmedInternal: true },
    });
    expect(posted).toHaveLength(1);
    expect(posted[0]?.path).toBe('/rt/REST/2.0/ticket/1/comment');
    expect(posted[0]?.body.ContentType).toBe('text/html');
    expect(posted[0]?.body.Content).toBe(
      '<p>Escalated &lt;b&gt;today&lt;/b&gt;<br>Second line</p><p><a href="https://tracker.test/issues/1?a=1&amp;b=2">ABC-1</a></p><p>baton:0123456789</p>',
    );
  });

  it('finds its note when the answer names no transaction', async () => {
    const { desk } = fakeRt({ location: false });
    expect(await requestTracker.addNote?.(note, desk)).toMatchObject({ ok: true });
  });

  it('does not believe 201: the transaction must be a comment', async () => {
    const { desk } = fakeRt({ type: 'Correspond' });
    expect(await requestTracker.addNote?.(note, desk)).toMatchObject({
      ok: false,
      error: { kind: 'changed-layout' },
    });
  });

  it('is not fooled by a customer who quotes the marker', async () => {
    const { desk, posted } = fakeRt({ comments: [{ body: 'see baton:0123456789', type: 'Correspond' }] });
    expect(await requestTracker.addNote?.(note, desk)).toMatchObject({
      ok: true,
      value: { existing: false },
    });
    expect(posted).toHaveLength(1);
  });

  it('writes nothing when the look-up fails or the id is no id', async () => {
    const { desk, posted } = fakeRt();
    const failing = { ...desk, fetch: async () => jsonResponse('', { status: 500 }) };
    expect(await requestTracker.addNote?.(note, failing)).toMatchObject({
      ok: false,
      error: { kind: 'server' },
    });
    expect(await requestTracker.addNote?.({ ...note, ticketId: '1/../2' }, desk)).toMatchObject({
      ok: false,
    });
    expect(posted).toHaveLength(0);
  });
});
