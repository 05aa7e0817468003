import type { Root } from 'mdast';
import { describe, expect, it, vi } from 'vitest';
import { splitSecrets } from '@/lib/trackers/config-fields';
import type { DeliveryErrorKind } from '@/lib/trackers/delivery-error';
import type { IssueFile, IssueRef, NewIssue } from '@/lib/trackers/new-issue';
import type { Tracker, TrackerContext } from '@/lib/trackers/tracker';

/** A well-behaved tracker in memory, fresh for each test. */
export interface FakeServer {
  readonly fetch: typeof fetch;
  issueCount(): number;
  attachmentCount(): number;
  commentCount(): number;
}

export interface TrackerUnderTest<C> {
  readonly tracker: Tracker<C>;
  /** Valid, pointing at the fake server. */
  readonly config: C;
  /** The value in `config` that must never appear outside a request. */
  readonly secret: string;
  start(): FakeServer;
  /** Whether a request files the issue. */
  isCreate(request: Request): boolean;
  /** The answer to a create, changed so that the id is what is given; `undefined` leaves it out. */
  createdWith(id: unknown): unknown;
}

type Answer = (secret: string) => Response | Promise<Response>;

const KEY = 'baton0123456789abcdef0123';
const REF: IssueRef = { id: '1', key: '#1', url: 'https://tracker.example/1' };
const FILE: IssueFile = { name: 'log.txt', type: 'text/plain', bytes: new Blob(['hello']) };
const body: Root = {
  type: 'root',
  children: [{ type: 'paragraph', children: [{ type: 'text', value: 'It stops at saving.' }] }],
};
const ISSUE: NewIssue = {
  title: 'Saving stops',
  body,
  facts: {
    severity: 3,
    priority: 'high',
    part: '',
    takenUpBy: null,
    ticketUrl: 'https://desk.example/tickets/1',
    ticketNumber: '1',
  },
};

const json = (value: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(typeof value === 'string' ? value : JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
const page = () => new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } });

/** `[name, answer, kind, whether a create may have happened all the same]` */
const FAULTS: ReadonlyArray<readonly [string, Answer, DeliveryErrorKind, boolean]> = [
  ['401', () => json({}, 401), 'unauthorized', false],
  ['403', () => json({}, 403), 'forbidden', false],
  ['403 with Retry-After', () => json({}, 403, { 'retry-after': '5' }), 'rate-limited', false],
  ['404', () => json({}, 404), 'not-found', false],
  ['409', () => json({}, 409), 'conflict', false],
  ['422 that repeats the key', (secret) => json({ errors: [`bad ${secret}`] }, 422), 'invalid', false],
  ['429', () => json({}, 429, { 'retry-after': '5' }), 'rate-limited', false],
  ['500 that repeats the key', (secret) => json({ message: secret }, 500), 'server', true],
  ['503', () => json({}, 503), 'server', true],
  ['a broken connection', (secret) => Promise.reject(new TypeError(`failed ${secret}`)), 'offline', true],
  ['a login page', page, 'unexpected-answer', true],
  ['an empty body', () => json(''), 'unexpected-answer', true],
  ['a truncated body', () => json('{"issue":{"id":1'), 'unexpected-answer', true],
  ['10 MB', () => json(`"${'x'.repeat(10_000_000)}"`), 'unexpected-answer', true],
  ['a redirect', () => new Response(null, { status: 302 }), 'unexpected-answer', true],
];

/** The kit every tracker runs: what the outbox relies on when it promises one issue and never two. */
export function describeTracker<C>(under: TrackerUnderTest<C>): void {
  const { tracker, config, secret } = under;
  const contextOf = (
    fetch: typeof globalThis.fetch,
    signal = new AbortController().signal,
  ): TrackerContext<C> => ({
    config,
    fetch,
    signal,
    now: () => 1_795_000_000_000,
  });
  /** The server, with some requests answered otherwise. */
  const between = (server: FakeServer, matches: (request: Request) => boolean, answer: Answer) => {
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      return matches(request.clone()) ? answer(secret) : server.fetch(request);
    };
    return contextOf(fetch);
  };
  const everyCall = (ctx: TrackerContext<C>) => [
    () => tracker.createIssue(ISSUE, KEY, ctx),
    () => tracker.findIssue(KEY, ctx),
    () => tracker.getIssue(REF, ctx),
    () => tracker.listChanges(0, ctx),
    () => tracker.addComment(REF, 'hello', ctx),
    () => tracker.findComment(REF, `${KEY}plus`, ctx),
    () => tracker.attach(REF, FILE, `${KEY}f`, ctx),
    () => tracker.check(ctx),
  ];

  describe(`${tracker.name} keeps the tracker contract`, () => {
    it('finds nothing before, and after creating finds the same issue again', async () => {
      const server = under.start();
      const ctx = contextOf(server.fetch);
      expect(await tracker.findIssue(KEY, ctx)).toEqual({ ok: true, value: null });
      const created = await tracker.createIssue(ISSUE, KEY, ctx);
      expect(created).toMatchObject({ ok: true });
      const found = await tracker.findIssue(KEY, ctx);
      expect(found).toEqual(created);
      expect(server.issueCount()).toBe(1);
      expect(await tracker.findIssue(`${KEY}x`, ctx)).toEqual({ ok: true, value: null });
    });

    it('finds the issue whose answer got lost', async () => {
      const server = under.start();
      let lost = false;
      const fetch: typeof globalThis.fetch = async (input, init) => {
        const request = new Request(input, init);
        const create = under.isCreate(request.clone());
        const answer = await server.fetch(request);
        if (!create || lost) return answer;
        lost = true;
        throw new TypeError('Failed to fetch');
      };
      const first = await tracker.createIssue(ISSUE, KEY, contextOf(fetch));
      expect(first).toMatchObject({ ok: false, error: { kind: 'offline', outcomeUnknown: true } });
      const found = await tracker.findIssue(KEY, contextOf(fetch));
      expect(found.ok && found.value?.id).toBeTruthy();
      expect(server.issueCount()).toBe(1);
    });

    it('shows the body as it is sent, with the key in it', () => {
      expect(tracker.formatBody(ISSUE, KEY, config)).toContain(KEY);
    });

    it('gives an address on its own host', async () => {
      const server = under.start();
      const evil: typeof globalThis.fetch = async (input, init) => {
        const answer = await server.fetch(new Request(input, init));
        const text = await answer.text();
        const poisoned = text.replace(/"((?:html_|web_)?url|self)":"[^"]*"/g, '"$1":"javascript:alert(1)"');
        return new Response(text ? poisoned : null, { status: answer.status, headers: answer.headers });
      };
      const created = await tracker.createIssue(ISSUE, KEY, contextOf(evil));
      const hosts = tracker.hosts(config).map((pattern) => new URL(pattern.replace(/\*$/, '')).hostname);
      expect(created.ok && hosts).toContain(created.ok && new URL(created.value.url).hostname);
      expect(created.ok && created.value.url).toMatch(/^https?:/);
    });

    it('reads the issue and what changed', async () => {
      const ctx = contextOf(under.start().fetch);
      const created = await tracker.createIssue(ISSUE, KEY, ctx);
      if (!created.ok) throw new Error(created.error.message);
      const state = await tracker.getIssue(created.value, ctx);
      expect(state).toMatchObject({ ok: true, value: { ref: created.value, closed: false } });
      const changes = await tracker.listChanges(0, ctx);
      expect(changes.ok && changes.value.map(({ ref }) => ref)).toEqual([created.value]);
    });

    it('attaches a file once under one key, and comments', async () => {
      const server = under.start();
      const ctx = contextOf(server.fetch);
      const created = await tracker.createIssue(ISSUE, KEY, ctx);
      if (!created.ok) throw new Error(created.error.message);
      expect(await tracker.attach(created.value, FILE, 'f1', ctx)).toMatchObject({ ok: true });
      expect(await tracker.attach(created.value, FILE, 'f1', ctx)).toMatchObject({ ok: true });
      expect(await tracker.attach(created.value, FILE, 'f2', ctx)).toMatchObject({ ok: true });
      expect(server.attachmentCount()).toBe(2);
      expect(await tracker.addComment(created.value, 'Which browser?', ctx)).toMatchObject({ ok: true });
      expect(server.commentCount()).toBe(1);
    });

    it('finds the comment that carries a key, on that issue alone', async () => {
      const ctx = contextOf(under.start().fetch);
      const [one, two] = [
        await tracker.createIssue(ISSUE, KEY, ctx),
        await tracker.createIssue(ISSUE, KEY, ctx),
      ];
      if (!one.ok || !two.ok) throw new Error('not created');
      const key = `${KEY}plus`;
      expect(await tracker.findComment(one.value, key, ctx)).toEqual({ ok: true, value: false });
      await tracker.addComment(one.value, `+1: another report.\n\nBaton key: ${key}`, ctx);
      expect(await tracker.findComment(one.value, key, ctx)).toEqual({ ok: true, value: true });
      expect(await tracker.findComment(two.value, key, ctx)).toEqual({ ok: true, value: false });
    });

    it('knows its own issues, and none whose id and address differ', async () => {
      const created = await tracker.createIssue(ISSUE, KEY, contextOf(under.start().fetch));
      if (!created.ok) throw new Error(created.error.message);
      const ref = created.value;
      const { open } = splitSecrets(tracker, config as Record<string, string>);
      expect(tracker.holdsIssue(ref, open)).toBe(true);
      expect(tracker.holdsIssue(ref, {})).toBe(false);
      expect(tracker.holdsIssue({ ...ref, id: `${ref.id}0` }, open)).toBe(false);
      const elsewhere = ref.url.replace(/^(https?:\/\/)/, '$1other.');
      for (const url of [elsewhere, '', 'not an address', 'javascript:alert(1)', `${ref.url}0`]) {
        expect(tracker.holdsIssue({ ...ref, url }, open), url).toBe(false);
      }
    });

    it.each(FAULTS)('%s on create', async (_name, answer, kind, unknown) => {
      const result = await tracker.createIssue(ISSUE, KEY, between(under.start(), under.isCreate, answer));
      expect(result).toMatchObject({ ok: false, error: { kind } });
      expect(!result.ok && Boolean(result.error.outcomeUnknown)).toBe(unknown);
    });

    it.each(FAULTS)(
      '%s on every call: an error of that kind, the key in no error and no log',
      async (name, answer, kind) => {
        const logs = (['log', 'warn', 'error', 'info', 'debug'] as const).map((name) =>
          vi.spyOn(console, name),
        );
        for (const run of everyCall(between(under.start(), () => true, answer))) {
          const result = await run();
          // To a comment an empty body is the usual answer.
          if (name === 'an empty body' && result.ok && result.value === undefined) continue;
          expect(result).toMatchObject({ ok: false, error: { kind } });
          expect(JSON.stringify(result)).not.toContain(secret);
        }
        expect(JSON.stringify(logs.map((log) => log.mock.calls))).not.toContain(secret);
      },
    );

    it.each([[undefined], ['__proto__'], ['1; drop'], [-1], [1.5], [null], [{}], [true]])(
      'a create answered with id %j is not trusted, and looked up',
      async (id) => {
        const ctx = between(under.start(), under.isCreate, () => json(under.createdWith(id), 201));
        expect(await tracker.createIssue(ISSUE, KEY, ctx)).toMatchObject({
          ok: false,
          error: { kind: 'unexpected-answer', outcomeUnknown: true },
        });
      },
    );

    it('never says "not there" when a lookup failed', async () => {
      for (const [, answer] of FAULTS) {
        expect(
          (
            await tracker.findIssue(
              KEY,
              between(under.start(), () => true, answer),
            )
          ).ok,
        ).toBe(false);
      }
    });

    it('stops when told to', async () => {
      const controller = new AbortController();
      controller.abort();
      const never = vi.fn(() => new Promise<Response>(() => undefined));
      for (const run of everyCall(contextOf(never, controller.signal))) {
        expect(await run()).toMatchObject({ ok: false, error: { kind: 'timeout' } });
      }
      expect(never).not.toHaveBeenCalled();
    });

    it('draws a form of strings and asks for its own host only', () => {
      expect(tracker.configSchema.safeParse(config).success).toBe(true);
      expect(tracker.configSchema.safeParse({}).success).toBe(false);
      for (const pattern of tracker.hosts(config)) expect(pattern).toMatch(/^https?:\/\/[^/*]+\/\*$/);
    });
  });
}
