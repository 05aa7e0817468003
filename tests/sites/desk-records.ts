import type { Age } from './clock';

/** What the demo desk holds. `desk-api.ts` turns it into the shapes Zammad answers with. */
export interface DemoOrganization {
  id: number;
  name: string;
  domain: string;
  note: string;
  /** Zammad's object manager lets a team add fields; they arrive as top-level keys. */
  customAttributes: Record<string, string | number>;
}

export interface DemoPerson {
  id: number;
  firstname: string;
  lastname: string;
  email: string;
  phone: string;
  organizationId: number | null;
  role: 'Agent' | 'Customer';
  vip: boolean;
}

export type TicketState = 'new' | 'open' | 'pending reminder' | 'closed';
export type TicketPriority = '1 low' | '2 normal' | '3 high';

export interface DemoTicket {
  /** Small and used in addresses; the agent only ever sees `number`. */
  id: number;
  number: string;
  title: string;
  group: string;
  state: TicketState;
  priority: TicketPriority;
  customerId: number;
  ownerId: number;
  organizationId: number | null;
  tags: readonly string[];
  links: readonly DemoLink[];
  customAttributes: Record<string, string | number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface DemoAttachment {
  id: number;
  filename: string;
  contentType: string;
  bytes: Buffer;
}

export interface DemoArticle {
  id: number;
  ticketId: number;
  type: 'email' | 'web' | 'phone' | 'chat' | 'note';
  sender: 'Agent' | 'Customer' | 'System';
  from: string;
  to: string;
  cc: string;
  subject: string;
  body: string;
  contentType: 'text/html' | 'text/plain';
  internal: boolean;
  createdById: number;
  createdAt: Date;
  attachments: DemoAttachment[];
}

export interface ScriptFile {
  filename: string;
  contentType: string;
  content: string | Buffer;
}

/** One message as a ticket file writes it down; either `text` or `html`. */
export interface ScriptMessage {
  by: DemoPerson;
  ago: Age;
  text?: string;
  /** `cid:NAME` becomes the address of the attached file of that name. */
  html?: string;
  type?: DemoArticle['type'];
  internal?: boolean;
  cc?: string;
  files?: readonly ScriptFile[];
}

export interface DemoLink {
  /** What the other ticket is to this one. Written down on one of the two. */
  type: 'normal' | 'parent' | 'child';
  ticketId: number;
}

/** A published answer of the knowledge base. */
export interface DemoAnswer {
  id: number;
  category: string;
  title: string;
  html: string;
  updatedAt: Date;
}

/** One ticket as its theme file writes it down, with ages instead of dates. */
export interface TicketScript {
  id: number;
  number: string;
  title: string;
  requester: DemoPerson;
  owner?: DemoPerson;
  group?: string;
  state?: TicketState;
  priority?: TicketPriority;
  tags?: readonly string[];
  customAttributes?: Record<string, string | number>;
  links?: readonly DemoLink[];
  messages: readonly ScriptMessage[];
}
