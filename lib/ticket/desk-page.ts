import { ok, type Result } from '@/lib/std/result';
import { fetchBytes } from './desk-fetch';
import { selectAll } from './dom';
import { loggedOut } from './read-errors';
import type { Desk, ReadError } from './ticket-reader';

/** A desk's page above this is not read to the end. */
const MAX_PAGE = 5_000_000;

export interface DeskPage {
  /** Inert: nothing in it is loaded or run. */
  readonly document: Document;
  /** The address it came from in the end. */
  readonly url: string;
  readonly redirected: boolean;
}

/**
 * A further page of the desk with the agent's session, or the answer to a form posted to it. Redirects are followed;
 * a page that asks for a password says that the session is over.
 */
export async function fetchPage(
  desk: Desk,
  path: string | URL,
  init: RequestInit = {},
): Promise<Result<DeskPage, ReadError>> {
  const headers = { Accept: 'text/html', ...init.headers };
  const answer = await fetchBytes(desk, path, { ...init, headers }, MAX_PAGE);
  if (!answer.ok) return answer;
  const { bytes, response } = answer.value;
  const document = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/html');
  if (selectAll(document, 'input[type="password"]').length > 0) {
    return loggedOut();
  }
  return ok({ document, url: response.url, redirected: response.redirected });
}
