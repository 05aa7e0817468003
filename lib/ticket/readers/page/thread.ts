import { attribute, nodeToText, selectAll } from '@/lib/ticket/dom';
import { personIn } from './authors';
import { readConversation } from './conversation';
import { AROUND, closest, holds, isVisible, lineOf, partsOf, wordsOf } from './elements';
import { findLabelled, momentOf } from './labels';
import { noiseIn, type PagePost, readPost } from './post';
import type { Stamp } from './stamps';

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
  let opening: Pick<PagePost, 'name' | 'email' | 'at' | 'text' | 'folded'> | undefined;
  if (part) {
    const inner = partsOf(part, 200).find((element) => BODY.test(wordsOf(element)) && lineOf(element));
    const { text, folded } = nodeToText(inner ?? part, { base, skip: new Set(noiseIn(part)) });
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
  return { opening, blocks, labelled };
}

const isBefore = (a: Node, b: Node): boolean => (Node.prototype.compareDocumentPosition.call(a, b) & 4) !== 0;
