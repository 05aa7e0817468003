import { attribute, nodeToText, selectAll } from '@/lib/ticket/dom';
import { personIn } from './authors';
import { readConversation } from './conversation';
import { AROUND, closest, holds, isVisible, lineOf, partsOf, wordsOf } from './elements';
import { isOnlyLabels } from './label-words';
import { findLabelled, momentOf } from './labels';
import { noiseIn, type PagePost, readPost } from './post';
import { type Stamp, withLooseStamps } from './stamps';

const IDS = ['data-ticket-id', 'data-conversation-id', 'data-entity-id', 'data-id', 'id'];
const DESCRIBED = /(^|[ -])(description|(issue|ticket|task|question|request)-(body|content|text))( |$)/;
const BODY = /(^|[ -])(wiki|markdown|markup|md|searchable|text|remarkup)( |$)/;

/** Where to look, the most certain place first: the pane whose marks name the ticket, the main part, the page. */
export function rootsOf(body: Element, stamps: readonly Stamp[], ticketId: string | undefined): Element[] {
  const pane =
    ticketId &&
    partsOf(body).find(
      (element) =>
        IDS.some((name) => attribute(element, name).split(/[_-]/).at(-1) === ticketId) &&
        isVisible(element) &&
        stamps.some((stamp) => holds(element, stamp.element)),
    );
  const mains = selectAll(body, 'main,[role=main]').filter(isVisible);
  return [...(pane ? [pane] : []), ...(mains.length === 1 ? mains : []), body];
}

type Opening = Pick<PagePost, 'name' | 'email' | 'at' | 'text' | 'folded'>;

/** The first post where it is marked up unlike those below it: a part of its own with a time, an author and a text. */
function findOpening(
  body: Element,
  first: Element,
  posts: readonly PagePost[],
  stamps: readonly Stamp[],
  base: string,
): Opening | undefined {
  const above = stamps.filter(({ element }) => isBefore(element, first) && !holds(element, first));
  for (const stamp of above.slice(-3).toReversed()) {
    let part = stamp.element;
    let up = part.parentElement;
    for (; up && up !== body && !holds(up, first); up = up.parentElement) part = up;
    if (above.filter(({ element }) => holds(part, element)).length > 1) continue;
    if (closest(part, 'header,table,dl,li,a,label')) continue;
    const post = readPost([part], stamp, base);
    const isSame = posts.some(({ text, at }) => text === post.text || (at !== null && at === post.at));
    const isFirst = posts.every(({ at }) => at === null || post.at === null || post.at <= at);
    if (post.form > 0 && post.name && post.text.length > 20 && isFirst && !isSame) return post;
  }
  return undefined;
}

/** Where a page says of some times too little, they still tell where its posts are. */
function withLoose(
  body: Element,
  roots: readonly Element[],
  stamps: readonly Stamp[],
  base: string,
  exact: PagePost[],
): PagePost[] {
  const all = withLooseStamps(body, stamps);
  if (all.length === stamps.length) return exact;
  let loose: PagePost[] = [];
  for (const root of roots) if (loose.length < 2) loose = readConversation(root, all, base);
  const elements = new Set(loose.map(({ element }) => element));
  const isMore = loose.length > exact.length && exact.every(({ element }) => elements.has(element));
  // Days alone stand between posts, not in them.
  const isDays = exact.every(({ at }) => at !== null && new Date(at).setHours(0, 0, 0, 0) === at);
  return isMore || (loose.length > 1 && (exact.length < 2 || (isDays && loose.length > exact.length)))
    ? loose
    : exact;
}

/** The conversation, and before it what the ticket is about where that stands apart from it. */
export function findThread(
  body: Element,
  roots: readonly Element[],
  stamps: readonly Stamp[],
  base: string,
  dayFirst: boolean,
) {
  let blocks: PagePost[] = [];
  for (const root of roots) if (!blocks.length) blocks = readConversation(root, stamps, base);
  blocks = withLoose(body, roots, stamps, base, blocks);
  blocks = blocks.filter(({ text }) => !isOnlyLabels(text));
  const elements = blocks.map(({ element }) => element);
  const labelled = findLabelled(body, elements);
  const isApart = (element: Element) =>
    !elements.some((block) => holds(block, element) || holds(element, block));
  const part = [
    labelled.get('description')?.element,
    ...partsOf(body).filter((it) => DESCRIBED.test(wordsOf(it))),
  ].find(
    (it) =>
      it &&
      isApart(it) &&
      (!elements[0] || isBefore(it, elements[0])) &&
      !closest(it, `${AROUND},header,label,a,th,dt`) &&
      isVisible(it) &&
      lineOf(it).length > 5,
  );
  let opening: Opening | undefined;

  if (part) {
    const inner = partsOf(part, 200).find((element) => BODY.test(wordsOf(element)) && lineOf(element));
    const { text, folded } =
      part.nodeName === 'TEXTAREA'
        ? { text: (part.textContent ?? '').trim(), folded: '' }
        : nodeToText(inner ?? part, { base, skip: new Set(noiseIn(part)) });
    const above = stamps.find(({ element }) => isBefore(element, part) && isApart(element));
    const asked = personIn(labelled.get('requester')?.value ?? '', dayFirst);
    let { name, email } = asked;
    let header = above?.element.parentElement;
    for (let step = 0; !name && above && header && step < 4; step += 1, header = header.parentElement)
      ({ name, email } = readPost([header], above, base));
    // A line of facts about the thread, not its first post.
    const isAbout = stamps.some(
      ({ element, at }) => holds(part, element) && blocks.some((post) => post.at === at),
    );
    const at = momentOf(labelled.get('created'), stamps, dayFirst) ?? asked.at ?? above?.at ?? null;
    if (
      text &&
      !isAbout &&
      !blocks.some((post) => post.text.startsWith(text) || (at !== null && post.at === at))
    )
      opening = { name, email, at, text, folded };
  }
  if (elements[0]) opening ??= findOpening(body, elements[0], blocks, stamps, base);
  return { opening, blocks, labelled };
}

const isBefore = (a: Node, b: Node): boolean => (Node.prototype.compareDocumentPosition.call(a, b) & 4) !== 0;
