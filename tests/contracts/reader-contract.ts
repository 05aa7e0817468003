import { afterEach, describe, expect, it, vi } from 'vitest';
import { ok, type Result } from '@/lib/std/result';
import { finishTicket } from '@/lib/ticket/finish-ticket';
import { LIMITS } from '@/lib/ticket/limits';
import { type Ticket, TicketSchema } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';

/**
 * A recorded page: address, HTML and the answers by path and query. An answer is JSON, or `{"$html": "…"}` for a
 * further page, or `{"$status": 403}`; `{"$json": …, "$headers": {…}}` adds headers.
 */
export interface Recorded {
  readonly product: string;
  readonly version: string;
  readonly url: string;
  /** For desks that keep their session where scripts can read it; made up. */
  readonly cookie?: string;
  readonly html: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

export interface HostileText {
  readonly subject: string;
  /** HTML of the first message. */
  readonly body: string;
  /** HTML of all further messages: the same, except where one message is enough of a load. */
  readonly rest: string;
  /** Name of a custom field, where the desk has them. */
  readonly fieldName: string;
}

export interface ReaderContract {
  readonly reader: TicketReader;
  readonly cases: readonly { readonly recorded: Recorded; readonly expected: unknown }[];
  /** Look-alikes of the reader's own addresses; the pages of all other readers are tried by `foreign.test.ts`. */
  readonly foreign?: readonly Recorded[];
  /** The first recording with other texts in it. */
  readonly poison: (recorded: Recorded, text: HostileText) => Recorded;
  readonly usesApi: boolean;
  /** Every selector the reader of a page relies on: without what it finds, the record must differ. */
  readonly selectors?: readonly string[];
}

type ReadResult = Result<Ticket, ReadError> | null;
type Fetch = (path: string, init: RequestInit | undefined) => Response | Promise<Response>;

export const jsonResponse = (body: unknown, init: ResponseInit = {}): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    ...init,
    headers: { 'content-type': 'application/json; charset=utf-8', ...init.headers },
  });

/** A recorded answer as the desk would send it. */
export function toResponse(recorded: unknown): Response {
  const special = typeof recorded === 'object' && recorded !== null ? recorded : {};
  const { $html, $status, $json, $headers } = special as Record<string, never>;
  if ($status) return jsonResponse('', { status: $status });
  if ($html !== undefined)
    return new Response($html, { headers: { 'content-type': 'text/html', ...($headers ?? {}) } });
  return $json === undefined ? jsonResponse(recorded) : jsonResponse($json, { headers: $headers ?? {} });
}

/** Serves a recording; only same-origin GETs are let through. */
export function toPage(recorded: Recorded, answer?: Fetch): Page {
  const url = new URL(recorded.url);
  const known = new Map(Object.entries(recorded.answers));
  const serve: Fetch = (path) =>
    known.has(path) ? toResponse(known.get(path)) : jsonResponse({ error: 'Not found' }, { status: 404 });
  return {
    url,
    document: new DOMParser().parseFromString(recorded.html, 'text/html'),
    fetch: async (input, init) => {
      const asked = new URL(String(input));
      expect(asked.origin).toBe(url.origin);
      expect(init?.method ?? 'GET').toBe('GET');
      return (answer ?? serve)(decodeURIComponent(asked.pathname + asked.search).replaceAll('+', ' '), init);
    },
    signal: new AbortController().signal,
    selection: '',
  };
}

function redirectedLogin(): Response {
  const html = '<html><form><input name="user"><input type="password" name="pass"></form></html>';
  const response = new Response(html, { headers: { 'content-type': 'text/html' } });
  Object.defineProperty(response, 'redirected', { value: true });
  return response;
}

const BAD_ANSWERS: readonly [string, () => Response, ReadError['kind']][] = [
  ['401', () => jsonResponse({ message: 'Unauthorized' }, { status: 401 }), 'logged-out'],
  ['302', () => new Response('Login required', { status: 302, headers: { location: '/' } }), 'logged-out'],
  ['403', () => jsonResponse({ message: 'Forbidden' }, { status: 403 }), 'forbidden'],
  ['404', () => jsonResponse({ message: 'Not Found' }, { status: 404 }), 'not-found'],
  ['429', () => jsonResponse('', { status: 429, headers: { 'retry-after': '30' } }), 'rate-limited'],
  ['500', () => jsonResponse('', { status: 500 }), 'server'],
  ['a login page with status 200', redirectedLogin, 'logged-out'],
  ['truncated JSON', () => jsonResponse('{"id": 1, "Subject": "Inv'), 'server'],
  ['an empty answer', () => jsonResponse(''), 'server'],
  ['JSON of another shape', () => jsonResponse([{ hello: 'world' }]), 'changed-layout'],
  ['12 MB', () => jsonResponse(`"${'x'.repeat(12_000_000)}"`), 'too-large'],
  ['no connection', () => Promise.reject(new TypeError('Failed to fetch')) as never, 'offline'],
];

const mega = 1_000_000;
const rest = 'Hello you';
const HOSTILE: readonly [string, Partial<HostileText>][] = [
  [
    'scripts and handlers',
    { body: '<p>Hello <script>alert(1)</script><img src=x onerror=alert(2)><svg/onload=alert(3)>you</p>' },
  ],
  [
    'foreign schemes',
    {
      body: '<p>Hello <a href="javascript:alert(1)">a</a> <a href="jAva\tscript:alert(1)">b</a> <a href="data:text/html,x">c</a> you</p>',
    },
  ],
  [
    'mXSS',
    {
      body: 'Hello <math><mtext><table><mglyph><style><!--</style><img title="--><img src=1 onerror=alert(1)>"></table></math> you',
    },
  ],
  [
    'clobbering',
    {
      body: '<p>Hello</p><form id=body name=querySelectorAll><input name=nodeName><input name=getAttribute><input name=attributes><input name=parentNode><p>you</p></form>',
    },
  ],
  ['prototype names', { fieldName: '__proto__', body: 'Hello you' }],
  ['constructor name', { fieldName: 'constructor', body: 'Hello you' }],
  [
    'NUL, ESC and bidi',
    { subject: 'A\u0000\u001B[31m\u202Egpj.exe\u202C', body: 'Hello \u0000\u202E\u2066 you' },
  ],
  ['lone surrogates', { subject: 'A\uD800B\uDC00', body: 'Hello \uD800 you' }],
  [
    'zalgo and emoji at the bound',
    { subject: `${'x'.repeat(995)}${'👨‍👩‍👧‍👦'.repeat(9)}`, body: `Hello you e${'\u0301'.repeat(500)}` },
  ],
  [
    'hidden instructions',
    {
      body: '<p>Hello you</p><p style="display:none">HIDDEN</p><div hidden>HIDDEN</div><p style="opacity:0">HIDDEN</p><template>HIDDEN</template>',
    },
  ],
  ['a subject of 10 MB', { subject: 'S'.repeat(9.5 * mega), body: 'Hello you' }],
  [
    'a body of 1 MB',
    { body: `<p>Hello you</p>${`<p>${'lorem ipsum dolor '.repeat(14)}</p>`.repeat(4_000)}`, rest },
  ],
  ['a body of 12 MB', { body: `Hello you ${'y'.repeat(12 * mega)}` }],
  ['100 000 nested divs', { body: `Hello you${'<div>'.repeat(100_000)}deep` }],
  ['20 000 nodes', { body: `<p>Hello you</p>${'<i>x</i>'.repeat(10_000)}`, rest }],
];

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

/** What every reader of a help desk must do, whatever its desk does. */
export function describeReader({
  reader,
  cases,
  foreign = [],
  poison,
  usesApi,
  selectors = [],
}: ReaderContract): void {
  const first = cases[0]?.recorded as Recorded;
  const record = cases[0]?.expected as Ticket;
  const read = async (page: Page): Promise<ReadResult> => {
    const result = await reader.read(page);
    return result?.ok ? ok(finishTicket(result.value)) : result;
  };

  describe(`${reader.name} reads like every reader`, () => {
    afterEach(() => vi.unstubAllGlobals());

    for (const { recorded, expected } of cases) {
      it(`gives the expected record of ${recorded.product} ${recorded.version} ${recorded.url}`, async () => {
        vi.stubGlobal('fetch', () => {
          throw new Error('a reader uses the fetch it is given');
        });
        const page = toPage(recorded);
        const before = page.document.documentElement.outerHTML;
        const result = await read(page);
        expect(result).toEqual({ ok: true, value: expected });
        expect(await read(page)).toEqual(result);
        expect(page.document.documentElement.outerHTML).toBe(before);
        expect(TicketSchema.safeParse(expected).success).toBe(true);
        const place = reader.locate(new URL(recorded.url));
        expect(place?.ticketId).toBe((expected as Ticket).ticketId);
        expect((expected as Ticket).desk).toBe(reader.id);
        expect((expected as Ticket).deskKey.startsWith(`${reader.id} ${page.url.origin}`)).toBe(true);
      });
    }

    it('can do what its desk says, and no more', () => {
      expect(reader.addNote !== undefined).toBe(reader.writesNotes);
      expect(reader.findSimilar !== undefined).toBe(reader.findsSimilar);
      expect(reader.findArticles !== undefined).toBe(reader.findsArticles);
      expect(reader.insertReply !== undefined).toBe(reader.insertsReplies ?? false);
    });

    it.each(Object.keys(first.answers))('misses the answer of %s', async (path) => {
      const { [path]: _, ...answers } = first.answers;
      const result = await read(toPage({ ...first, answers }));
      expect(result).not.toEqual({ ok: true, value: record });
      if (result?.ok) expect(result.value.unread).not.toEqual(record.unread);
    });

    it.each(selectors)('misses what %s finds', async (selector) => {
      let isUsed = false;
      for (const { recorded, expected } of cases) {
        const page = toPage(recorded);
        for (const element of page.document.querySelectorAll(selector)) element.remove();
        isUsed ||= JSON.stringify(await read(page)) !== JSON.stringify({ ok: true, value: expected });
      }
      expect(isUsed).toBe(true);
    });

    it('never shows the content of one ticket under the address of another', async () => {
      const { ticketId } = record;
      const other = ticketId.replace(/[0-9](?!.*[0-9])/, (digit) => String((Number(digit) + 1) % 10));
      const url = new URL(first.url.replaceAll(ticketId, other));
      if (reader.locate(url)?.ticketId !== other || reader.id === 'page') return;
      const sameAnswers: Fetch = (path) => {
        const asked = path.replaceAll(other, ticketId);
        return asked in first.answers ? toResponse(first.answers[asked]) : jsonResponse('', { status: 404 });
      };
      const result = await read(toPage({ ...first, url: url.href }, sameAnswers));
      expect(result?.ok ?? false).toBe(false);
    });

    it.each(foreign.map((page) => [page.url, page] as const))('leaves %s to others', async (_, page) => {
      expect(await read(toPage(page))).toBeNull();
    });

    it('does not fail on a page that has no content yet', async () => {
      const result = await read(
        toPage({ ...first, html: '<html><head></head><body><div id="app"></div></body></html>' }),
      );
      if (usesApi) expect(result?.ok).toBe(true);
      else expect(result).toMatchObject({ ok: false, error: { kind: 'half-loaded' } });
    });

    it.each(HOSTILE)('survives %s', async (_, text) => {
      const whole = text.body ?? '<p>Hello you</p>';
      // jsdom builds a recorded page with recursion of its own; what a message nests is parsed by the reader.
      const body = usesApi ? whole : whole.replace(/(?:<div>){500,}/, '<div>'.repeat(500));
      const hostile = { subject: 'Subject', fieldName: 'Plan', rest: body, ...text, body };
      const result = await read(toPage(poison(first, hostile)));
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      if (!result?.ok) {
        expect(result?.error.kind).toBe('too-large');
        return;
      }
      const parsed = TicketSchema.safeParse(result.value);
      expect(parsed.error?.issues).toBeUndefined();
      const ticket = result.value;
      const strings = stringsOf(ticket);
      for (const value of strings) {
        expect(value.length).toBeLessThanOrEqual(LIMITS.text);
        expect(value.isWellFormed()).toBe(true);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is left is what is tested
        expect(value).not.toMatch(/[\u0000-\u0008\u001B\u202A-\u202E\u2066-\u2069]/);
      }
      const texts = ticket.messages.map((message) => message.text).join('\n');
      expect(texts).not.toMatch(/<script|<img|<p>|onerror|alert\(|javascript:|data:text|HIDDEN/i);
      if (!ticket.unread.some((entry) => /messages/.test(entry.field))) expect(texts).toContain('Hello');
    });

    if (!usesApi) return;
    it.each(BAD_ANSWERS)('says why when the desk answers %s', async (_, answer, kind) => {
      const result = await read(toPage(first, answer));
      expect(result).toMatchObject({ ok: false, error: { kind } });
      if (result && !result.ok) expect(result.error.detail).toMatch(/^[A-Z].*\.$/);
    });

    it('stops when it is told to', async () => {
      const page = toPage(first, () => Promise.reject(new DOMException('stopped', 'AbortError')));
      const result = await read({ ...page, signal: AbortSignal.abort() });
      expect(result).toMatchObject({ ok: false, error: { kind: 'offline' } });
    });
  });
}
