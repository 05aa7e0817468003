/**
 * Any page: for help desks that have no reader of their own or are known by address alone, forums, mailing lists and
 * mail in the browser. Nothing is fetched; it reads a snapshot of the page as it shows (`page-snapshot.ts`), or a page
 * that was saved. Told by structure, not by site:
 * - times: marked for machines, in titles, or as text in common forms and languages (`stamps.ts`, `dates.ts`);
 * - posts: parts alike around times that look alike, weighed by text, author and shape (`conversation.ts`, `post.ts`);
 *   what a ticket is about where that stands above the conversation (`thread.ts`); schema.org data where it says more;
 * - the rest: pairs of a known label and a value (`labels.ts`), the heading that repeats the window's title.
 * Verified by the saved pages in `fixtures/saved`, written after the structure of some sixty products, and by hostile
 * pages; not with live accounts. Who is an agent and what is internal is told from the page's own words; what it does
 * not say is listed in `unread`.
 */
import { err, ok, type Result } from '@/lib/std/result';
import { NOT_FOUND, toLine, toText } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { attribute, htmlToText, nodeToText, selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import type { Message, Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketIdentity, TicketReader } from '@/lib/ticket/ticket-reader';
import { findNumber, toPageUrl } from './address';
import { findAttachments } from './attachments';
import { emailIn, findEmail, personIn } from './authors';
import { toMoment } from './dates';
import { anyPageDesk } from './desk';
import { lineOf } from './elements';
import { type Field, momentOf } from './labels';
import { type Told, tellPosts } from './roles';
import { findStamps } from './stamps';
import { readStructuredPosts, type StructuredPost } from './structured-data';
import { findSubject } from './subject';
import { findThread, rootsOf } from './thread';

/** A message before it is told who speaks. */
interface Post extends Told {
  readonly name: string;
  readonly email: string;
  readonly at: number | null;
  readonly text: string;
  readonly folded: string;
}

const UNTOLD = { internal: false, role: null, name: '', email: '', at: null, text: '', folded: '' };

/** What the page says of itself in schema.org words. */
const fromStructured = (posts: readonly StructuredPost[], dayFirst: boolean): Post[] =>
  posts
    .filter((post) => post.text.trim() !== '')
    .map(({ text, author, email, at }) => {
      const plain = /<[a-z][^>]*>/i.test(text) ? htmlToText(text) : { text: text.trim(), folded: '' };
      return { ...UNTOLD, ...plain, name: toLine(author), email: emailIn(email), at: toMoment(at, dayFirst) };
    });

/** Oldest first. Times decide where every post has one; else a page that shows the newest first is turned round. */
function inOrder(posts: readonly Post[]): Post[] {
  const times = posts.flatMap(({ at }) => at ?? []);
  if (times.length === posts.length) return posts.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return (times[0] ?? 0) > (times.at(-1) ?? 0) ? posts.toReversed() : [...posts];
}

async function read(
  { document: source, url, selection }: Page,
  identity?: TicketIdentity,
): Promise<Result<Ticket, ReadError> | null> {
  const place = anyPageDesk.locate(url);
  if (!place) return null;
  const base = toPageUrl(url).href;
  const page = source.documentElement;
  const body = selectAll(source, 'body')[0] ?? page;
  // In English a page tells whether it writes the month first; in other languages the day comes first.
  const dayFirst = /^(?!en($|-us))\w/i.test(attribute(page, 'lang'));
  const stamps = findStamps(body, dayFirst);
  const roots = rootsOf(body, stamps, identity?.ticketId);
  const root = roots[0] ?? body;
  const { opening, blocks, labelled } = findThread(body, roots, stamps, base, dayFirst);
  const value = (field: Field): string => toLine(labelled.get(field)?.value);
  const structured = readStructuredPosts(source);
  let posts: Post[] = inOrder(tellPosts(blocks));
  if (opening) posts.unshift({ ...UNTOLD, ...opening });
  const said = fromStructured(structured, dayFirst);
  if (said.length > posts.length || (said.length === posts.length && posts.some(({ name }) => !name)))
    posts = said;
  if (!posts.length) {
    const whole = nodeToText(root, { base, skip: new Set(selectAll(root, 'nav,[role=navigation],h1')) });
    if (whole.text) posts = [{ ...UNTOLD, ...whole }];
  }

  const title = toLine(selectAll(page, 'title')[0]?.textContent);
  const stated = toLine(structured.find((post) => post.subject)?.subject);
  const headings = [stated, title, ...selectAll(body, 'h1').slice(0, 5).map(lineOf)];
  const number = /^#?\s?(([A-Z]+-)?\d+)$/i.exec(value('number'))?.[1] ?? findNumber(headings, url);
  const subject =
    stated ||
    findSubject(
      page,
      title,
      number,
      value('subject'),
      blocks.map(({ element }) => element),
    );
  if (!posts.length && !subject && !selection.trim()) {
    return err({
      kind: 'half-loaded',
      detail: 'The page shows no text yet. Wait until it is loaded, or select text on it.',
    });
  }

  const unread: Ticket['unread'] = [];
  const first = posts.find(({ internal }) => !internal);
  const asked = personIn(value('requester'), dayFirst);
  const name = asked.name || toLine(first?.name);
  const email =
    asked.email ||
    posts.find((post) => post.name === name && post.email)?.email ||
    emailIn(value('email')) ||
    findEmail(body, name);
  const requester = { id: email || name, name: name || email, email };

  // The requester is the customer; whoever else writes in a ticket helps, unless the page says otherwise.
  const toMessage = ({ internal, role, at, ...post }: Post, id: string | number): Message => {
    const isOther = requester.id && post.name && post.name !== name && (!email || post.email !== email);
    const { text, cut } = toText(post.text);
    if (cut) unread.push({ field: `message ${id}`, reason: 'very long: the end was left out' });
    return {
      id: String(id),
      author: toLine(post.name),
      role: isOther ? (role ?? 'agent') : internal ? 'agent' : 'customer',
      visibility: internal ? 'internal' : 'public',
      at,
      text,
      folded: toText(post.folded).text,
    };
  };
  const messages = posts.slice(0, LIMITS.messages - 1).map((post, index) => toMessage(post, index + 1));
  if (selection.trim()) messages.unshift(toMessage({ ...UNTOLD, text: selection }, 'selection'));
  const createdAt = momentOf(labelled.get('created'), stamps, dayFirst) ?? asked.at ?? first?.at ?? null;
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
    desk: anyPageDesk.id,
    deskKey: toDeskKey(anyPageDesk.id, url.origin),
    ticketId: place.ticketId,
    ...identity,
    number,
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
    attachments: findAttachments(root, url.href),
    linked: [],
    unread: unread.slice(0, LIMITS.list),
  });
}

export const anyPage: TicketReader = { ...anyPageDesk, read };
