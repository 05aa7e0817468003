/**
 * Any page: for help desks that have no reader of their own, forums and mail in the browser. Nothing is fetched.
 * Reads, in this order: the agent's selection; JSON-LD and microdata of schema.org (QAPage, Question,
 * DiscussionForumPosting, EmailMessage, Comment, Answer); repeated siblings with author and time; main or article
 * text; Open Graph (ogp.me), `<h1>` and title for the subject.
 * Verified by fixtures written after schema.org/QAPage and a plain server-rendered desk, and by hostile pages.
 * Who is an agent and what is internal is guessed from class names only; what cannot be known is listed in `unread`.
 */
import { err, ok, type Result } from '@/lib/std/result';
import { cleanLine, toHttpUrl } from '@/lib/std/text';
import { NOT_FOUND, toInstant, toLine } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { attribute, nodeToText, selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import { toOrganization } from '@/lib/ticket/organization';
import type { Attachment, Message, Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketIdentity, TicketReader } from '@/lib/ticket/ticket-reader';
import { findNumber, toPageUrl } from './address';
import { mainOf, readConversation } from './conversation';
import { anyPageDesk } from './desk';
import { readStructuredPosts, type StructuredPost } from './structured-data';

interface Post {
  readonly author: string;
  readonly at: string;
  readonly text: string;
  readonly isHtml?: boolean;
  readonly internal?: boolean;
  readonly agent?: boolean;
}

const meta = (page: Document, name: string): string => {
  const element = selectAll(page, `meta[property="${name}"], meta[name="${name}"]`)[0];
  return element ? toLine(attribute(element, 'content')) : '';
};

function findSubject(page: Document, main: Element | null, posts: readonly StructuredPost[]): string {
  const headings = [...(main ? selectAll(main, 'h1') : []), ...selectAll(page, 'h1')];
  const heading = headings.map((element) => toLine(nodeToText(element).text)).find(Boolean);
  const title = selectAll(page, 'head > title')[0]?.textContent;
  return (
    toLine(posts.find((post) => post.subject)?.subject) || heading || meta(page, 'og:title') || toLine(title)
  );
}

function findPosts(page: Page, main: Element | null, structured: readonly StructuredPost[]): readonly Post[] {
  const withText = structured.filter((post) => post.text.trim() !== '');
  if (withText.length > 0)
    return withText.map((post) => ({ ...post, isHtml: /<[a-z][^>]*>/i.test(post.text) }));
  if (!main) return [];
  const base = toPageUrl(page.url).href;
  const thread = readConversation(main, base, LIMITS.messages);
  if (thread.length > 0) return thread;
  const skip = new Set<Node>(selectAll(main, 'nav, [role="navigation"], h1'));
  const { text } = nodeToText(main, { base, skip });
  return text ? [{ author: '', at: '', text }] : [];
}

/** The first to write is taken for the customer; others only when their class names say that they are agents. */
function toMessages(posts: readonly Post[], selection: string, unread: Ticket['unread']): Message[] {
  const customer = posts[0]?.author ?? '';
  const messages = posts.slice(0, LIMITS.messages - 1).map((post, index) => {
    const isOther = post.author !== '' && customer !== '' && post.author !== customer;
    return toMessage(
      {
        id: String(index + 1),
        author: post.author,
        role: post.agent || (isOther && post.internal) ? 'agent' : 'customer',
        visibility: post.internal ? 'internal' : 'public',
        at: toInstant(post.at),
        body: post.text,
        isHtml: post.isHtml ?? false,
      },
      unread,
    );
  });
  if (!selection.trim()) return messages;
  const facts = { id: 'selection', author: '', role: 'customer', visibility: 'public', at: null } as const;
  return [toMessage({ ...facts, body: selection, isHtml: false }, unread), ...messages];
}

function findAttachments(main: Element | null, base: string): Attachment[] {
  return (main ? selectAll(main, 'a[download][href]') : []).slice(0, LIMITS.list).flatMap((link, index) => {
    const url = toHttpUrl(attribute(link, 'href'), base);
    const name = toLine(attribute(link, 'download')) || toLine(link.textContent) || `file ${index + 1}`;
    return url && url.href.length <= 4_000
      ? [{ id: String(index + 1), name, type: '', size: null, url: url.href }]
      : [];
  });
}

async function read(page: Page, identity?: TicketIdentity): Promise<Result<Ticket, ReadError> | null> {
  const { document: source } = page;
  const place = anyPageDesk.locate(page.url);
  if (!place) return null;
  const main = mainOf(source);
  const structured = readStructuredPosts(source);
  const subject = findSubject(source, main, structured);
  const posts = findPosts(page, main, structured);
  if (posts.length === 0 && !subject && !page.selection.trim()) {
    return err({
      kind: 'half-loaded',
      detail: 'The page shows no text yet. Wait until it is loaded, or select text on it.',
    });
  }

  const unread: Ticket['unread'] = [];
  const messages = toMessages(posts, page.selection, unread);
  const mailto = main ? selectAll(main, 'a[href^="mailto:" i]')[0] : undefined;
  const first = structured[0];
  const address = first?.email || (mailto ? attribute(mailto, 'href').slice(7).split('?')[0] : '') || '';
  const email = /^[^\s@]+@[^\s@]+$/.test(cleanLine(address)) ? toLine(address) : '';
  const name = toLine(first?.author) || toLine(posts[0]?.author);
  const requester = { id: email || name, name: name || email, email };
  const number = findNumber([subject, toLine(selectAll(source, 'head > title')[0]?.textContent)], page.url);
  const createdAt =
    toInstant(first?.at) ?? toInstant(posts[0]?.at) ?? toInstant(meta(source, 'article:published_time'));
  const missing = {
    subject,
    number,
    requester: requester.id,
    'created at': createdAt,
    messages: messages.length,
  };
  for (const [field, value] of Object.entries(missing)) if (!value) unread.push({ field, reason: NOT_FOUND });
  // No page says these in a way that can be trusted.
  for (const field of ['status', 'priority', 'assignee']) unread.push({ field, reason: NOT_FOUND });

  return ok({
    desk: identity?.desk ?? anyPageDesk.id,
    deskKey: identity?.deskKey ?? toDeskKey(anyPageDesk.id, page.url.origin),
    ticketId: identity?.ticketId ?? place.ticketId,
    number,
    url: toPageUrl(page.url).href.slice(0, 4_000),
    subject,
    status: '',
    priority: '',
    type: '',
    tags: [],
    requester,
    organization: toOrganization({ requester }),
    assignee: '',
    createdAt,
    updatedAt: toInstant(meta(source, 'article:modified_time')),
    customFields: [],
    messages,
    attachments: findAttachments(main, page.url.href),
    linked: [],
    unread: unread.slice(0, LIMITS.list),
  });
}

export const anyPage: TicketReader = { ...anyPageDesk, read };
