import * as v from 'valibot';
import { formatBytes } from '@/lib/std/bytes';
import { err, ok, type Result } from '@/lib/std/result';
import { SECOND_MS } from '@/lib/std/time';
import { loggedOut, unknownTicket } from './read-errors';
import type { Desk, ReadError } from './ticket-reader';

/** A ticket's answer above this is not read to the end: it would fill the panel and the database. */
const MAX_ANSWER = 10_000_000;
const TIMEOUT_MS = 30 * SECOND_MS;

type Failed = Result<never, ReadError>;
const fail = (kind: ReadError['kind'], detail: string): Failed => err({ kind, detail });

export interface DeskAnswer<T> {
  readonly data: T;
  readonly headers: Headers;
}

interface Bytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly response: Response;
}

function fromStatus(response: Response): Failed | null {
  const { status } = response;
  // A JSON address has no reason to send us elsewhere, except to the login page.
  if (status === 401 || response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    return loggedOut();
  if (response.ok) return null;
  if (status === 404 || status === 410) {
    return unknownTicket();
  }
  if (status === 429) {
    const wait = Number(response.headers.get('retry-after'));
    const when = wait > 0 ? ` Try again in ${Math.ceil(wait)} seconds.` : ' Try again in a minute.';
    return fail('rate-limited', `The help desk asks us to slow down.${when}`);
  }
  if (status >= 500)
    return fail('server', `The help desk has a fault of its own (${status}). Try again later.`);
  return fail('forbidden', `The help desk refused (${status}): your account may not do this.`);
}

async function readCapped(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(response.headers.get('content-length')) > maxBytes) {
    await response.body?.cancel();
    return null;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** A same-origin request with the agent's session, read up to `maxBytes`. Foreign addresses are refused in words. */
export async function fetchBytes(
  desk: Desk,
  address: string | URL,
  init: RequestInit,
  maxBytes: number,
): Promise<Result<Bytes, ReadError>> {
  const url = URL.canParse(String(address), desk.url.origin) ? new URL(address, desk.url.origin) : null;
  if (!url) return fail('not-found', 'This is no address that can be fetched.');
  if (url.origin !== desk.url.origin) {
    return fail('forbidden', `${url.host} is another server: nothing is fetched there with your login.`);
  }
  try {
    const signal = AbortSignal.any([desk.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    // `include`, because the background worker stands outside the desk's origin.
    const response = await desk.fetch(url.href, { credentials: 'include', ...init, signal });
    const failed = fromStatus(response);
    if (failed) {
      await response.body?.cancel();
      return failed;
    }
    if (response.url && new URL(response.url).origin !== url.origin) return loggedOut();
    const bytes = await readCapped(response, maxBytes);
    if (!bytes) return fail('too-large', `The answer is larger than ${formatBytes(maxBytes)}.`);
    return ok({ bytes, response });
  } catch (error) {
    if (desk.signal.aborted) return fail('offline', 'Reading was stopped.');
    const slow = error instanceof Error && error.name === 'TimeoutError';
    return fail(
      'offline',
      slow
        ? 'The help desk did not answer within 30 seconds. Try again.'
        : 'The help desk cannot be reached. Check the connection, then try again.',
    );
  }
}

/** JSON of the desk, parsed by the schema. Never trusts a status: desks answer 200 with a login page. */
export async function fetchJson<S extends v.GenericSchema>(
  desk: Desk,
  path: string,
  schema: S,
  init: RequestInit = {},
): Promise<Result<DeskAnswer<v.InferOutput<S>>, ReadError>> {
  const headers = { Accept: 'application/json', ...init.headers };
  const answer = await fetchBytes(desk, path, { redirect: 'manual', ...init, headers }, MAX_ANSWER);
  if (!answer.ok) return answer;
  const { response } = answer.value;
  const text = new TextDecoder().decode(answer.value.bytes);
  if (/html/i.test(response.headers.get('content-type') ?? '') || /^\s*</.test(text)) {
    return response.redirected || /type=["']?password/i.test(text)
      ? loggedOut()
      : fail('changed-layout', 'The help desk answered with a page instead of data.');
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail(
      'server',
      text.trim()
        ? "The help desk's answer broke off. Try again."
        : 'The help desk answered nothing. Try again.',
    );
  }
  // The first issue is enough: 10 MB of wrong items would make millions of them.
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  if (!parsed.success) {
    const field = v.getDotPath(parsed.issues[0]) || 'the answer';
    return fail(
      'changed-layout',
      `The help desk answers in another form than expected (${field.slice(0, 80)}).`,
    );
  }
  return ok({ data: parsed.output, headers: response.headers });
}
