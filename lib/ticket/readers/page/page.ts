/**
 * Any page: for help desks that have no reader of their own, forums and mail in the browser. Nothing is fetched.
 * Reads, in this order: the agent's selection; JSON-LD and microdata of schema.org (QAPage, Question,
 * DiscussionForumPosting, EmailMessage, Comment, Answer); repeated siblings with author and time; main or article
 * text; Open Graph (ogp.me), `<h1>` and title for the subject.
 * Verified by fixtures written after schema.org/QAPage and a plain server-rendered desk, and by hostile pages.
 * Who is an agent and what is internal is guessed from class names only; what cannot be known is listed in `unread`.
 */
import { err, ok, type Result } from '@/lib/std/result';
import { NOT_FOUND, toInstant, toLine, toText } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { attribute, htmlToText, nodeToText, selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import { foldQuotes } from '@/lib/ticket/quotes';
import type { Message, Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketIdentity, TicketReader } from '@/lib/ticket/ticket-reader';
import { findNumber, toPageUrl } from './address';
import { findAttachments } from './attachments';
import { emailIn, personIn } from './authors';
import { anyPageDesk } from './desk';
import { type Field, findLabelled } from './labels';
import { type Told, tellPosts } from './roles';
import { findStamps, isDayFirst } from './stamps';
import { readStructuredPosts, type StructuredPost } from './structured-data';
import { findSubject } from './subject';
import { findEmail, findThread, momentOf, rootsOf } from './thread';

/** A message before it is told who speaks. */
interface Post extends Told {
  readonly name: string;
  readonly email: string;
  readonly at: number | null;
  readonly text: string;
  readonly folded: string;
}

const UNTOLD: Told = { internal: false, role: null };

const fromStructured = (posts: readonly StructuredPost[]): Post[] =>
  posts
    .filter((post) => post.text.trim())
    .map(({ text, author, email, at }) => {
      const plain = /<[a-z][^>]*>/i.test(text) ? htmlToText(text) : { text, folded: '' };
      return { ...UNTOLD, ...plain, name: toLine(author), email, at: toInstant(at) };
    });

/** The whole page as one text, where no conversation can be told from it. */
function fromText(root: Element, base: string): Post[] {
  const { text, folded } = nodeToText(root, {
    base,
    skip: new Set(selectAll(root, 'nav,[role=navigation],h1')),
  });
  return text ? [{ ...UNTOLD, name: '', email: '', at: null, text, folded }] : [];
}

/** Oldest first. Times decide where every post has one; else a page that shows the newest first is turned round. */
function inOrder(posts: readonly Post[]): Post[] {
  const times = posts.flatMap(({ at }) => at ?? []);
  if (times.length === posts.length) return posts.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return (times[0] ?? 0) > (times.at(-1) ?? 0) ? posts.toReversed() : [...posts];
}

/** The requester is the customer; of the others the page's own words decide. */
function toMessages(
  posts: readonly Post[],
  { id, name, email }: Ticket['requester'],
  unread: Ticket['unread'],
): Message[] {
  const isDesk = posts.some((post) => post.role ?? post.internal);
  return posts.slice(0, LIMITS.messages - 1).map((post, index) => {
    const isOther = id && post.name && post.name !== name && (!email || post.email !== email);
    const split = foldQuotes(post.text, post.folded !== '');
    const message = toMessage(
      {
        id: String(index + 1),
        author: post.name,
        role: isOther ? (post.role ?? (isDesk ? 'agent' : 'customer')) : post.internal ? 'agent' : 'customer',
        visibility: post.internal ? 'internal' : 'public',
        at: post.at,
        body: split.text || post.folded,
        isHtml: false,
      },
      unread,
    );
    const folded = [split.folded, message.folded, split.text && post.folded].filter(Boolean);
    return { ...message, folded: toText(folded.join('\n\n')).text };
  });
}

async function read(
  { document: source, url, selection }: Page,
  identity?: TicketIdentity,
): Promise<Result<Ticket, ReadError> | null> {
  const place = anyPageDesk.locate(url);
  if (!place) return null;
  const base = toPageUrl(url).href;
  const body = selectAll(source, 'body')[0] ?? source.documentElement;
  const dayFirst = isDayFirst(source);
  const stamps = findStamps(body, dayFirst);
  const roots = rootsOf(body, stamps, identity?.ticketId);
  const { opening, blocks, labelled } = findThread(body, roots, stamps, base, dayFirst);
  const value = (field: Field): string => toLine(labelled.get(field)?.value);
  const structured = readStructuredPosts(source);
  let posts: Post[] = inOrder(tellPosts(blocks));
  if (opening) posts.unshift({ ...opening, ...UNTOLD });
  const said = fromStructured(structured);
  if (said.length >= posts.length && said.length > 0) posts = said;
  if (posts.length === 0) posts = fromText(roots[0] ?? body, base);

  const title = toLine(selectAll(source, 'head > title')[0]?.textContent);
  const number = /^#?\s?((?:[A-Z]+-)?\d+)$/i.exec(value('number'))?.[1] ?? findNumber([title], url);
  const subject =
    toLine(structured.find((post) => post.subject)?.subject) || findSubject(source, number, value('subject'));
  if (posts.length === 0 && !subject && !selection.trim()) {
    return err({
      kind: 'half-loaded',
      detail: 'The page shows no text yet. Wait until it is loaded, or select text on it.',
    });
  }

  const unread: Ticket['unread'] = [];
  const first = posts.find(({ internal }) => !internal);
  const asked = personIn(value('requester'), dayFirst);
  const name = asked.name || toLine(first?.name);
  const email = toLine(
    asked.email ||
      posts.find((post) => post.name === name && post.email)?.email ||
      emailIn(value('email')) ||
      findEmail(body, name),
  );
  const requester = { id: email || name, name: name || email, email };
  const messages = toMessages(posts, requester, unread);
  if (selection.trim())
    messages.unshift(
      toMessage(
        {
          id: 'selection',
          author: '',
          role: 'customer',
          visibility: 'public',
          at: null,
          body: selection,
          isHtml: false,
        },
        unread,
      ),
    );
  const published = selectAll(source, 'meta[property="article:published_time"]')[0];
  const createdAt =
    momentOf(labelled.get('created'), stamps, dayFirst) ??
    asked.at ??
    first?.at ??
    (published ? toInstant(attribute(published, 'content')) : null);
  const fields = { status: value('status'), priority: value('priority'), assignee: value('assignee') };
  const known = {
    subject,
    number,
    requester: requester.id,
    'created at': createdAt,
    messages: messages.length,
    ...fields,
  };
  for (const [field, it] of Object.entries(known)) if (!it) unread.push({ field, reason: NOT_FOUND });

  return ok({
    desk: identity?.desk ?? anyPageDesk.id,
    deskKey: identity?.deskKey ?? toDeskKey(anyPageDesk.id, url.origin),
    ticketId: identity?.ticketId ?? place.ticketId,
    number: number || (identity?.ticketId ?? ''),
    url: base.slice(0, 4_000),
    subject,
    ...fields,
    type: '',
    tags: [],
    requester,
    organization: null,
    createdAt,
    updatedAt: null,
    customFields: [],
    messages,
    attachments: findAttachments(roots[0] ?? body, url.href),
    linked: [],
    unread: unread.slice(0, LIMITS.list),
  });
}

export const anyPage: TicketReader = { ...anyPageDesk, read };
