import {
  ticketStates,
  toAnswerJson,
  toArticleJson,
  toAssets,
  toOrganizationJson,
  toPersonJson,
  toTicketJson,
} from './desk-json';
import type { DemoTicket } from './desk-records';
import { searchAnswers, searchTickets } from './desk-search';
import type { DeskStore } from './desk-store';
import {
  fileReply,
  isRecord,
  jsonReply,
  readJsonObject,
  type SiteReply,
  type SiteRequest,
} from './site-server';

/** A ticket of a group the agent may not see: Zammad answers 403, not 404. */
const forbiddenTicketId = 99;

/** Zammad repeats the words in `error_human`, and in `X-Failure` when it refuses. */
export function zammadError(status: number, error: string): SiteReply {
  const headers: Record<string, string> = status === 401 || status === 403 ? { 'X-Failure': error } : {};
  return jsonReply(status, { error, error_human: error }, headers);
}

const forbidden = () => zammadError(403, 'Not authorized');
const notFound = (what: string, id: string) => zammadError(404, `Couldn't find ${what} with 'id'=${id}`);

type Handler = (request: SiteRequest, store: DeskStore, parts: readonly string[]) => SiteReply;

const routes: readonly [method: string, path: RegExp, handler: Handler][] = [
  ['GET', /^\/tickets$/, listTickets],
  ['GET', /^\/tickets\/search$/, answerSearch],
  ['GET', /^\/tickets\/([^/]+)$/, showTicket],
  ['GET', /^\/ticket_articles\/by_ticket\/([^/]+)$/, listArticles],
  ['POST', /^\/ticket_articles$/, createArticle],
  ['GET', /^\/ticket_attachment\/([^/]+)\/([^/]+)\/([^/]+)$/, showAttachment],
  [
    'GET',
    /^\/users\/me$/,
    (request, store) => jsonReply(200, toPersonJson(store.me, store, isExpand(request))),
  ],
  ['GET', /^\/users\/([^/]+)$/, showPerson],
  ['GET', /^\/organizations\/([^/]+)$/, showOrganization],
  ['GET', /^\/tags$/, listTags],
  ['GET', /^\/links$/, listLinks],
  ['GET', /^\/ticket_states$/, () => jsonReply(200, ticketStates)],
  ['POST', /^\/knowledge_bases\/search$/, answerKnowledge],
];

/** Answers `/api/v1…` for a signed-in agent; session and CSRF are checked before. */
export function answerDeskApi(request: SiteRequest, store: DeskStore): SiteReply {
  const path = request.path.replace(/^\/api\/v1/, '');
  for (const [method, pattern, handler] of routes) {
    const found = pattern.exec(path);
    if (found && method === request.method) return handler(request, store, found.slice(1));
  }
  return zammadError(404, `No route matches [${request.method}] ${request.path}`);
}

function isExpand({ query }: SiteRequest): boolean {
  return query.get('expand') === 'true';
}

function findTicket(store: DeskStore, id: string): DemoTicket | SiteReply {
  if (id === String(forbiddenTicketId)) return forbidden();
  const ticket = /^\d+$/.test(id) ? store.ticket(Number(id)) : undefined;
  return ticket ?? notFound('Ticket', id);
}

function isReply(value: DemoTicket | SiteReply): value is SiteReply {
  return 'status' in value;
}

function page<T>(records: readonly T[], { query }: SiteRequest): T[] {
  const perPage = Math.min(100, Math.max(1, Number(query.get('per_page')) || 50));
  const index = Math.max(1, Number(query.get('page')) || 1) - 1;
  return records.slice(index * perPage, (index + 1) * perPage);
}

function listTickets(request: SiteRequest, store: DeskStore): SiteReply {
  const tickets = page(store.tickets, request);
  if (request.query.get('full') === 'true') {
    return jsonReply(200, {
      record_ids: tickets.map(({ id }) => id),
      assets: toAssets(tickets, store, false),
      total_count: store.tickets.length,
    });
  }
  return jsonReply(
    200,
    tickets.map((ticket) => toTicketJson(ticket, store, isExpand(request))),
  );
}

function answerSearch(request: SiteRequest, store: DeskStore): SiteReply {
  const query = request.query.get('query') ?? '';
  const found = query.trim() ? searchTickets(store, query) : [];
  if (request.query.get('order_by') === 'asc') found.reverse();
  const tickets = page(found, request);
  if (isExpand(request)) {
    const records = tickets.map((ticket) => toTicketJson(ticket, store, true));
    const withTotal = request.query.get('with_total_count') === 'true';
    return jsonReply(200, withTotal ? { records, total_count: found.length } : records);
  }
  return jsonReply(200, {
    tickets: tickets.map(({ id }) => id),
    tickets_count: tickets.length,
    assets: toAssets(tickets, store, false),
  });
}

function showTicket(request: SiteRequest, store: DeskStore, [id = '']: readonly string[]): SiteReply {
  const ticket = findTicket(store, id);
  if (isReply(ticket)) return ticket;
  if (request.query.get('all') !== 'true') {
    return jsonReply(200, toTicketJson(ticket, store, isExpand(request)));
  }
  return jsonReply(200, {
    ticket_id: ticket.id,
    ticket_article_ids: store.articles(ticket.id).map((article) => article.id),
    assets: toAssets([ticket], store, true),
    links: [],
    tags: ticket.tags,
    mentions: [],
    form_meta: { filter: {}, dependencies: {}, configure_attributes: [] },
  });
}

function listArticles(_: SiteRequest, store: DeskStore, [id = '']: readonly string[]): SiteReply {
  const ticket = findTicket(store, id);
  if (isReply(ticket)) return ticket;
  return jsonReply(
    200,
    store.articles(ticket.id).map((article) => toArticleJson(article, store)),
  );
}

function createArticle(request: SiteRequest, store: DeskStore): SiteReply {
  const input =
    readJsonObject(request) ?? Object.fromEntries(new URLSearchParams(request.body.toString('utf8')));
  const ticket = findTicket(store, String(input.ticket_id ?? ''));
  if (isReply(ticket)) return ticket;
  const text = (name: string) => (typeof input[name] === 'string' ? (input[name] as string) : '');
  if (!text('body')) return zammadError(422, 'Need at least \'article: { body: "some text" }\' param.');
  const type = text('type') || 'note';
  if (type !== 'note' && type !== 'email' && type !== 'phone' && type !== 'web') {
    return zammadError(422, `No lookup value found for 'type': ${JSON.stringify(type)}`);
  }
  const article = store.addArticle({
    ticketId: ticket.id,
    by: store.me,
    body: text('body'),
    subject: text('subject'),
    to: text('to'),
    cc: text('cc'),
    contentType: text('content_type') === 'text/html' ? 'text/html' : 'text/plain',
    type,
    sender: text('sender') === 'Customer' ? 'Customer' : 'Agent',
    // Public unless told: a client that forgets the flag writes to the customer.
    internal: input.internal === true || input.internal === 'true',
    attachments: toFiles(input.attachments),
  });
  return jsonReply(201, toArticleJson(article, store));
}

function toFiles(value: unknown) {
  return (Array.isArray(value) ? value : []).filter(isRecord).map((file) => ({
    filename: String(file.filename ?? 'file'),
    contentType: String(file['mime-type'] ?? 'application/octet-stream'),
    bytes: Buffer.from(String(file.data ?? ''), 'base64'),
  }));
}

function showAttachment(_: SiteRequest, store: DeskStore, parts: readonly string[]): SiteReply {
  const [ticketId = '', articleId = '', attachmentId = ''] = parts;
  const ticket = findTicket(store, ticketId);
  if (isReply(ticket)) return ticket;
  const article = store.articles(ticket.id).find(({ id }) => String(id) === articleId);
  const file = article?.attachments.find(({ id }) => String(id) === attachmentId);
  if (!file) return forbidden();
  return fileReply({ name: file.filename, type: file.contentType, bytes: file.bytes });
}

function showPerson(request: SiteRequest, store: DeskStore, [id = '']: readonly string[]): SiteReply {
  const person = store.person(Number(id));
  return person ? jsonReply(200, toPersonJson(person, store, isExpand(request))) : notFound('User', id);
}

function showOrganization(_: SiteRequest, store: DeskStore, [id = '']: readonly string[]): SiteReply {
  const organization = store.organization(Number(id));
  return organization ? jsonReply(200, toOrganizationJson(organization)) : notFound('Organization', id);
}

function listTags(request: SiteRequest, store: DeskStore): SiteReply {
  const ticket = findTicket(store, request.query.get('o_id') ?? '');
  return isReply(ticket) ? ticket : jsonReply(200, { tags: ticket.tags });
}

function listLinks({ query }: SiteRequest, store: DeskStore): SiteReply {
  const ticket = findTicket(store, query.get('link_object_value') ?? '');
  if (isReply(ticket)) return ticket;
  const links = store.links(ticket.id);
  return jsonReply(200, {
    links: links.map(({ type, ticketId }) => ({
      link_type: type,
      link_object: 'Ticket',
      link_object_value: ticketId,
    })),
    assets: toAssets(
      links.flatMap(({ ticketId }) => store.ticket(ticketId) ?? []),
      store,
      false,
    ),
  });
}

function answerKnowledge(request: SiteRequest, store: DeskStore): SiteReply {
  const { query } = readJsonObject(request) ?? {};
  const found = typeof query === 'string' && query.trim() ? searchAnswers(store, query) : [];
  return jsonReply(200, {
    result: found.map(({ id }) => ({ id, type: 'KnowledgeBase::Answer::Translation' })),
    details: found.map(toAnswerJson),
  });
}
