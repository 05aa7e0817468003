import type { Desk } from '@/lib/ticket/ticket-reader';

/** A form named `cookie` would hide the property of the document, so the prototype's own is asked. */
function cookiesOf(document: Document): string {
  const cookies: unknown = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.get?.call(document);
  return typeof cookies === 'string' ? cookies : '';
}

/** HubSpot's own pages repeat this cookie in a header. It is there to be read by scripts of the same origin. */
export function withToken(desk: Desk): Desk {
  const cookies = desk.document ? cookiesOf(desk.document) : '';
  const token = /(?:^|;\s*)(?:hubspotapi-csrf|csrf\.app)=([\w.~%-]{8,400})/.exec(cookies)?.[1];
  if (!token) return desk;
  // Requests to other origins never get this far: `fetchJson` refuses them.
  const fetchWithToken: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('X-HubSpot-CSRF-hubspotapi', token);
    return desk.fetch(input, { ...init, headers });
  };
  return { ...desk, fetch: fetchWithToken };
}
