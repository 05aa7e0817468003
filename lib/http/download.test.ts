// @vitest-environment node
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DownloadRequest, download } from './download';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let answer: Answer;
let seen: IncomingMessage[];
const server = createServer((request, response) => {
  seen.push(request);
  answer(request, response);
});
let url: URL;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  url = new URL(`http://127.0.0.1:${port}/pack.gz`);
});
beforeEach(() => {
  seen = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const run = (
  serve: Answer,
  more: Partial<DownloadRequest> = {},
  signal = new AbortController().signal,
  fetch = globalThis.fetch,
) => {
  answer = serve;
  return download({ url, maxBytes: 1_000_000, ...more }, { fetch, signal, now: () => 0 });
};
const failsAs = (kind: string, message = /^127\.0\.0\.1:\d+ \S.*\.$/) => ({
  ok: false,
  error: { kind, message: expect.stringMatching(message) },
});
const endless =
  (piece: Uint8Array, everyMs: number): Answer =>
  (_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write(piece), everyMs);
    response.on('close', () => clearInterval(timer));
  };

describe('download', () => {
  it('gives the file as it came, with its tag', async () => {
    const bytes = gzipSync('a line\n'.repeat(10_000));
    const outcome = await run((_, response) => response.setHeader('etag', '"7"').end(bytes));
    expect(outcome).toMatchObject({ ok: true, value: { changed: true, etag: '"7"' } });
    if (!outcome.ok || !outcome.value.changed) return;
    expect(Buffer.from(await outcome.value.file.arrayBuffer()).equals(bytes)).toBe(true);
    expect(seen[0]?.headers).not.toHaveProperty('if-none-match');
  });

  it('asks whether it changed, and says when it did not', async () => {
    const unchanged: Answer = (_, response) => response.writeHead(304).end();
    expect(await run(unchanged, { etag: 'W/"7"' })).toEqual({ ok: true, value: { changed: false } });
    expect(seen[0]?.headers['if-none-match']).toBe('W/"7"');
    expect(await run(unchanged)).toMatchObject(failsAs('unexpected-answer'));
  });

  it('gathers a file that comes in many pieces', async () => {
    const outcome = await run(
      (_, response) => {
        for (let at = 0; at < 20; at += 1) response.write(new Uint8Array(1_000_000).fill(at));
        response.end();
      },
      { maxBytes: 20_000_000 },
    );
    expect(outcome.ok && outcome.value.changed && outcome.value.file.size).toBe(20_000_000);
    if (!outcome.ok || !outcome.value.changed) return;
    const bytes = new Uint8Array(await outcome.value.file.arrayBuffer());
    expect([bytes[0], bytes[9_500_000], bytes[19_999_999]]).toEqual([0, 9, 19]);
  });

  it.each<[string, Answer, string]>([
    ['an endless body', endless(new Uint8Array(100_000), 1), 'unexpected-answer'],
    [
      'an answer that unpacks to more than the cap on its way',
      (_, response) => {
        response.setHeader('content-encoding', 'gzip');
        response.end(gzipSync(new Uint8Array(50_000_000)));
      },
      'unexpected-answer',
    ],
    [
      'a connection that is cut',
      (_, response) => {
        response.writeHead(200);
        response.write('x'.repeat(5_000), () => response.destroy());
      },
      'offline',
    ],
    [
      'less than its length says',
      (_, response) => {
        response.writeHead(200, { 'content-length': '5000' });
        response.write('x'.repeat(4_999), () => response.destroy());
      },
      'offline',
    ],
    ['no answer at all', (request) => request.socket.destroy(), 'offline'],
    [
      'a login page',
      (_, response) => response.setHeader('content-type', 'text/html').end('<p>'),
      'unexpected-answer',
    ],
    [
      'a redirect',
      (_, response) => response.writeHead(302, { location: '/other' }).end(),
      'unexpected-answer',
    ],
    ['part of the file', (_, response) => response.writeHead(206).end('x'), 'unexpected-answer'],
    ['a missing file', (_, response) => response.writeHead(404).end('<html>'), 'not-found'],
    ['a missing right', (_, response) => response.writeHead(403).end(), 'forbidden'],
    ['a broken server', (_, response) => response.writeHead(503).end(), 'server'],
  ])('refuses %s in words', async (_name, serve, kind) => {
    expect(await run(serve)).toMatchObject(failsAs(kind));
  });

  it('keeps how long the server asks to wait', async () => {
    const busy: Answer = (_, response) => response.writeHead(429, { 'retry-after': '60' }).end();
    expect(await run(busy)).toMatchObject({ error: { kind: 'rate-limited', retryAfterMs: 60_000 } });
  });

  it.each<[string, Answer]>([
    ['never answers', () => undefined],
    ['falls silent', (_, response) => void response.write('x'.repeat(100_000))],
    ['drips', endless(new Uint8Array(1), 5)],
  ])('gives up on a server that %s', async (_name, serve) => {
    expect(await run(serve, { idleMs: 200 })).toMatchObject(failsAs('timeout'));
  });

  it('gives up on a fetch that ignores its signal', async () => {
    const deaf: typeof fetch = () => new Promise(() => undefined);
    expect(await run(() => undefined, { idleMs: 20 }, undefined, deaf)).toMatchObject(failsAs('timeout'));
  });

  it('stops when told to', async () => {
    const controller = new AbortController();
    const running = run(
      (_, response) => {
        response.write('x');
        controller.abort();
      },
      {},
      controller.signal,
    );
    expect(await running).toMatchObject(failsAs('timeout', /was stopped\.$/));
    expect(await run(() => undefined, {}, controller.signal)).toMatchObject(
      failsAs('timeout', / before it left/),
    );
  });

  it('never puts a secret into an error', async () => {
    const secrets = ['s3cret-t0ken'];
    const refuse: Answer = (_, response) =>
      response.writeHead(403).end(JSON.stringify({ message: `token ${secrets[0]} may not` }));
    const outcome = await run(refuse, { secrets, headers: { Authorization: `Bearer ${secrets[0]}` } });
    expect(seen[0]?.headers.authorization).toBe('Bearer s3cret-t0ken');
    expect(outcome.ok ? '' : outcome.error.message).toContain('may not');
    expect(JSON.stringify(outcome)).not.toContain(secrets[0]);
    const unsendable = await run(refuse, { secrets: ['ключ'], headers: { Authorization: 'ключ' } });
    expect(unsendable).toMatchObject({ error: { kind: 'unauthorized' } });
    expect(JSON.stringify(unsendable)).not.toContain('ключ');
  });
});
