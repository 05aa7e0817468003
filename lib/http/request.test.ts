// @vitest-environment node
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { type HttpRequest, requestJson, TIMEOUT_MS } from './request';

const url = new URL('https://tracker.example/issues.json');
const schema = z.object({ id: z.number() });
const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    headers: { 'content-type': 'application/json' },
    ...init,
  });

type Answer = () => Response | Promise<Response>;
const run = (
  answer: Answer,
  more: Partial<HttpRequest<{ id: number }>> = {},
  signal = new AbortController().signal,
) => requestJson({ url, expect: schema, ...more }, { fetch: async () => answer(), signal, now: () => 0 });
const post = (answer: Answer) => run(answer, { method: 'POST', json: {} });

afterEach(() => vi.useRealTimers());

describe('requestJson', () => {
  it('gives parsed data, headers and status', async () => {
    const answer = await run(() => json({ id: 7, more: 1 }, { status: 201 }));
    expect(answer).toMatchObject({ ok: true, value: { data: { id: 7 }, status: 201 } });
  });

  it('sends no cookies, follows no redirect, keeps no cache', async () => {
    let seen: Request | undefined;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      seen = new Request(input, init);
      return json({ id: 1 });
    };
    await requestJson(
      { url, method: 'POST', json: { a: 1 }, headers: { 'X-Key': 'k' }, expect: schema },
      { fetch, signal: new AbortController().signal },
    );
    expect(seen).toMatchObject({
      // To a foreign origin the same as none; see request.ts.
      credentials: 'same-origin',
      redirect: 'manual',
      cache: 'no-store',
      method: 'POST',
    });
    expect(seen?.headers.get('x-key')).toBe('k');
    expect(seen?.headers.get('content-type')).toBe('application/json');
    expect(await seen?.text()).toBe('{"a":1}');
  });

  it.each([
    [401, 'unauthorized', undefined],
    [403, 'forbidden', undefined],
    [404, 'not-found', undefined],
    [410, 'not-found', undefined],
    [409, 'conflict', undefined],
    [412, 'conflict', undefined],
    [400, 'invalid', undefined],
    [413, 'invalid', undefined],
    [422, 'invalid', undefined],
    [408, 'timeout', true],
    [418, 'unexpected-answer', undefined],
    [429, 'rate-limited', undefined],
    [500, 'server', true],
    [503, 'server', true],
  ])('status %i of a write is %s, outcome unknown: %s', async (status, kind, outcomeUnknown) => {
    const answer = await post(() => json({}, { status }));
    expect(answer).toMatchObject({ ok: false, error: { kind } });
    expect(!answer.ok && answer.error.outcomeUnknown).toBe(outcomeUnknown);
    const read = await run(() => json({}, { status }));
    expect(!read.ok && read.error.outcomeUnknown).toBe(undefined);
  });

  it.each([
    ['retry-after', { 'retry-after': '60' }, '{}'],
    ['no requests left', { 'x-ratelimit-remaining': '0' }, '{}'],
    ['GitHub words', {}, '{"message":"You have exceeded a secondary rate limit."}'],
  ])('403 with %s is a rate limit, not a missing right', async (_name, headers, body) => {
    const answer = await post(() => new Response(body, { status: 403, headers }));
    expect(answer).toMatchObject({ ok: false, error: { kind: 'rate-limited' } });
  });

  it('keeps how long to wait, bounded', async () => {
    const answer = await run(() => json({}, { status: 503, headers: { 'retry-after': '99999999' } }));
    expect(answer).toMatchObject({ error: { retryAfterMs: 3_600_000 } });
  });

  it.each([
    [
      { errors: ['Subject cannot be blank', 'Due\u202e date\nis invalid'] },
      'Subject cannot be blank; Due date is invalid',
    ],
    [{ errorMessages: [], errors: { summary: 'too long' } }, 'summary: too long'],
    [
      { message: 'Validation Failed', errors: [{ message: 'body is too long' }] },
      'Validation Failed; body is too long',
    ],
  ])('says in the server’s words what is invalid: %j', async (body, words) => {
    const answer = await post(() => json(body, { status: 422 }));
    expect(answer).toMatchObject({ error: { message: `tracker.example did not accept it: ${words}` } });
  });

  it.each<[string, Answer]>([
    ['a login page', () => new Response('<html></html>', { headers: { 'content-type': 'text/html' } })],
    ['a login page that claims to be JSON', () => json('<!DOCTYPE html><p>')],
    ['an empty body', () => json('')],
    ['broken JSON', () => json('{"id":')],
    ['a JSONP prefix', () => json('cb({"id":1})')],
    ['another shape', () => json({ id: '__proto__' })],
    ['an image', () => new Response('x', { headers: { 'content-type': 'image/png' } })],
    ['bytes that are no UTF-8', () => new Response(new Uint8Array([0x22, 0xff, 0x22]))],
    ['10 MB', () => json(`"${'x'.repeat(10_000_000)}"`)],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: 'https://evil.example/' } })],
  ])('does not trust %s after success', async (_name, answer) => {
    const outcome = await post(answer);
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'unexpected-answer', outcomeUnknown: true } });
  });

  it('takes any answer but a web page where nothing is expected', async () => {
    const nothing = { method: 'PUT', expect: 'nothing' } as const;
    expect(await run(() => new Response(null, { status: 204 }), nothing)).toMatchObject({ ok: true });
    const page = await run(
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      nothing,
    );
    expect(page).toMatchObject({ error: { kind: 'unexpected-answer', outcomeUnknown: true } });
  });

  it('a broken connection is offline, and a write may have arrived', async () => {
    const broken = () => Promise.reject(new TypeError('Failed to fetch https://tracker.example/?key=s3cret'));
    expect(await post(broken)).toEqual({
      ok: false,
      error: { kind: 'offline', message: 'tracker.example cannot be reached.', outcomeUnknown: true },
    });
    expect(await run(broken)).toMatchObject({ error: { kind: 'offline' } });
  });

  it('gives up after 20 s, even on a slow drip and a fetch that ignores its signal', async () => {
    vi.useFakeTimers();
    const silent = post(() => new Promise<Response>(() => undefined));
    const drip = post(
      () =>
        new Response(
          new ReadableStream({
            pull: (controller) =>
              new Promise((resolve) => {
                setTimeout(() => resolve(controller.enqueue(new Uint8Array([0x20]))), 1000);
              }),
          }),
        ),
    );
    await vi.advanceTimersByTimeAsync(TIMEOUT_MS + 1);
    expect(await silent).toMatchObject({ error: { kind: 'timeout', outcomeUnknown: true } });
    expect(await drip).toMatchObject({ error: { kind: 'timeout', outcomeUnknown: true } });
  });

  it('stops when told to; what never left is not in doubt', async () => {
    const controller = new AbortController();
    const running = run(() => new Promise<Response>(() => undefined), { method: 'POST' }, controller.signal);
    controller.abort();
    expect(await running).toMatchObject({ error: { kind: 'timeout', outcomeUnknown: true } });
    const late = await run(() => json({ id: 1 }), { method: 'POST' }, controller.signal);
    expect(!late.ok && late.error.outcomeUnknown).toBe(undefined);
  });

  it('never puts a secret into an error, wherever the server repeats it', async () => {
    const answers = (secret: string): Answer[] => [
      () => json({ errors: [`key ${secret} is bad`, encodeURIComponent(secret)] }, { status: 422 }),
      () => json({ message: ` ${secret} ` }, { status: 403 }),
      () => json({ [secret]: secret }, { status: 409 }),
      () => Promise.reject(new TypeError(secret)),
      () => json(secret),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 6, maxLength: 60 }),
        fc.nat({ max: 4 }),
        async (secret, which) => {
          fc.pre(secret.trim().length >= 6);
          const answer = answers(secret)[which] as Answer;
          const outcome = await run(answer, {
            method: 'POST',
            headers: { 'X-Key': secret },
            secrets: [secret],
          });
          const text = JSON.stringify(outcome);
          expect(outcome.ok ? '' : outcome.error.message).not.toContain(secret);
          expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
        },
      ),
    );
  });

  it('a key that cannot stand in a header is said without quoting it', async () => {
    const outcome = await run(() => json({ id: 1 }), { headers: { 'X-Key': 'ключ\n' }, secrets: ['ключ\n'] });
    expect(outcome).toMatchObject({ error: { kind: 'unauthorized' } });
    expect(JSON.stringify(outcome)).not.toContain('ключ');
  });
});
