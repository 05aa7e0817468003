import { formatBytes } from '@/lib/std/bytes';
import { err, ok, type Result } from '@/lib/std/result';
import { SECOND_MS } from '@/lib/std/time';
import type { HttpError, HttpErrorKind } from './http-error';
import { readBody } from './read-body';
import { redactSecrets } from './redact-secrets';
import { type HttpContext, isRedirect, TIMEOUT_MS, toHeaders, untilAborted } from './request';
import { toHttpError } from './to-http-error';

/** A file of which less than this arrives in `idleMs` is never going to be complete. */
const LEAST_PROGRESS_BYTES = 16_384;
/** Pieces go to the browser's blob storage in heaps of this size, which keeps them out of the worker's memory. */
const HEAP_BYTES = 8_000_000;

export interface DownloadRequest {
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** Values that must never stand in an error text. */
  readonly secrets?: readonly string[];
  /** Of the file as it is known; the server may then answer that nothing changed. */
  readonly etag?: string | null;
  /** The same by the date the server gave, where it gives no tag. */
  readonly lastModified?: string | null;
  /** Web pages are refused as what a login or a portal answers, unless they are what is wanted. */
  readonly page?: boolean;
  /** Cap on the bytes that are sent. */
  readonly maxBytes: number;
  /** Cap where the server packs on the way what the browser unpacks again; `maxBytes` when absent. */
  readonly maxUnpackedBytes?: number;
  /** Longest wait for the next bytes. */
  readonly idleMs?: number;
}

export type Download =
  | { readonly changed: false }
  | { readonly changed: true; readonly file: Blob; readonly etag: string | null; readonly headers: Headers };

/**
 * Fetches a file of any size whole: a time limit on standing still instead of a total one, no cookies, no cache, no
 * redirect. Nothing is handed out before the last byte is there, so that half a file is never taken for one.
 */
export async function download(
  request: DownloadRequest,
  context: HttpContext,
): Promise<Result<Download, HttpError>> {
  const outcome = await attempt(request, context);
  if (outcome.ok) return outcome;
  return err({ ...outcome.error, message: redactSecrets(outcome.error.message, request.secrets ?? []) });
}

async function attempt(request: DownloadRequest, context: HttpContext): Promise<Result<Download, HttpError>> {
  const { url, etag, lastModified, maxBytes, maxUnpackedBytes = maxBytes, idleMs = TIMEOUT_MS } = request;
  const { host } = url;
  const fail = (kind: HttpErrorKind, message: string) => err<HttpError>({ kind, message });

  const headers = toHeaders({
    Accept: '*/*',
    ...request.headers,
    ...(etag ? { 'If-None-Match': etag } : {}),
    ...(lastModified ? { 'If-Modified-Since': lastModified } : {}),
  });
  if (!headers) return fail('unauthorized', 'The key contains characters that cannot be sent.');
  if (context.signal.aborted) return fail('timeout', `The request to ${host} was stopped before it left.`);

  const idle = new IdleTimer(idleMs);
  const signal = AbortSignal.any([context.signal, idle.signal]);
  try {
    const response = await untilAborted(send(url, headers, context.fetch, signal), signal);
    if (response.status === 304 && (etag || lastModified)) return ok({ changed: false });
    if (isRedirect(response)) {
      const advice = 'give the address it leads to in the settings.';
      return fail('unexpected-answer', `${host} sends to another address: ${advice}`);
    }
    if (!response.ok) {
      const body = (await untilAborted(readBody(response), signal)) ?? '';
      const { status } = response;
      const nowMs = context.now?.() ?? Date.now();
      return err(toHttpError({ status, headers: response.headers, body, host, writes: false, nowMs }));
    }
    if (response.status !== 200) {
      return fail('unexpected-answer', `${host} answered with part of a file (${response.status}).`);
    }
    if (!request.page && /html/i.test(response.headers.get('content-type') ?? '')) {
      return fail(
        'unexpected-answer',
        `${host} answered with a web page: a login page, a portal of the network, or a wrong address.`,
      );
    }
    const cap = response.headers.has('content-encoding') ? maxUnpackedBytes : maxBytes;
    const file = await readFile(response, cap, idle, signal);
    if (!file) return fail('unexpected-answer', `${host} sent more than ${formatBytes(cap)}.`);
    return ok({ changed: true, file, etag: response.headers.get('etag'), headers: response.headers });
  } catch {
    // What the browser says about a broken connection is not for people, and may quote the address.
    if (context.signal.aborted) return fail('timeout', `The request to ${host} was stopped.`);
    if (idle.signal.aborted) return fail('timeout', `${host} sent nothing for ${idleMs / SECOND_MS} s.`);
    return fail('offline', `${host} cannot be reached, or the connection broke.`);
  } finally {
    idle.stop();
  }
}

function send(url: URL, headers: Headers, fetch: HttpContext['fetch'], signal: AbortSignal) {
  return fetch(url.href, {
    headers,
    signal,
    credentials: 'omit',
    cache: 'no-store',
    // `error` could not be told from a broken connection.
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
  });
}

/** Null when more arrives than the cap allows. Rejects when the connection breaks. */
async function readFile(
  response: Response,
  maxBytes: number,
  idle: IdleTimer,
  signal: AbortSignal,
): Promise<Blob | null> {
  const parts: Blob[] = [];
  if (!response.body) return new Blob(parts);
  const reader = response.body.getReader();
  let heap: Uint8Array<ArrayBuffer>[] = [];
  let heapSize = 0;
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await untilAborted(reader.read(), signal);
      if (done) return new Blob([...parts, ...heap]);
      size += value.byteLength;
      if (size > maxBytes) return null;
      idle.progress(value.byteLength);
      heap.push(value);
      heapSize += value.byteLength;
      if (heapSize < HEAP_BYTES) continue;
      parts.push(new Blob(heap));
      heap = [];
      heapSize = 0;
    }
  } finally {
    // The stream is left behind; a failure to cancel it changes nothing for us.
    void reader.cancel().catch(() => undefined);
  }
}

/** Aborts its signal unless enough bytes come in time: a server that drips would hold the worker for ever. */
class IdleTimer {
  readonly #controller = new AbortController();
  readonly #idleMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #bytes = 0;

  constructor(idleMs: number) {
    this.#idleMs = idleMs;
    this.#start();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  progress(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes < LEAST_PROGRESS_BYTES) return;
    this.#bytes = 0;
    this.#start();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(), this.#idleMs);
  }
}
