import { afterEach, describe, expect, it, vi } from 'vitest';
import { describeReader, jsonResponse, type Recorded, toPage } from '@/tests/contracts/reader-contract';
import chatExpected from './fixtures/hubspot-help-desk-chat.expected.json';
import chat from './fixtures/hubspot-help-desk-chat.json';
import recordExpected from './fixtures/hubspot-record.expected.json';
import record from './fixtures/hubspot-record.json';
import { hubSpot } from './hubspot';

interface Event {
  eventData: { metadata?: Record<string, unknown> };
}
interface Answer {
  properties: Record<string, { value: string }>;
  events: Event[];
  results: unknown[];
}

describeReader({
  reader: hubSpot,
  cases: [
    { recorded: record, expected: recordExpected },
    { recorded: chat, expected: chatExpected },
  ],
  foreign: [{ ...record, url: record.url.replace('0-5', '0-1') }],
  usesApi: true,
  poison: (recorded, { subject, body, rest, fieldName }) => {
    const answers = structuredClone(recorded.answers) as unknown as Record<string, Answer>;
    const [ticket, timeline, further] = Object.values(answers);
    if (!ticket || !timeline || !further) throw new Error('other answers than expected');
    Object.assign(ticket.properties, { subject: { value: subject }, content: { value: '' } });
    Object.defineProperty(ticket.properties, fieldName, { value: { value: 'yes' }, enumerable: true });
    const properties = answers['/api/crm/v3/properties/tickets?portalId=14500017'];
    properties?.results.push({ name: fieldName, label: fieldName, options: [] });
    for (const [index, event] of [...timeline.events, ...further.events].entries()) {
      const html = index === 0 ? body : rest;
      if (event.eventData.metadata) event.eventData.metadata = { html };
    }
    return { ...recorded, answers };
  },
});

const withAnswers = (recorded: Recorded, change: (path: string) => unknown): Recorded => ({
  ...recorded,
  answers: Object.fromEntries(
    Object.entries(recorded.answers).map(([path, answer]) => [path, change(path) ?? answer]),
  ),
});

describe('HubSpot', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each([
    ['https://app.hubspot.com/contacts/12/record/0-5/17', '17', '/contacts/12'],
    ['https://app-eu1.hubspot.com/contacts/12/record/0-5/17/view/1?x=1', '17', '/contacts/12'],
    ['https://app-na2.hubspot.com/contacts/12/ticket/17', '17', '/contacts/12'],
    ['https://app.hubspot.com/help-desk/12/view/95/ticket/17?messageId=8', '17', '/contacts/12'],
    ['https://app.hubspot.com/help-desk/12/ticket/17#reply-editor', '17', '/contacts/12'],
    ['https://app.hubspot.com/contacts/12/record/0-1/17', undefined, undefined],
    ['https://app.hubspot.com/contacts/12/objects/0-5/views/all/list', undefined, undefined],
    ['https://app.hubspot.com/contacts/12/record/0-5/17x', undefined, undefined],
    ['https://app.hubspot.com/live-messages/12/inbox/17', undefined, undefined],
    ['https://app.hubspot.com.test/contacts/12/record/0-5/17', undefined, undefined],
    ['https://www.hubspot.com/contacts/12/record/0-5/17', undefined, undefined],
  ])('locates %s', (url, id, basePath) => {
    const place = hubSpot.locate(new URL(url));
    expect([place?.ticketId, place?.basePath]).toEqual([id, basePath]);
    if (id) expect(hubSpot.matches.some((pattern) => pattern.test(url))).toBe(true);
  });

  it('repeats the cookie in the header, for its own origin alone', async () => {
    vi.spyOn(Document.prototype, 'cookie', 'get').mockReturnValue('a=1; hubspotapi-csrf=AAcc-12345_x; b=2');
    const tokens = new Set<string | null>();
    const page = toPage(record);
    await hubSpot.read({
      ...page,
      fetch: async (input, init) => {
        expect(new URL(String(input)).origin).toBe('https://app-eu1.hubspot.com');
        tokens.add(new Headers(init?.headers).get('x-hubspot-csrf-hubspotapi'));
        return page.fetch(input, init);
      },
    });
    expect([...tokens]).toEqual(['AAcc-12345_x']);
  });

  it('refuses the record of another account, type or ticket', async () => {
    for (const other of [{ portalId: 1 }, { objectTypeId: '0-1' }, { objectId: 1 }]) {
      const [path = '', answer] = Object.entries(record.answers)[0] ?? [];
      const page = toPage(
        withAnswers(record, (asked) => (asked === path && { ...(answer as object), ...other }) || undefined),
      );
      expect(await hubSpot.read(page)).toMatchObject({ ok: false, error: { kind: 'changed-layout' } });
    }
  });

  it('lets the page be read when HubSpot has moved its addresses, and the ticket stands in front', async () => {
    const gone = { ...chat, answers: {} };
    expect(await hubSpot.read(toPage(gone))).toMatchObject({ ok: false, error: { kind: 'changed-layout' } });
    expect(await hubSpot.read(toPage({ ...gone, html: '' }))).toMatchObject({
      ok: false,
      error: { kind: 'not-found' },
    });
  });

  it('keeps the ticket when everything around it is refused', async () => {
    const isTicket = (path: string) => path.includes('/0-5/98510042?') && path.includes('inbounddb');
    const refused = withAnswers(record, (path) => (isTicket(path) ? undefined : { $status: 403 }));
    const result = await hubSpot.read(toPage(refused));
    expect(result?.ok && result.value.messages.map(({ id }) => id)).toEqual(['content']);
    expect(result?.ok && result.value.unread.map(({ field }) => field)).toEqual([
      'messages',
      'status',
      'custom fields',
      'requester',
      'assignee',
    ]);
  });

  it('stops at a timeline that never ends', async () => {
    let pages = 0;
    const page = toPage(record);
    const result = await hubSpot.read({
      ...page,
      fetch: async (input, init) => {
        if (!String(input).includes('/timeline/')) return page.fetch(input, init);
        pages += 1;
        const note = { engagement: { id: pages, type: 'NOTE' }, metadata: { body: 'Note' } };
        const events = Array.from({ length: 100 }, () => ({
          etype: 'eventEngagement',
          timestamp: pages,
          eventData: note,
        }));
        return jsonResponse({ events, hasMore: true, nextTimestamp: 1_000_000_000_000 - pages });
      },
    });
    expect(pages).toBe(20);
    expect(result?.ok && result.value.messages).toHaveLength(2_000);
    expect(result?.ok && result.value.unread.some(({ field }) => field === 'messages')).toBe(true);
  });
});
