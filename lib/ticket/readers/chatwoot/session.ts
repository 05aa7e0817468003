import type * as v from 'valibot';
import { err, type Result } from '@/lib/std/result';
import { toRaw } from '@/lib/ticket/bounds';
import { type DeskAnswer, fetchJson } from '@/lib/ticket/desk-fetch';
import { loggedOut } from '@/lib/ticket/read-errors';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';

const HEADERS = ['access-token', 'token-type', 'client', 'expiry', 'uid'] as const;

/**
 * Chatwoot's dashboard keeps its session in a cookie for scripts and sends it as headers (helper/APIHelper.js). The
 * values go into same-origin requests and nowhere else; null when the agent is not logged in.
 */
function sessionOf(document: Document | undefined): Record<string, string> | null {
  const cookie = /(?:^|;\s*)cw_d_session_info=([^;]+)/.exec(toRaw(document?.cookie))?.[1];
  if (!cookie) return null;
  let session: unknown;
  try {
    session = JSON.parse(decodeURIComponent(cookie));
  } catch {
    return null;
  }
  if (typeof session !== 'object' || session === null) return null;
  const known = new Map<string, unknown>(Object.entries(session));
  const headers: Record<string, string> = {};
  for (const name of HEADERS) {
    const value = String(known.get(name) ?? '');
    // Anything else could not be a header.
    if (/^[\x20-\x7E]{1,2000}$/.test(value)) headers[name] = value;
  }
  return headers['access-token'] && headers.uid ? headers : null;
}

export const hasSession = (document: Document | undefined): boolean => sessionOf(document) !== null;

/** Never the wrong ticket, whatever the server answers. */
export const otherConversation = (): Result<never, ReadError> =>
  err({
    kind: 'changed-layout',
    detail: 'The help desk answered with another conversation. Reload the page, then try again.',
  });

/** A request below `/api/v1/accounts/N/`; the account stands in the desk's own address. */
export async function fetchApi<S extends v.GenericSchema>(
  desk: Desk,
  resource: string,
  schema: S,
  init: RequestInit = {},
): Promise<Result<DeskAnswer<v.InferOutput<S>>, ReadError>> {
  const session = sessionOf(desk.document);
  const account = /^\/app\/accounts\/(\d{1,12})(?:\/|$)/.exec(desk.url.pathname)?.[1];
  if (!session || !account) return loggedOut();
  return fetchJson(desk, `/api/v1/accounts/${account}/${resource}`, schema, {
    ...init,
    headers: { ...init.headers, ...session },
  });
}
