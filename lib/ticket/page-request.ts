import type { FoundArticle, SimilarQuery, SimilarTicket } from './similar';
import type { Ticket } from './ticket';
import type { NewNote, NewReply, NoteReceipt, ReadError, ReplyReceipt } from './ticket-reader';

/** Reader and page script of one desk: several may live on one page, each answers only what names it. */
interface Addressed {
  readonly to: 'baton-page';
  readonly reader: string;
}

/** What the panel and the background may ask of a page script. Plain objects, one answer each. */
export type PageRequest = Addressed &
  (
    | { readonly type: 'read' }
    /** The page as people see it, for the generic reader; answered by the script `page` alone. */
    | { readonly type: 'snapshot' }
    | { readonly type: 'selection' }
    | { readonly type: 'attachment'; readonly url: string; readonly maxBytes: number }
    | { readonly type: 'note'; readonly deskKey: string; readonly note: NewNote }
    | { readonly type: 'reply'; readonly deskKey: string; readonly reply: NewReply }
    | { readonly type: 'similar'; readonly deskKey: string; readonly query: SimilarQuery }
    | { readonly type: 'articles'; readonly deskKey: string; readonly words: readonly string[] }
  );

interface Answers {
  /** Null: not a page of this reader's desk. */
  read: { ticket: Ticket | null };
  snapshot: { html: string; selection: string };
  selection: { text: string };
  attachment: { base64: string; type: string };
  note: { receipt: NoteReceipt };
  reply: { receipt: ReplyReceipt };
  similar: { tickets: SimilarTicket[] };
  articles: { articles: FoundArticle[] };
}

/** `broken` says that the reader failed by a bug, so that another may try. */
export type PageAnswer<T extends PageRequest['type']> =
  | ({ readonly ok: true } & Readonly<Answers[T]>)
  | { readonly ok: false; readonly error: ReadError; readonly broken?: true };

const MAX_TEXT = 100_000;
const MAX_URL = 4_000;
const MAX_FILE = 100_000_000;

type Foreign = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Foreign => typeof value === 'object' && value !== null;
const isText = (value: unknown, max = MAX_TEXT): value is string =>
  typeof value === 'string' && value.length <= max;

const isAboutTicket = (value: unknown): value is Foreign & { readonly ticketId: string } =>
  isObject(value) && isText(value.ticketId);

function parseNote(note: unknown): NewNote | null {
  if (!isAboutTicket(note) || !isObject(note.link)) return null;
  const { ticketId, text, marker } = note;
  const { title, url } = note.link;
  if (!isText(text) || !isText(marker) || marker.length < 8) return null;
  return isText(title) && isText(url, MAX_URL) ? { ticketId, text, link: { title, url }, marker } : null;
}

const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.length <= 50 && value.every((word) => isText(word, 200));

/** Written out by hand: a schema library would outweigh it in every page script. Null for anything unheard-of. */
export function parsePageRequest(message: unknown): PageRequest | null {
  if (!isObject(message) || message.to !== 'baton-page' || !isText(message.reader)) return null;
  const addressed: Addressed = { to: message.to, reader: message.reader };
  const { type, url, maxBytes, deskKey } = message;
  switch (type) {
    case 'read':
    case 'snapshot':
    case 'selection':
      return { ...addressed, type };
    case 'similar': {
      const { query } = message;
      return isAboutTicket(query) && isWords(query.words) && isText(deskKey)
        ? { ...addressed, type, deskKey, query: query as unknown as SimilarQuery }
        : null;
    }
    case 'reply': {
      const { reply } = message;
      return isAboutTicket(reply) && isText(reply.text) && isText(deskKey)
        ? { ...addressed, type, deskKey, reply: reply as unknown as NewReply }
        : null;
    }
    case 'articles':
      return isText(deskKey) && isWords(message.words)
        ? { ...addressed, type, deskKey, words: message.words }
        : null;
    case 'attachment': {
      const isSize = typeof maxBytes === 'number' && maxBytes >= 0 && maxBytes <= MAX_FILE;
      return isText(url, MAX_URL) && isSize ? { ...addressed, type, url, maxBytes } : null;
    }
    case 'note': {
      const note = parseNote(message.note);
      return note && isText(deskKey) ? { ...addressed, type, deskKey, note } : null;
    }
    default:
      return null;
  }
}
