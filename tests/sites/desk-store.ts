import { ageToMs, type Clock } from './clock';
import type {
  DemoAnswer,
  DemoArticle,
  DemoAttachment,
  DemoLink,
  DemoOrganization,
  DemoPerson,
  DemoTicket,
  ScriptMessage,
  TicketScript,
} from './desk-records';
import { ticketScripts } from './tickets';
import { answerScripts } from './tickets/knowledge';
import { everyOrganization, everyPerson, signedInAgent } from './tickets/people';

/** Nobody owns a new ticket: in Zammad that is the user "-" with id 1. */
const nobodyId = 1;
const supportAddress = 'Marlow Support <support@marlow.example>';

export interface NewArticle {
  ticketId: number;
  by: DemoPerson;
  body: string;
  subject?: string;
  to?: string;
  cc?: string;
  contentType?: DemoArticle['contentType'];
  type?: DemoArticle['type'];
  sender?: DemoArticle['sender'];
  internal?: boolean;
  createdAt?: Date;
  attachments?: readonly Omit<DemoAttachment, 'id'>[];
}

export interface DeskStore {
  readonly tickets: readonly DemoTicket[];
  readonly me: DemoPerson;
  ticket(id: number): DemoTicket | undefined;
  person(id: number): DemoPerson | undefined;
  organization(id: number): DemoOrganization | undefined;
  articles(ticketId: number): DemoArticle[];
  /** From both sides: a child has its parent. */
  links(ticketId: number): DemoLink[];
  readonly answers: readonly DemoAnswer[];
  addArticle(article: NewArticle): DemoArticle;
  addTicket(script: TicketScript): void;
}

/** The desk's memory, filled from the ticket files; every start begins with the same state. */
export function createDeskStore(clock: Clock): DeskStore {
  const startedAt = clock.now().getTime();
  const tickets: DemoTicket[] = [];
  const articles: DemoArticle[] = [];
  let attachmentCount = 0;

  const addArticle: DeskStore['addArticle'] = (article) => {
    const ticket = tickets.find(({ id }) => id === article.ticketId);
    if (!ticket) throw new Error(`No ticket ${article.ticketId}`);
    const { by, sender = by.role } = article;
    const createdAt = article.createdAt ?? clock.now();
    const attachments = (article.attachments ?? []).map((file) => {
      attachmentCount += 1;
      return { ...file, id: attachmentCount };
    });
    const record: DemoArticle = {
      id: articles.length + 1,
      ticketId: ticket.id,
      type: article.type ?? 'email',
      sender,
      from: `${by.firstname} ${by.lastname} <${by.email}>`,
      to: article.to ?? (sender === 'Customer' ? supportAddress : ''),
      cc: article.cc ?? '',
      subject: article.subject ?? ticket.title,
      body: article.body,
      contentType: article.contentType ?? 'text/plain',
      internal: article.internal ?? false,
      createdById: by.id,
      createdAt,
      attachments,
    };
    articles.push(record);
    if (createdAt > ticket.updatedAt) ticket.updatedAt = createdAt;
    return record;
  };

  const addTicket = (script: TicketScript) => {
    tickets.push(toTicket(script, startedAt));
    for (const message of script.messages) {
      const record = addArticle(toNewArticle(script.id, message, startedAt));
      record.body = placeInlineImages(record);
    }
  };
  for (const script of ticketScripts) addTicket(script);

  return {
    tickets,
    me: signedInAgent,
    ticket: (id) => tickets.find((ticket) => ticket.id === id),
    person: (id) => everyPerson.find((person) => person.id === id),
    organization: (id) => everyOrganization.find((organization) => organization.id === id),
    articles: (ticketId) => articles.filter((article) => article.ticketId === ticketId),
    links: (ticketId) => linksOf(tickets, ticketId),
    answers: answerScripts.map(({ ago, ...answer }) => ({
      ...answer,
      updatedAt: new Date(startedAt - ageToMs(ago)),
    })),
    addArticle,
    addTicket,
  };
}

const turned = { normal: 'normal', parent: 'child', child: 'parent' } as const;

function linksOf(tickets: readonly DemoTicket[], ticketId: number): DemoLink[] {
  return tickets.flatMap((ticket) =>
    ticket.links.flatMap((link) => {
      if (ticket.id === ticketId) return link;
      return link.ticketId === ticketId ? { type: turned[link.type], ticketId: ticket.id } : [];
    }),
  );
}

function toTicket(script: TicketScript, startedAt: number): DemoTicket {
  const times = script.messages.map(({ ago }) => startedAt - ageToMs(ago));
  return {
    id: script.id,
    number: script.number,
    title: script.title,
    group: script.group ?? 'Support',
    state: script.state ?? 'open',
    priority: script.priority ?? '2 normal',
    customerId: script.requester.id,
    ownerId: script.owner?.id ?? nobodyId,
    organizationId: script.requester.organizationId,
    tags: script.tags ?? [],
    links: script.links ?? [],
    customAttributes: script.customAttributes ?? {},
    createdAt: new Date(Math.min(...times)),
    updatedAt: new Date(Math.max(...times)),
  };
}

function toNewArticle(ticketId: number, message: ScriptMessage, startedAt: number): NewArticle {
  return {
    ticketId,
    by: message.by,
    body: message.html ?? message.text ?? '',
    contentType: message.html === undefined ? 'text/plain' : 'text/html',
    createdAt: new Date(startedAt - ageToMs(message.ago)),
    attachments: (message.files ?? []).map(({ filename, contentType, content }) => {
      return { filename, contentType, bytes: Buffer.from(content) };
    }),
    ...(message.type && { type: message.type }),
    ...(message.internal && { internal: true }),
    ...(message.cc && { cc: message.cc }),
  };
}

/** Zammad stores mails with `cid:` images pointing at its own attachment address. */
function placeInlineImages(article: DemoArticle): string {
  return article.attachments.reduce((body, { id, filename }) => {
    const address = `/api/v1/ticket_attachment/${article.ticketId}/${article.id}/${id}?view=inline`;
    return body.replaceAll(`cid:${filename}`, address);
  }, article.body);
}
