import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Clock } from './clock';
import { answerDeskApi, zammadError } from './desk-api';
import { toPersonJson } from './desk-json';
import type { DemoArticle, DemoTicket, TicketScript } from './desk-records';
import { createDeskStore, type DeskStore } from './desk-store';
import type { Fault } from './faults';
import {
  htmlReply,
  jsonReply,
  readJsonObject,
  type SeenRequest,
  type SiteReply,
  type SiteRequest,
  startSiteServer,
} from './site-server';

/**
 * A help desk that speaks Zammad 6's REST API and page addresses (docs.zammad.org; CSRF rule from
 * app/controllers/application_controller/prevents_csrf.rb). Nothing more than its tests need.
 */
export interface DemoDesk {
  readonly url: string;
  ticketUrl(id: number): string;
  readonly tickets: readonly DemoTicket[];
  /** Live: holds notes and replies written since the start. */
  articles(ticketId: number): DemoArticle[];
  addCustomerMessage(ticketId: number, text: string): DemoArticle;
  /** For what only one test needs: every other test meets it as similar to its own otherwise. */
  addTicket(script: TicketScript): void;
  /** Ends the session, as an administrator or a timeout does: open pages find out at their next request. */
  logOut(): void;
  logIn(): void;
  failNext(fault: Fault): void;
  readonly requests: readonly SeenRequest[];
  /** The server is down: connections are refused until `start()`, tickets are kept. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

const cookieName = '_zammad_session_7c1e0b2f4a9';
const pageFolder = join(dirname(fileURLToPath(import.meta.url)), 'desk-page');
const pageFiles: Record<string, string> = {
  '/assets/desk.js': 'text/javascript; charset=utf-8',
  '/assets/elements.js': 'text/javascript; charset=utf-8',
  '/assets/safe-html.js': 'text/javascript; charset=utf-8',
  '/assets/desk.css': 'text/css; charset=utf-8',
  '/assets/ticket.css': 'text/css; charset=utf-8',
};

/** Nothing from other hosts and nothing inline, whatever a customer writes. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

interface Session {
  loggedIn: boolean;
  /** Survives a log-out, so that a page left open works again after `logIn()`. */
  readonly id: string;
  csrfToken: string;
}

export async function startDemoDesk(options: {
  clock: Clock;
  host?: string | undefined;
  port?: number | undefined;
}): Promise<DemoDesk> {
  const store = createDeskStore(options.clock);
  const session: Session = { loggedIn: true, id: randomBytes(16).toString('hex'), csrfToken: newToken() };
  const server = await startSiteServer({ ...options, handle: (request) => answer(request, store, session) });
  const logIn = () => {
    if (!session.loggedIn) session.csrfToken = newToken();
    session.loggedIn = true;
  };
  return {
    url: server.url,
    ticketUrl: (id) => `${server.url}/#ticket/zoom/${id}`,
    tickets: store.tickets,
    articles: store.articles,
    addCustomerMessage: (ticketId, text) => {
      const customer = store.person(store.ticket(ticketId)?.customerId ?? 0);
      if (!customer) throw new Error(`No ticket ${ticketId}`);
      return store.addArticle({ ticketId, by: customer, body: text });
    },
    addTicket: store.addTicket,
    logOut: () => {
      session.loggedIn = false;
    },
    logIn,
    failNext: server.failNext,
    requests: server.requests,
    stop: server.stop,
    start: server.start,
    close: server.stop,
  };
}

function newToken(): string {
  return randomBytes(48).toString('base64');
}

function answer(request: SiteRequest, store: DeskStore, session: Session): SiteReply {
  const { method, path } = request;
  if (path.startsWith('/api/v1/')) return answerApi(request, store, session);
  if (method !== 'GET' && method !== 'HEAD')
    return htmlReply(404, '<!doctype html><title>404: Not Found</title>');
  if (path === '/') return showEntry(session);
  const type = pageFiles[path];
  if (type) {
    const body = readFileSync(join(pageFolder, path.replace('/assets/', '')));
    return { status: 200, headers: { 'Content-Type': type }, body };
  }
  return htmlReply(404, '<!doctype html><title>404: Not Found</title><h1>404: Not Found</h1>');
}

function showEntry(session: Session): SiteReply {
  const html = readFileSync(join(pageFolder, 'index.html'), 'utf8').replace(
    '{{csrf-token}}',
    session.csrfToken,
  );
  const headers: Record<string, string> = { 'Content-Security-Policy': contentSecurityPolicy };
  if (session.loggedIn) headers['Set-Cookie'] = sessionCookie(session);
  return htmlReply(200, html, headers);
}

function sessionCookie(session: Session): string {
  return `${cookieName}=${session.id}; path=/; HttpOnly; SameSite=Lax`;
}

function answerApi(request: SiteRequest, store: DeskStore, session: Session): SiteReply {
  if (request.path === '/api/v1/signin' && request.method === 'POST') return signIn(request, store, session);
  const cookies = (request.headers.cookie ?? '').split(/;\s*/);
  if (!session.loggedIn || !cookies.includes(`${cookieName}=${session.id}`)) {
    return jsonReply(401, { error: 'Authentication required' }, { 'X-Failure': 'Authentication required' });
  }
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  // It only reads; app/controllers/knowledge_base/search_controller.rb asks no token for it.
  const asksToken = !isReading && request.path !== '/api/v1/knowledge_bases/search';
  if (asksToken && request.headers['x-csrf-token'] !== session.csrfToken) {
    return zammadError(401, 'CSRF token verification failed!');
  }
  if (request.path === '/api/v1/signout' && request.method === 'DELETE') {
    session.loggedIn = false;
    return jsonReply(200, {});
  }
  return withToken(answerDeskApi(request, store), session);
}

/** Any name and password: the demo is about what happens after the sign-in. */
function signIn(request: SiteRequest, store: DeskStore, session: Session): SiteReply {
  const input = readJsonObject(request);
  if (!input?.username || !input.password) {
    return zammadError(
      401,
      'Login failed. Have you double-checked your credentials and completed the email verification step?',
    );
  }
  session.loggedIn = true;
  session.csrfToken = newToken();
  const reply = jsonReply(201, { session: toPersonJson(store.me, store, false), config: {} });
  return withToken(
    { ...reply, headers: { ...reply.headers, 'Set-Cookie': sessionCookie(session) } },
    session,
  );
}

/** Errors are rendered without Rails' after_action, so they carry no token; see prevents_csrf.rb. */
function withToken(reply: SiteReply, session: Session): SiteReply {
  if (reply.status >= 400) return reply;
  return { ...reply, headers: { ...reply.headers, 'CSRF-TOKEN': session.csrfToken } };
}
