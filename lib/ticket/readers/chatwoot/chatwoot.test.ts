import { beforeEach, describe, expect, it, vi } from 'vitest';
import { describeNotes } from '@/tests/contracts/note-contract';
import { describeReader, jsonResponse, type Recorded, toPage } from '@/tests/contracts/reader-contract';
import { describeSearch } from '@/tests/contracts/search-contract';
import { chatwoot } from './chatwoot';
import expected2 from './fixtures/chatwoot-4-conversation-9.expected.json';
import conversation2 from './fixtures/chatwoot-4-conversation-9.json';
import expected1 from './fixtures/chatwoot-4-conversation-418.expected.json';
import conversation1 from './fixtures/chatwoot-4-conversation-418.json';

const SECRET = 'tok-3n';
const cookieOf = (session: object) =>
  `locale=en; cw_d_session_info=${encodeURIComponent(JSON.stringify(session))}; cw_contact=x`;
const SESSION = {
  'access-token': SECRET,
  'token-type': 'Bearer',
  client: 'c1',
  expiry: '1999999999',
  uid: 'sam@helpdesk.test',
  other: 'stays at home',
};
const setCookie = (cookie: string) => vi.spyOn(Document.prototype, 'cookie', 'get').mockReturnValue(cookie);

beforeEach(() => {
  setCookie(cookieOf(SESSION));
});

type Json = { [key: string]: Json } & Json[];

describeReader({
  reader: chatwoot,
  cases: [
    { recorded: conversation1, expected: expected1 },
    { recorded: conversation2, expected: expected2 },
  ],
  usesApi: true,
  poison: (recorded, { subject, body, rest, fieldName }) => {
    const answers = structuredClone(recorded.answers) as Record<string, Json>;
    const [record, messages] = Object.values(answers);
    Object.assign(record?.additional_attributes ?? {}, { mail_subject: subject });
    Object.defineProperty(record?.custom_attributes, fieldName, {
      value: { polluted: 'yes' },
      enumerable: true,
    });
    const spoken = (messages?.payload ?? []).filter((message) => Number(message.message_type) !== 2);
    for (const message of spoken) {
      const full = message === spoken[0] ? body : rest;
      Object.assign(message, { content_attributes: { email: { html_content: { full } } } });
    }
    return { ...recorded, answers };
  },
});

describe('Chatwoot', () => {
  it.each([
    ['https://c.test/app/accounts/1/conversations/7', '/app/accounts/1', '7'],
    ['https://c.test/app/accounts/12/inbox/3/conversations/7?messageId=9', '/app/accounts/12', '7'],
    ['https://c.test/app/accounts/1/label/vip%20one/conversations/7/', '/app/accounts/1', '7'],
    ['https://c.test/app/accounts/1/mentions/conversations/7', '/app/accounts/1', '7'],
    ['https://c.test/app/accounts/1/mentions/conversations', undefined, undefined],
    ['https://c.test/app/accounts/1/conversations/7x', undefined, undefined],
    ['https://c.test/app/accounts/1/contacts/7', undefined, undefined],
    ['https://c.test/desk/app/accounts/1/conversations/7', undefined, undefined],
  ])('locates %s', (url, basePath, ticketId) =>
    expect(chatwoot.locate(new URL(url)) ?? {}).toEqual(ticketId ? { basePath, ticketId } : {}),
  );

  it('is logged out without its cookie, and leaves a page of others alone', async () => {
    setCookie('cw_d_session_info=%7Bbroken');
    const result = await chatwoot.read(toPage(conversation1));
    expect(result).toMatchObject({ ok: false, error: { kind: 'logged-out' } });
    expect(await chatwoot.read(toPage({ ...conversation1, html: '<h1>Other desk</h1>' }))).toBeNull();
  });

  it('sends the session as headers to its own origin and shows it nowhere', async () => {
    const seen: Headers[] = [];
    const result = await chatwoot.read(
      toPage(conversation1, (path, init) => {
        seen.push(new Headers(init?.headers));
        const known = (conversation1.answers as Record<string, unknown>)[path];
        return known ? jsonResponse(known) : jsonResponse({}, { status: 404 });
      }),
    );
    expect(seen.map((headers) => headers.get('access-token'))).toEqual([SECRET, SECRET, SECRET]);
    expect(seen[0]?.get('uid')).toBe('sam@helpdesk.test');
    expect(seen[0]?.has('other')).toBe(false);
    expect(JSON.stringify(result)).not.toContain(SECRET);
    const failed = await chatwoot.read(toPage(conversation1, () => jsonResponse('', { status: 500 })));
    expect(JSON.stringify(failed)).not.toContain(SECRET);
  });

  it('keeps the ticket when the names of custom attributes are refused', async () => {
    const { '/api/v1/accounts/3/custom_attribute_definitions': _, ...answers } = conversation1.answers;
    const result = await chatwoot.read(toPage({ ...conversation1, answers }));
    expect(result?.ok && result.value.unread.map(({ field }) => field)).toEqual(['custom fields']);
    expect(result?.ok && result.value.customFields[0]).toEqual({ name: 'product_area', value: 'Reporting' });
  });

  const message = (id: number, more: object = {}) => ({
    id,
    conversation_id: 9,
    message_type: 0,
    private: false,
    content: `Message ${id}`,
    created_at: 1_772_528_400 + id,
    ...more,
  });

  function long(total: number) {
    const asked: string[] = [];
    const page = toPage(conversation2, (path) => {
      asked.push(path);
      if (!path.includes('/messages'))
        return jsonResponse(conversation2.answers['/api/v1/accounts/1/conversations/9']);
      const before = Number(/before=(\d+)/.exec(path)?.[1] ?? total + 1);
      const from = Math.max(1, before - 20);
      return jsonResponse({ payload: Array.from({ length: before - from }, (_, i) => message(from + i)) });
    });
    return { page, asked };
  }

  it('reads three hundred messages page by page', async () => {
    const { page, asked } = long(310);
    const result = await chatwoot.read(page);
    const ids = result?.ok ? result.value.messages.map(({ id }) => Number(id)) : [];
    expect(ids).toEqual(Array.from({ length: 310 }, (_, i) => i + 1));
    expect(asked).toHaveLength(1 + 16);
  });

  it('says that it stopped in an endless conversation', async () => {
    const { page, asked } = long(5_000);
    const result = await chatwoot.read(page);
    expect(result?.ok && result.value.messages).toHaveLength(2_000);
    expect(result?.ok && result.value.unread.map(({ field }) => field)).toEqual(['messages']);
    expect(asked).toHaveLength(1 + 100);
  });

  it('stops when the server ignores the page it is asked for', async () => {
    let asked = 0;
    const page = toPage(conversation2, (path) => {
      asked += 1;
      return jsonResponse(
        path.includes('/messages')
          ? { payload: Array.from({ length: 20 }, (_, i) => message(i)) }
          : conversation2.answers['/api/v1/accounts/1/conversations/9'],
      );
    });
    expect(await chatwoot.read(page)).toMatchObject({ ok: true });
    expect(asked).toBe(3);
  });

  it('refuses messages of another conversation', async () => {
    const answers = {
      ...conversation2.answers,
      '/api/v1/accounts/1/conversations/9/messages': { payload: [message(1, { conversation_id: 10 })] },
    };
    const result = await chatwoot.read(toPage({ ...(conversation2 as Recorded), answers }));
    expect(result).toMatchObject({ ok: false, error: { kind: 'changed-layout' } });
  });
});

describeNotes({
  reader: chatwoot,
  ticketId: '9',
  badIds: ['', '9/../8', '9?x', 'abc'],
  imitate: (mood) => {
    const written: string[] = [];
    const base = { conversation_id: 9, message_type: 1, created_at: 1_772_528_400 };
    const payload: object[] = mood.customerQuotes
      ? [{ ...base, id: 1, private: false, message_type: 0, content: 'see baton:0123456789' }]
      : [];
    return {
      written,
      desk: {
        url: new URL('https://c.test/app/accounts/1/'),
        signal: new AbortController().signal,
        document: new DOMParser().parseFromString('', 'text/html'),
        fetch: async (input, init) => {
          expect(new URL(String(input)).pathname).toBe('/api/v1/accounts/1/conversations/9/messages');
          expect(new Headers(init?.headers).get('access-token')).toBe(SECRET);
          if (mood.loggedOut) return jsonResponse({ errors: ['x'] }, { status: 401 });
          if (mood.cannotBeRead) return jsonResponse('', { status: 500 });
          if (init?.method !== 'POST') return jsonResponse({ meta: {}, payload });
          const body = JSON.parse(String(init.body)) as { content: string; private: unknown };
          expect(body).toMatchObject({ private: true, message_type: 'outgoing' });
          written.push(body.content);
          const stored = { ...base, id: 50, content: body.content, private: !mood.publishes };
          payload.push(stored);
          return jsonResponse(stored);
        },
      },
    };
  },
});

describe('Chatwoot notes', () => {
  it('cannot be written without the page of the desk', async () => {
    const fetched = vi.fn();
    const desk = {
      url: new URL('https://c.test/app/accounts/1/'),
      signal: new AbortController().signal,
      fetch: fetched,
    };
    const note = {
      ticketId: '9',
      text: 'x',
      link: { title: 'A', url: 'https://t.test/1' },
      marker: 'baton:1',
    };
    expect(await chatwoot.addNote?.(note, desk)).toMatchObject({ ok: false, error: { kind: 'logged-out' } });
    expect(fetched).not.toHaveBeenCalled();
  });
});

const hit = (id: number, more: object = {}) => ({
  meta: {
    sender: {
      id: 70,
      name: 'Olga',
      email: 'olga@orchard.test',
      additional_attributes: { company_name: 'Orchard Ltd' },
    },
    channel: 'Channel::Email',
  },
  id,
  status: 'open',
  additional_attributes: { mail_subject: `Subject ${id}` },
  last_activity_at: 1_772_445_600,
  ...more,
});
const search = (word: string) => `/api/v1/accounts/3/conversations?status=all&q=${word}`;
const articles = (word: string) => `/api/v1/accounts/3/search/articles?q=${word}`;
const article = (id: number, more: object = {}) => ({
  id,
  title: `Article ${id}`,
  slug: `export-${id}`,
  portal_slug: 'help',
  status: 'published',
  content: '## Rows\nAn export holds 1000 rows.',
  updated_at: 1_772_445_600,
  ...more,
});
const found = (...payload: object[]) => ({ data: { meta: {}, payload } });

describeSearch({
  reader: chatwoot,
  ticketId: '418',
  deskUrl: 'https://app.chatwoot.com/app/accounts/3/',
  answers: {
    [search('export')]: found(hit(418), hit(400), hit(399, { status: 'resolved' })),
    [search('OR 1=1) "x* -y:z')]: found(),
    [search('invoice')]: found(
      hit(380, { status: 'pending', additional_attributes: {}, meta: { sender: null } }),
      hit(400),
    ),
    [articles('export')]: { payload: { articles: [article(5), article(6, { status: 'draft' })] } },
    [articles('OR 1=1) "x* -y:z')]: { payload: { articles: [] } },
    [articles('invoice')]: { payload: { articles: [article(7), article(5)] } },
  },
  tickets: [
    {
      ticketId: '400',
      number: '400',
      url: 'https://app.chatwoot.com/app/accounts/3/conversations/400',
      subject: 'Subject 400',
      status: 'open',
      requester: { id: '70', name: 'Olga', email: 'olga@orchard.test' },
      organization: {
        id: 'Orchard Ltd',
        name: 'Orchard Ltd',
        source: 'desk',
        url: 'https://app.chatwoot.com/app/accounts/3/contacts/70',
      },
      updatedAt: 1_772_445_600_000,
    },
    {
      ticketId: '380',
      number: '380',
      url: 'https://app.chatwoot.com/app/accounts/3/conversations/380',
      subject: '',
      status: 'pending',
      requester: { id: '', name: '', email: '' },
      organization: null,
      updatedAt: 1_772_445_600_000,
    },
  ],
  articles: [
    {
      id: '5',
      title: 'Article 5',
      url: 'https://app.chatwoot.com/hc/help/articles/export-5',
      excerpt: '## Rows An export holds 1000 rows.',
      updatedAt: 1_772_445_600_000,
    },
    {
      id: '7',
      title: 'Article 7',
      url: 'https://app.chatwoot.com/hc/help/articles/export-7',
      excerpt: '## Rows An export holds 1000 rows.',
      updatedAt: 1_772_445_600_000,
    },
  ],
});
