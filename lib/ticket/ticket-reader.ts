import type { Result } from '@/lib/std/result';
import type { FoundArticle, SimilarQuery, SimilarTicket } from './similar';
import type { Ticket } from './ticket';

/** The open page as a reader sees it: arguments only, so that a reader can be tested without a browser. */
export interface Page {
  readonly url: URL;
  readonly document: Document;
  /** Same-origin requests with the agent's login session. */
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  /** What the agent has selected on the page, line breaks kept; empty when nothing is. */
  readonly selection: string;
}

export const READ_ERROR_KINDS = [
  'logged-out',
  'forbidden',
  'not-found',
  'rate-limited',
  'half-loaded',
  'changed-layout',
  'server',
  'offline',
  'too-large',
] as const;

/** Why a page could not be read or written. `detail` is short, in words, and never holds ticket text or secrets. */
export interface ReadError {
  readonly kind: (typeof READ_ERROR_KINDS)[number];
  readonly detail: string;
}

export interface NewNote {
  readonly ticketId: string;
  /** Plain text; the reader escapes it for its desk. */
  readonly text: string;
  /** The tracker's issue, shown as a link. Always http(s). */
  readonly link: { readonly title: string; readonly url: string };
  /** Unique text that stands in the note; looked up before anything is written again. */
  readonly marker: string;
}

/** `existing` means the marker was found and nothing was written. `confirmedInternal` is what the desk answered. */
export interface NoteReceipt {
  readonly existing: boolean;
  readonly confirmedInternal: boolean;
}

export interface NewReply {
  readonly ticketId: string;
  /** Plain text with line breaks. */
  readonly text: string;
  /** True once the agent wants it below what the box holds already. */
  readonly append: boolean;
}

/**
 * `holds-text` means that the box held words of the agent and nothing was written; `other-page` that the ticket is open,
 * and its reply box stands on the page of `replyAddress`.
 */
export interface ReplyReceipt {
  readonly written: 'inserted' | 'holds-text' | 'other-page';
  /**
   * Who will read it, as the box is set, which stays as it is: the customer, colleagues alone, or whoever may see the
   * page; null where it does not say.
   */
  readonly visibility: 'public' | 'internal' | 'everyone' | null;
}

/** What a reader needs to talk to its desk, from any page of it or from the background worker. */
export interface Desk {
  /** The desk's base address, ending in `/`. */
  readonly url: URL;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  /** Whichever page of the desk is open, for tokens that stand there; absent in the background worker. */
  readonly document?: Document;
}

/** Who the ticket is, when the address told it and the page itself cannot. */
export interface TicketIdentity {
  readonly desk: string;
  readonly deskKey: string;
  readonly ticketId: string;
}

/** The parts of a ticket by which reader health is told. */
export const TICKET_PARTS = [
  'subject',
  'number',
  'status',
  'priority',
  'type',
  'tags',
  'requester',
  'organization',
  'assignee',
  'created',
  'updated',
  'custom fields',
  'conversation',
  'attachments',
  'linked tickets',
] as const;
export type TicketPart = (typeof TICKET_PARTS)[number];

/** What panel and background know of a help desk. It touches no page and carries no reading code. */
export interface HelpDesk {
  /** Stable, lower-case, part of the desk key. */
  readonly id: string;
  /** The page script that reads it, `/read-<script>.js`. The desk's own id, or `page` for the generic reader. */
  readonly script: string;
  /** As people know the product. */
  readonly name: string;
  /** Patterns tested against `href`: which addresses may be tickets of this desk. Empty for the generic reader. */
  readonly matches: readonly RegExp[];
  /** The ticket id and desk base path this address names, or null when it is not a ticket of this desk. Touches no page. */
  locate(url: URL): { readonly ticketId: string; readonly basePath: string } | null;
  /** Match patterns of the hosts it lives on, `https://*.product.example/*`. Empty where every team has its own host. */
  readonly hosts: readonly string[];
  /** Which parts come from the desk's API; all others are read from the page. */
  readonly fromApi: 'all' | readonly TicketPart[];
  /** True when its reader has `addNote`. */
  readonly writesNotes: boolean;
  /** True when its reader has `findSimilar`. */
  readonly findsSimilar: boolean;
  /** True when its reader has `findArticles`. */
  readonly findsArticles: boolean;
  /** Present when its reader has `insertReply`. */
  readonly insertsReplies?: true;
  /** The page with a ticket's reply box, where it is not the ticket's own page. `desk` is the address in the desk key. */
  readonly replyAddress?: (desk: string, ticketId: string) => string;
}

export type AddNote = (note: NewNote, desk: Desk) => Promise<Result<NoteReceipt, ReadError>>;

/** Reads one kind of help desk, in a page of it. Every answer and every page is hostile until parsed. */
export interface TicketReader extends HelpDesk {
  /**
   * Null means: not my page. Errors say why a page that is mine could not be read. Throws only for bugs. `identity` is
   * given to the generic reader alone, when the address names a ticket of a product it reads for.
   */
  read(page: Page, identity?: TicketIdentity): Promise<Result<Ticket, ReadError> | null>;
  /** The page as people see it, as inert HTML: what the script of the generic reader gives instead of a ticket. */
  readonly snapshot?: (page: Document) => string;
  /** Writes one internal note, never a public reply. Idempotent by marker. Absent where the desk offers no safe way. */
  readonly addNote?: AddNote;
  /**
   * Puts a text into the reply box of the ticket that is open on the page, for the agent to read, change and send. The
   * one place where Baton touches a page: it submits nothing, switches nothing between public and internal, overwrites
   * nothing, and writes into no box but that of `ticketId`. `not-found` when another ticket is in front by now.
   */
  readonly insertReply?: (reply: NewReply, page: Page) => Result<ReplyReceipt, ReadError>;
  /**
   * Open tickets of the same desk about the same thing, most likely first, at most 50, by the desk's own search with
   * the agent's session. Never the ticket itself, never closed ones.
   */
  readonly findSimilar?: (query: SimilarQuery, desk: Desk) => Promise<Result<SimilarTicket[], ReadError>>;
  /** Published help-center articles that match the words, best first, at most 20. */
  readonly findArticles?: (
    words: readonly string[],
    desk: Desk,
  ) => Promise<Result<FoundArticle[], ReadError>>;
}

/** One line of the registry. */
export interface RegisteredDesk extends HelpDesk {
  /** Present when `addNote` also works from the background worker with the origin permission (cookie, no CSRF check). */
  readonly loadAddNote?: () => Promise<{ readonly addNote: AddNote }>;
}
