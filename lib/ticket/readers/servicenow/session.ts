import { selectAll } from '@/lib/ticket/dom';
import type { Desk } from '@/lib/ticket/ticket-reader';

const IN_SCRIPT = /\bg_ck\s*=\s*['"]([0-9a-f]{32,128})['"]/i;
const TOKEN = /^[0-9a-f]{32,128}$/i;

export interface Session {
  /** The same desk; its requests carry the token once it is known. */
  readonly desk: Desk;
  /** Empty while none was found. */
  token(): string;
}

/**
 * The session's token stands as `g_ck = '…'` in a script of the page, or of the classic form in its frame. The variable
 * itself is out of reach for an extension's script.
 */
export function tokenOf(document: Document): string {
  const frames = selectAll(document, 'iframe#gsft_main').map((frame) =>
    frame instanceof HTMLIFrameElement ? frame.contentDocument : null,
  );
  for (const page of [document, ...frames]) {
    for (const script of page ? selectAll(page, 'script:not([src])') : []) {
      const token = IN_SCRIPT.exec(script.textContent ?? '')?.[1];
      if (token) return token;
    }
  }
  return '';
}

/**
 * ServiceNow answers 401 to a session whose request lacks the token or carries an old one, and tells the right one in
 * `X-UserToken-Response`. A reading request is then sent once more; a writing one never is.
 */
export function openSession(from: Desk): Session {
  let token = from.document ? tokenOf(from.document) : '';
  const send: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    if (token) headers.set('X-UserToken', token);
    return from.fetch(input, { ...init, headers });
  };
  const fetchWithToken: typeof fetch = async (input, init) => {
    const sent = token;
    const answer = await send(input, init);
    const told = answer.headers.get('X-UserToken-Response') ?? '';
    if (TOKEN.test(told)) token = told;
    const reads = (init?.method ?? 'GET') === 'GET';
    if (answer.status !== 401 || token === sent || !reads) return answer;
    await answer.body?.cancel();
    return send(input, init);
  };
  return { desk: { ...from, fetch: fetchWithToken }, token: () => token };
}
