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
import { toOrganization } from '@/lib/ticket/organization';
import { loggedOut } from '@/lib/ticket/read-errors';
import type { Message, Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketIdentity, TicketReader } from '@/lib/ticket/ticket-reader';
import { findNumber, toNumber } from './address';
import { findAttachments } from './attachments';
import { emailIn, findEmail, personIn } from './authors';
import { toMoment } from './dates';
import { anyPageDesk } from './desk';
import { AROUND, closest, holds, isVisible, lineOf, ownText, partsOf } from './elements';
import { isEvent } from './event-words';
import type { Field } from './label-words';
import { momentOf } from './labels';
import { isLogin } from './login';
import { toPageUrl } from './page-id';
import { matcherOf } from './people';
import { type Told, tellPosts } from './roles';
import { findStamps } from './stamps';
import { readStructuredPosts, type StructuredPost } from './structured-data';
import { findSubject } from './subject';
import { withoutReply } from './subject-words';
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

/** "Lee, Ann": the comma parts no two people. */
const lastFirst = (value: string): { readonly name: string } | null => {
  const plain = value.replace(/\s*[<(].*$/, '');
  return /^\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}'’.-]*( \p{Lu}[\p{L}'’.-]*)?$/u.test(plain)
    ? { name: plain }
    : null;
};

/** Who asks: the first who wrote, unless the page calls that one an agent, or the address is one of the desk's own. */
function firstCustomer(posts: readonly Post[], url: URL): Post | undefined {
  const open = posts.filter(({ internal }) => !internal);
  const site = url.hostname.split('.').slice(-2).join('.');
  const isDesk = ({ role, email }: Post) =>
    role === 'agent' || (role === null && email.toLowerCase().endsWith(`@${site}`));
  const told = open.find(({ role }) => role === 'customer');
  if (open[0] && isDesk(open[0])) return told ?? open.find((post) => post.name && !isDesk(post)) ?? open[0];
  return open[0];
}

const MAX_LINE = 80;

/** The short lines of the page outside of the conversation that hold digits. */
const linesOf = (body: Element, posts: readonly Element[]): string[] =>
  partsOf(body, 5_000)
    .map((it) => [it, ownText(it)] as const)
    .filter(
      ([it, line]) => line.length <= MAX_LINE && /\d/.test(line) && !posts.some((post) => holds(post, it)),
    )
    .filter(([it]) => !closest(it, AROUND) && isVisible(it))
    .map(([, line]) => line);

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
  if (!posts.length && !selection.trim() && isLogin(body)) return loggedOut();
  if (!posts.length) {
    const whole = nodeToText(root, { base, skip: new Set(selectAll(root, 'nav,[role=navigation],h1')) });
    if (whole.text) posts = [{ ...UNTOLD, ...whole }];
  }

  const title = toLine(selectAll(page, 'title')[0]?.textContent);
  const stated = toLine(structured.find((post) => post.subject)?.subject);
  const headings = [stated, title, ...selectAll(body, 'h1').slice(0, 5).map(lineOf)];
  const elements = blocks.map(({ element }) => element);
  // One or two digits under "No." may count the rows of a table.
  const labelledNumber = toNumber(value('number'));
  const number =
    (labelledNumber.length > 2 && labelledNumber) ||
    findNumber(headings, url, linesOf(body, elements)) ||
    (labelledNumber.length > 1 ? labelledNumber : '');
  const called = stated || findSubject(page, title, number, value('subject'), elements);
  const subject = posts.length > 1 ? withoutReply(called) : called;
  if (!posts.length && !subject && !selection.trim()) {
    return err({
      kind: 'half-loaded',
      detail: 'The page shows no text yet. Wait until it is loaded, or select text on it.',
    });
  }

  const unread: Ticket['unread'] = [];
  const asked = { ...personIn(value('requester'), dayFirst), ...lastFirst(value('requester')) };
  const first = firstCustomer(posts, url);
  const name = asked.name || toLine(first?.name);
  const same = matcherOf({ name, email: asked.email }, posts);
  const email =
    asked.email ||
    posts.find((post) => same(post) && post.email)?.email ||
    emailIn(value('email')) ||
    findEmail(body, name);
  const requester = { id: email || name, name: name || email, email };

  const isRequester = matcherOf(requester, posts);
  // What a desk tells of changes is no message; of the customer's own words nothing is dropped.
  posts = posts.filter((post) => isRequester(post) || !isEvent(post.text));
  // The requester is the customer; whoever else writes in a ticket helps, unless the page says otherwise.
  const toMessage = ({ internal, role, at, ...post }: Post, id: string | number): Message => {
    const isAgent = role === 'agent' && toLine(post.name) !== name;
    const isOther = isAgent || (post.name && requester.id && !isRequester(post));
    const { text, cut } = toText(post.text);
    if (cut) unread.push({ field: `message ${id}`, reason: 'very long: the end was left out' });
    return {
      id: String(id),
      author: toLine(post.name),
      role: internal ? 'agent' : isOther ? (role ?? 'agent') : 'customer',
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
    organization: toOrganization({ id: value('organization'), name: value('organization') }),
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
