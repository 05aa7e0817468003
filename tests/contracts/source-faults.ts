import type { HttpErrorKind } from '@/lib/http/http-error';
import type { Item } from './fake-place';

const json = (value: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(typeof value === 'string' ? value : JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });

const fault = <Name extends string>(
  name: Name,
  answer: (secret: string) => Response | Promise<Response>,
  ...kinds: HttpErrorKind[]
) => ({ name, answer, kinds });

/** What a place may answer instead of data, and the kinds of error that fit. */
export const FAULTS = [
  fault(
    'a web page with status 200',
    () => new Response('<!doctype html><p>Sign in', { headers: { 'content-type': 'text/html' } }),
    'unexpected-answer',
  ),
  fault('401', (secret) => json({ message: `bad ${secret}` }, 401), 'unauthorized'),
  fault('403', (secret) => json({ message: `no ${secret}` }, 403), 'forbidden'),
  fault('404', () => json({}, 404), 'not-found'),
  fault('429', () => json({}, 429, { 'retry-after': '30' }), 'rate-limited'),
  fault('500', (secret) => json({ message: secret }, 500), 'server'),
  fault('a broken connection', (secret) => Promise.reject(new TypeError(`failed ${secret}`)), 'offline'),
  fault('an empty body', () => json(''), 'unexpected-answer'),
  fault('a truncated body', () => json('{"issues":[{"id":1'), 'unexpected-answer'),
  fault('another shape', () => json([{ hello: 'world' }]), 'unexpected-answer'),
  fault('100 MB', () => new Response(hundredMegabytes()), 'unexpected-answer'),
  fault(
    'a redirect',
    () => new Response(null, { status: 302, headers: { location: '/' } }),
    'unexpected-answer',
  ),
] as const;

/** Made as it is read, so that a source that gives up early costs little. */
function hundredMegabytes(): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(1_000_000).fill(0x20);
  let left = 100;
  return new ReadableStream({
    pull(controller) {
      if (left === 0) controller.close();
      else controller.enqueue(chunk);
      left -= 1;
    },
  });
}

/** Contents of one record that must cost no other one. */
export const HOSTILE: readonly [string, Partial<Item>][] = [
  ['__proto__ as a title', { title: '__proto__', text: '{"__proto__":{"polluted":1}}' }],
  ['controls and bidi', { title: 'A\u0000\u001B[31m\u202Egpj.exe\u202C', text: 'x\u0000\u2066y\u202E' }],
  ['lone surrogates', { title: 'A\uD800B\uDC00', text: '\uD800' }],
  ['no title', { title: '' }],
  ['an invisible title', { title: '\u200B \u202E\n' }],
  ['a title of 10 000 emoji', { title: '👩‍👩‍👧‍👦'.repeat(1_000) }],
  ['a text of 10 MB', { text: 'lorem ipsum '.repeat(850_000) }],
  [
    'scripts',
    { title: '<script>alert(1)</script>', text: '<img src=x onerror=alert(1)> </script> ]]> {{x}}' },
  ],
  ['a date out of range', { at: 8.64e15 }],
];

export function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
