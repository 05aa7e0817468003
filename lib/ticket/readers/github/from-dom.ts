import { toLine } from '@/lib/ticket/bounds';
import { attribute, nodeToText, selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import type { IssuePage, Post } from './post';
import { SELECTORS } from './selectors';

const textOf = (element: Element | undefined): string => (element ? toLine(nodeToText(element).text) : '');

function toPost(box: Element, id: string): Post {
  const first = (selector: string) => selectAll(box, selector)[0];
  const author = first(SELECTORS.author);
  const time = first(SELECTORS.time);
  // An avatar has no text: its link ends in the name.
  const login = /\/([\w-]+)(?:\[bot\])?\/?$/.exec(author ? attribute(author, 'href') : '')?.[1] ?? '';
  return {
    id,
    author: login || textOf(author),
    html: first(SELECTORS.body)?.outerHTML ?? '',
    at: time ? attribute(time, 'datetime') : '',
    association: textOf(first(SELECTORS.badge)),
    isBot: /\/apps\//.test(author ? attribute(author, 'href') : ''),
  };
}

function idOf(box: Element, index: number): string {
  const link = selectAll(box, SELECTORS.permalink)[0];
  const mark = `${attribute(box, 'id')} ${link ? attribute(link, 'href') : ''}`;
  return /issuecomment-(\d+)/.exec(mark)?.[1] ?? `comment ${index + 1}`;
}

/** What the page shows, if it shows the issue of this address: while the application walks on, it is still the last one. */
export function fromDom(
  page: Document,
  { ticketId, path }: { ticketId: string; path: string },
): IssuePage | null {
  const first = (selector: string) => selectAll(page, selector)[0];
  const title = first(SELECTORS.title);
  const opening = first(SELECTORS.opening);
  const self = first(SELECTORS.self);
  const isSelf = !self || attribute(self, 'href').toLowerCase().includes(`${path.toLowerCase()}#`);
  if (!title || !opening || !isSelf || textOf(first(SELECTORS.number)) !== `#${ticketId}`) return null;
  const all = (selector: string) => selectAll(page, selector).slice(0, LIMITS.list);
  return {
    title: textOf(title),
    state: textOf(first(SELECTORS.state)).toLowerCase(),
    labels: all(SELECTORS.labels).map((label) => attribute(label, 'data-name') || textOf(label)),
    assignees: all(SELECTORS.assignees).map(textOf),
    posts: [
      toPost(opening, 'description'),
      ...selectAll(page, SELECTORS.comments)
        .slice(0, LIMITS.messages)
        .map((box, index) => toPost(box, idOf(box, index))),
    ],
    hidesMore: first(SELECTORS.more) !== undefined,
  };
}
