import { attribute, nodeToText, selectAll } from '@/lib/ticket/dom';

export interface PagePost {
  readonly author: string;
  readonly at: string;
  readonly text: string;
  readonly internal: boolean;
  readonly agent: boolean;
}

const TIMES = 'time[datetime], [data-timestamp], relative-time[datetime]';
const AUTHORS =
  '[rel~="author"], [itemprop="author"], [class*="author" i], [class*="sender" i], [class*="user-name" i], [class*="username" i], cite, header b, header strong, a[href^="mailto:"]';
const MAX_TIMES = 3_000;
const MAX_CLIMB = 8;

/** The part that holds the conversation; the document's body when nothing is marked. */
export function mainOf(page: Document): Element | null {
  const marked =
    selectAll(page, 'main, [role="main"]')[0] ??
    (selectAll(page, 'article').length === 1 ? selectAll(page, 'article')[0] : undefined);
  return marked ?? selectAll(page, 'body')[0] ?? null;
}

/** Siblings of one kind of which each holds a time: the shape that threads have on nearly every site. */
function findBlocks(root: Element): Element[] {
  const groups = new Map<Element, Set<Element>>();
  for (const time of selectAll(root, TIMES).slice(0, MAX_TIMES)) {
    let element: Element | null = time;
    for (let step = 0; step < MAX_CLIMB && element && element !== root; step += 1) {
      const parent: Element | null = element.parentElement;
      if (!parent) break;
      const group = groups.get(parent) ?? new Set();
      groups.set(parent, group.add(element));
      element = parent;
    }
  }
  let best: Element[] = [];
  for (const group of groups.values()) {
    const kinds = new Map<string, Element[]>();
    for (const element of group) {
      const kind = String(element.nodeName);
      kinds.set(kind, [...(kinds.get(kind) ?? []), element]);
    }
    for (const blocks of kinds.values()) {
      // A list of links with dates (related tickets, news) has no author.
      const authored = blocks.filter((block) => selectAll(block, AUTHORS).length > 0);
      if (authored.length > best.length && authored.length >= 2) best = authored;
    }
  }
  return best.sort((a, b) =>
    Node.prototype.compareDocumentPosition.call(a, b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}

function toPost(block: Element, base: string): PagePost {
  const author = selectAll(block, AUTHORS)[0];
  const times = selectAll(block, TIMES);
  const time = times[0];
  const { text } = nodeToText(block, {
    base,
    skip: new Set([...(author ? [author] : []), ...times.slice(0, 1)]),
  });
  const kind = `${attribute(block, 'class')} ${attribute(block, 'data-type')}`;
  return {
    author: author ? nodeToText(author).text : '',
    at: time ? attribute(time, 'datetime') || attribute(time, 'data-timestamp') : '',
    text,
    internal: /\b(internal|private|note)\b/i.test(kind.replace(/[_-]/g, ' ')),
    agent: /\b(agent|staff|operator|response|outbound)\b/i.test(kind.replace(/[_-]/g, ' ')),
  };
}

export function readConversation(root: Element, base: string, max: number): PagePost[] {
  return findBlocks(root)
    .slice(0, max)
    .map((block) => toPost(block, base))
    .filter((post) => post.text !== '');
}
