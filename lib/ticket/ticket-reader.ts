import type { Result } from '@/lib/std/result';
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

/** What a reader needs to write a note: no document, so that it may also run in the background worker. */
export interface NoteDesk {
  readonly url: URL;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
}

/** What panel and background know of a help desk. It touches no page and carries no reading code. */
export interface HelpDesk {
  /** Stable, lower-case, part of the desk key. The script that reads its pages is `/read-<id>.js`. */
  readonly id: string;
  /** As people know the product. */
  readonly name: string;
  /** Patterns tested against `href`: which addresses may be tickets of this desk. Empty for the generic reader. */
  readonly matches: readonly RegExp[];
  /** The ticket id and desk base path this address names, or null when it is not a ticket of this desk. Touches no page. */
  locate(url: URL): { readonly ticketId: string; readonly basePath: string } | null;
  /** True when its reader has `addNote`. */
  readonly writesNotes: boolean;
}

export type AddNote = (note: NewNote, desk: NoteDesk) => Promise<Result<NoteReceipt, ReadError>>;

/** Reads one kind of help desk, in a page of it. Every answer and every page is hostile until parsed. */
export interface TicketReader extends HelpDesk {
  /** Null means: not my page. Errors say why a page that is mine could not be read. Throws only for bugs. */
  read(page: Page): Promise<Result<Ticket, ReadError> | null>;
  /** Writes one internal note, never a public reply. Idempotent by marker. Absent where the desk offers no safe way. */
  readonly addNote?: AddNote;
}

/** One line of the registry. */
export interface RegisteredDesk extends HelpDesk {
  /** Present when `addNote` also works from the background worker with the origin permission (cookie, no CSRF check). */
  readonly loadAddNote?: () => Promise<{ readonly addNote: AddNote }>;
}
