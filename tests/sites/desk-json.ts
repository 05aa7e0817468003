import type { DemoAnswer, DemoArticle, DemoOrganization, DemoPerson, DemoTicket } from './desk-records';
import type { DeskStore } from './desk-store';

/**
 * The shapes of Zammad's REST answers (docs.zammad.org, "REST API": tickets, articles, users).
 * With `expand=true` Zammad adds names beside the ids.
 */
type Json = Record<string, unknown>;

const groupIds: Record<string, number> = { Support: 1, Billing: 2 };
/** Zammad's own states; the type says whether a ticket counts as open. */
export const ticketStates: readonly Json[] = [
  { id: 1, name: 'new', state_type_id: 1, state_type: 'new', active: true },
  { id: 2, name: 'open', state_type_id: 2, state_type: 'open', active: true },
  { id: 3, name: 'pending reminder', state_type_id: 3, state_type: 'pending reminder', active: true },
  { id: 4, name: 'closed', state_type_id: 5, state_type: 'closed', active: true },
];
const priorityIds: Record<string, number> = { '1 low': 1, '2 normal': 2, '3 high': 3 };
const typeIds: Record<string, number> = { email: 1, phone: 5, note: 10, web: 11, chat: 7 };
const senderIds: Record<string, number> = { Agent: 1, Customer: 2, System: 3 };

export function toTicketJson(ticket: DemoTicket, store: DeskStore, expand: boolean): Json {
  const articles = store.articles(ticket.id);
  const first = articles[0];
  const lastOf = (sender: DemoArticle['sender']) =>
    articles
      .filter((article) => article.sender === sender && !article.internal)
      .at(-1)
      ?.createdAt.toISOString() ?? null;
  const json: Json = {
    id: ticket.id,
    group_id: groupIds[ticket.group] ?? 1,
    priority_id: priorityIds[ticket.priority] ?? 2,
    state_id: ticketStates.find(({ name }) => name === ticket.state)?.id ?? 2,
    organization_id: ticket.organizationId,
    number: ticket.number,
    title: ticket.title,
    owner_id: ticket.ownerId,
    customer_id: ticket.customerId,
    note: null,
    first_response_at: articles.find(({ sender }) => sender === 'Agent')?.createdAt.toISOString() ?? null,
    escalation_at: null,
    pending_time: null,
    close_at: null,
    last_contact_at: articles.at(-1)?.createdAt.toISOString() ?? null,
    last_contact_agent_at: lastOf('Agent'),
    last_contact_customer_at: lastOf('Customer'),
    create_article_type_id: typeIds[first?.type ?? 'email'] ?? 1,
    create_article_sender_id: senderIds[first?.sender ?? 'Customer'] ?? 2,
    article_count: articles.length,
    type: null,
    time_unit: null,
    preferences: {},
    updated_by_id: articles.at(-1)?.createdById ?? 1,
    created_by_id: first?.createdById ?? 1,
    created_at: ticket.createdAt.toISOString(),
    updated_at: ticket.updatedAt.toISOString(),
    ...ticket.customAttributes,
  };
  if (!expand) return json;
  const organization = ticket.organizationId === null ? undefined : store.organization(ticket.organizationId);
  return {
    ...json,
    article_ids: articles.map(({ id }) => id),
    group: ticket.group,
    priority: ticket.priority,
    state: ticket.state,
    organization: organization?.name ?? null,
    owner: store.person(ticket.ownerId)?.email ?? '-',
    customer: store.person(ticket.customerId)?.email ?? '-',
    create_article_type: first?.type ?? 'email',
    create_article_sender: first?.sender ?? 'Customer',
    created_by: store.person(first?.createdById ?? 0)?.email ?? '-',
    updated_by: store.person(articles.at(-1)?.createdById ?? 0)?.email ?? '-',
  };
}

export function toArticleJson(article: DemoArticle, store: DeskStore): Json {
  const author = store.person(article.createdById)?.email ?? '-';
  return {
    id: article.id,
    ticket_id: article.ticketId,
    type_id: typeIds[article.type] ?? 10,
    sender_id: senderIds[article.sender] ?? 1,
    from: article.from,
    to: article.to || null,
    cc: article.cc || null,
    subject: article.subject || null,
    reply_to: null,
    message_id: null,
    in_reply_to: null,
    content_type: article.contentType,
    references: null,
    body: article.body,
    internal: article.internal,
    preferences: {},
    updated_by_id: article.createdById,
    created_by_id: article.createdById,
    origin_by_id: null,
    created_at: article.createdAt.toISOString(),
    updated_at: article.createdAt.toISOString(),
    attachments: article.attachments.map(({ id, filename, bytes, contentType }) => ({
      id,
      store_file_id: id,
      filename,
      // Zammad really sends the size as a string.
      size: String(bytes.length),
      preferences: { 'Content-Type': contentType, 'Mime-Type': contentType },
    })),
    type: article.type,
    sender: article.sender,
    created_by: author,
    updated_by: author,
    time_unit: null,
  };
}

export function toPersonJson(person: DemoPerson, store: DeskStore, expand: boolean): Json {
  const json: Json = {
    id: person.id,
    organization_id: person.organizationId,
    login: person.email,
    firstname: person.firstname,
    lastname: person.lastname,
    email: person.email,
    image: null,
    web: '',
    phone: person.phone,
    mobile: '',
    department: '',
    vip: person.vip,
    verified: false,
    active: true,
    note: '',
    preferences: { locale: 'en-us' },
    role_ids: [person.role === 'Agent' ? 2 : 3],
    organization_ids: [],
    group_ids: person.role === 'Agent' ? { '1': ['full'] } : {},
  };
  if (!expand) return json;
  const organization = person.organizationId === null ? undefined : store.organization(person.organizationId);
  return { ...json, organization: organization?.name ?? null, roles: [person.role] };
}

export function toOrganizationJson(organization: DemoOrganization): Json {
  return {
    id: organization.id,
    name: organization.name,
    shared: true,
    domain: organization.domain,
    domain_assignment: false,
    active: true,
    vip: false,
    note: organization.note,
    member_ids: [],
    ...organization.customAttributes,
  };
}

/** An answer as `knowledge_bases/search` lists it for people who are not its authors. */
export function toAnswerJson(answer: DemoAnswer): Json {
  const slug = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    id: answer.id,
    type: 'KnowledgeBase::Answer::Translation',
    icon: 'knowledge-base-answer',
    date: answer.updatedAt.toISOString(),
    url: `/help/en-us/1-${slug(answer.category)}/${answer.id}-${slug(answer.title)}`,
    title: answer.title,
    subtitle: answer.category,
    body: answer.html.replace(/<[^>]*>/g, ' ').slice(0, 100),
  };
}

/** Zammad's "assets": every record an answer speaks of, by class and id. */
export function toAssets(tickets: readonly DemoTicket[], store: DeskStore, withArticles: boolean): Json {
  const assets: Record<string, Json> = { Ticket: {}, User: {}, Organization: {} };
  const put = (group: string, id: number, json: Json) => {
    const records = assets[group] ?? {};
    records[String(id)] = json;
    assets[group] = records;
  };
  const putPerson = (id: number) => {
    const person = store.person(id);
    if (person) put('User', id, toPersonJson(person, store, false));
  };
  for (const ticket of tickets) {
    put('Ticket', ticket.id, toTicketJson(ticket, store, false));
    putPerson(ticket.customerId);
    putPerson(ticket.ownerId);
    const organization =
      ticket.organizationId === null ? undefined : store.organization(ticket.organizationId);
    if (organization) put('Organization', organization.id, toOrganizationJson(organization));
    if (!withArticles) continue;
    for (const article of store.articles(ticket.id)) {
      put('TicketArticle', article.id, toArticleJson(article, store));
      putPerson(article.createdById);
    }
  }
  return assets;
}
