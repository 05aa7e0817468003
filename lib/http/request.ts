import type * as z from 'zod/mini';
import { err, ok, type Result } from '@/lib/std/result';
import { SECOND_MS } from '@/lib/std/time';
import type { HttpError, HttpErrorKind } from './http-error';
import { MAX_BODY_BYTES, readBody } from './read-body';
import { redactSecrets } from './redact-secrets';
import { toHttpError } from './to-http-error';

/**
 * Ours, counted until the last byte: the browser ends a worker's fetch after 30 s, and a request it ends says nothing
 * (developer.chrome.com, "The extension service worker lifecycle").
 */
export const TIMEOUT_MS = 20 * SECOND_MS;

export interface HttpContext {
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

export interface HttpRequest<T> {
  readonly url: URL;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is; its content type belongs into `headers`. */
  readonly body?: Blob | FormData;
  /** What a success must look like; `nothing` when only the status counts. */
  readonly expect: z.ZodMiniType<T> | 'nothing';
  /** A larger answer is refused; 5 MB unless told, which a page of long records may exceed. */
  readonly maxBytes?: number;
  /** Values that must never stand in an error text. */
  readonly secrets?: readonly string[];
}

export interface HttpAnswer<T> {
  readonly data: T;
  readonly headers: Headers;
  readonly status: number;
}

/** One request: no retry, no cookies, no cache, no redirect. What comes back is parsed or refused, never trusted. */
export async function requestJson<T>(
  request: HttpRequest<T>,
  context: HttpContext,
): Promise<Result<HttpAnswer<T>, HttpError>> {
  const outcome = await attempt(request, context);
  if (outcome.ok) return outcome;
  return err({ ...outcome.error, message: redactSecrets(outcome.error.message, request.secrets ?? []) });
}

async function attempt<T>(
  request: HttpRequest<T>,
  context: HttpContext,
): Promise<Result<HttpAnswer<T>, HttpError>> {
  const host = request.url.host;
  const writes = (request.method ?? 'GET') !== 'GET';
  const fail = (kind: HttpErrorKind, message: string, sent = true) =>
    err<HttpError>({ kind, message, ...(writes && sent ? { outcomeUnknown: true } : {}) });

  const headers = toHeaders(request.headers);
  if (!headers) return fail('unauthorized', 'The key contains characters that cannot be sent.', false);
  if (context.signal.aborted)
    return fail('timeout', `The request to ${host} was stopped before it left.`, false);

  const timer = new AbortController();
  const timeout = setTimeout(() => timer.abort(), TIMEOUT_MS);
  const signal = AbortSignal.any([context.signal, timer.signal]);
  try {
    const response = await untilAborted(send(request, headers, context.fetch, signal), signal);
    if (isRedirect(response)) {
      return fail(
        'unexpected-answer',
        `${host} sends to another address: check the address in the settings.`,
      );
    }
    const body = await untilAborted(readBody(response, request.maxBytes), signal);
    if (body === null) {
      return fail(
        'unexpected-answer',
        `${host} answered more than ${(request.maxBytes ?? MAX_BODY_BYTES) / 1e6} MB or no readable text.`,
      );
    }
    if (!response.ok) {
      const nowMs = context.now?.() ?? Date.now();
      return err(
        toHttpError({ status: response.status, headers: response.headers, body, host, writes, nowMs }),
      );
    }
    const data = toData(request.expect, response, body);
    if (!data.ok) return fail('unexpected-answer', `${host} ${data.error}`);
    return ok({ data: data.value, headers: response.headers, status: response.status });
  } catch {
    // What the browser says about a broken connection is not for people, and may quote the address.
    if (context.signal.aborted) return fail('timeout', `The request to ${host} was stopped.`);
    if (timer.signal.aborted)
      return fail('timeout', `${host} did not answer within ${TIMEOUT_MS / SECOND_MS} s.`);
    return fail('offline', `${host} cannot be reached.`);
  } finally {
    clearTimeout(timeout);
  }
}

/** Null when a value cannot stand in a header; the browser's own error would quote it, and it may be the key. */
export function toHeaders(values: Readonly<Record<string, string>> = {}): Headers | null {
  try {
    return new Headers({ Accept: 'application/json', ...values });
  } catch {
    return null;
  }
}

/**
 * Plain `fetch` on purpose. ky 1.9.1 clones every request for a retry we never want and then waits until the clone's
 * body is cancelled, which never ends when a server answers before it has read the upload (413, 401).
 */
function send<T>(
  request: HttpRequest<T>,
  headers: Headers,
  fetch: HttpContext['fetch'],
  signal: AbortSignal,
) {
  const asJson = request.json !== undefined;
  if (asJson) headers.set('Content-Type', 'application/json');
  const body = asJson ? JSON.stringify(request.json) : request.body;
  return fetch(request.url.href, {
    method: request.method ?? 'GET',
    headers,
    signal,
    // With the cookie a tracker may act as the signed-in person, and a 401 would open the browser's login dialog.
    // Chromium sends a request again by itself when a reused connection breaks before the answer, a POST too. Another
    // credentials mode has connections of its own; to a foreign origin it carries no cookies either.
    credentials: request.method === 'POST' ? 'same-origin' : 'omit',
    cache: 'no-store',
    // `error` could not be told from a broken connection.
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    ...(body === undefined ? {} : { body }),
  });
}

/** A fetch that ignores its signal must not keep the worker waiting. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new DOMException('aborted', 'AbortError'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

export function isRedirect(response: Response): boolean {
  return response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
}

function toData<T>(
  expect: z.ZodMiniType<T> | 'nothing',
  response: Response,
  body: string,
): Result<T, string> {
  const type = response.headers.get('content-type') ?? '';
  if (/html/i.test(type) || /^\s*<(!doctype|html)/i.test(body)) {
    return err('answered with a web page: a login page, a portal of the network, or a wrong address.');
  }
  // The caller asked for nothing, so `T` is whatever it makes of undefined.
  if (expect === 'nothing' && body.trim() === '') return ok(undefined as T);
  if (type !== '' && !/json|text\/plain/i.test(type)) return err('answered with something that is not JSON.');
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return err(body === '' ? 'answered with nothing.' : 'answered with broken JSON.');
  }
  if (expect === 'nothing') return ok(undefined as T);
  const result = expect.safeParse(parsed);
  return result.success ? ok(result.data) : err('answered with data of an unknown shape.');
}
