import * as z from 'zod/mini';
import { LIMITS } from './limits';

const line = z.string().check(z.maxLength(LIMITS.line));
const text = z.string().check(z.maxLength(LIMITS.text));
const httpUrl = z.string().check(z.maxLength(4_000), z.regex(/^https?:\/\//));
const instant = z.number().check(z.gte(0), z.lte(8.64e15));

export const MessageSchema = z.object({
  id: line,
  author: line,
  role: z.enum(['customer', 'agent', 'system']),
  visibility: z.enum(['public', 'internal']),
  /** Epoch milliseconds; null when the page does not say. */
  at: z.nullable(instant),
  /** What this person wrote, without quotes and signature. */
  text,
  /** Quotes and signature, folded away but kept. Empty when there are none. */
  folded: text,
});

export const AttachmentSchema = z.object({
  id: line,
  name: line,
  type: line,
  /** Bytes; null when the page does not say. */
  size: z.nullable(z.number().check(z.gte(0))),
  url: httpUrl,
});

export const LinkedTicketSchema = z.object({
  /** How the other ticket stands to this one: its problem, one of its incidents … */
  kind: z.enum(['problem', 'incident', 'parent', 'child', 'related']),
  id: line,
  /** Number or title, as the desk names it; empty when the desk gives an id alone. */
  title: line,
  url: z.nullable(httpUrl),
});

export const OrganizationSchema = z.object({
  id: line,
  name: line,
  /** Where the identity comes from: the desk's own record, the requester's mail domain, or the requester alone. */
  source: z.enum(['desk', 'email', 'requester']),
  url: z.nullable(httpUrl),
});

export const TicketSchema = z.object({
  /** Id of the reader that read it, e.g. `zammad`. */
  desk: line,
  /** Reader id + origin + base path: two Zammads must not share #42. */
  deskKey: line,
  /** The desk's own id, unique within the desk. */
  ticketId: line.check(z.minLength(1)),
  /** The number agents see; differs from the id in many desks. */
  number: line,
  url: httpUrl,
  subject: line,
  status: line,
  priority: line,
  type: line,
  tags: z.array(line).check(z.maxLength(LIMITS.list)),
  requester: z.object({ id: line, name: line, email: line }),
  organization: z.nullable(OrganizationSchema),
  assignee: line,
  createdAt: z.nullable(instant),
  updatedAt: z.nullable(instant),
  customFields: z.array(z.object({ name: line, value: text })).check(z.maxLength(LIMITS.list)),
  messages: z.array(MessageSchema).check(z.maxLength(LIMITS.messages)),
  attachments: z.array(AttachmentSchema).check(z.maxLength(LIMITS.list)),
  /** The problem behind this incident, the incidents of this problem, and what else the desk links. */
  linked: z.array(LinkedTicketSchema).check(z.maxLength(LIMITS.list)),
  /** What could not be read, and why, in words the agent can act on. */
  unread: z.array(z.object({ field: line, reason: line })).check(z.maxLength(LIMITS.list)),
});

/** The open ticket as one validated record: everything foreign in it is plain, clean text. */
export type Ticket = z.infer<typeof TicketSchema>;
export type Message = z.infer<typeof MessageSchema>;
export type Attachment = z.infer<typeof AttachmentSchema>;
export type LinkedTicket = z.infer<typeof LinkedTicketSchema>;
export type Organization = z.infer<typeof OrganizationSchema>;

/** The key under which everything about a ticket is kept. Never keyed by tab. */
export function toTicketKey(ticket: Pick<Ticket, 'deskKey' | 'ticketId'>): string {
  return `${ticket.deskKey}#${ticket.ticketId}`;
}
