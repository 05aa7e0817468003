import { attribute, nodeToText, selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import { emailIn, type Person, personIn } from './authors';
import { readConversation } from './conversation';
import { findDate } from './dates';
import { AROUND, closest, holds, isBefore, isVisible, lineOf, ownText, partsOf, wordsOf } from './elements';
import { type Field, findLabelled, type Labelled } from './labels';
import { noiseIn, type PagePost, readPost } from './post';
import type { Stamp } from './stamps';

const IDS = ['data-ticket-id', 'data-conversation-id', 'data-entity-id', 'data-id', 'id'];
const DESCRIBED = /(^|[ -])(description|(issue|ticket|task|question|request)-(body|content|text))( |$)/;
const BODY = /(^|[ -])(wiki|markdown|markup|md|searchable|text|remarkup)( |$)/;

/** Where to look, the most certain place first: the pane whose marks name the ticket, the main part, the page. */
export function rootsOf(body: Element, stamps: readonly Stamp[], ticketId: string | undefined): Element[] {
  const hasStamp = (element: Element) => stamps.some((stamp) => holds(element, stamp.element));
  const pane =
    ticketId &&
    partsOf(body, 20_000).find(
      (element) =>
        IDS.some((name) => attribute(element, name).split(/[_-]/).at(-1) === ticketId) &&
        isVisible(element) &&
        hasStamp(element),
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
): { opening: PagePost | null; blocks: PagePost[]; labelled: Map<Field, Labelled> } {
  let opening: PagePost | null = null;
  let blocks: PagePost[] = [];
  for (const root of roots)
    if (blocks.length === 0) blocks = readConversation(root, stamps, base, LIMITS.messages);
  const elements = blocks.map(({ element }) => element);
  const labelled = findLabelled(body, elements);
  const isApart = (element: Element) =>
    (!elements[0] || isBefore(element, elements[0])) &&
    !elements.some((block) => holds(element, block)) &&
    !closest(element, `${AROUND},header,label,a,th,dt`) &&
    isVisible(element);
  const part = [
    labelled.get('description')?.element,
    ...partsOf(body, 20_000).filter((element) => DESCRIBED.test(wordsOf(element))),
  ].find((element) => element && isApart(element) && lineOf(element).length > 5);
  if (part) {
    const inner = partsOf(part, 200).find((element) => BODY.test(wordsOf(element)) && lineOf(element));
    const { text, folded } = nodeToText(inner ?? part, { base, skip: new Set(noiseIn(part)) });
    const above = stamps.find(
      ({ element }) => isBefore(element, part) && !elements.some((block) => holds(block, element)),
    );
    const asked = personIn(labelled.get('requester')?.value ?? '', dayFirst);
    let header = above?.element.parentElement;
    let told: Person = asked;
    for (let step = 0; !told.name && above && header && step < 4; step += 1, header = header.parentElement)
      told = readPost([header], above, base);
    const { name, email } = told;
    const created = momentOf(labelled.get('created'), stamps, dayFirst) ?? asked.at;
    const first = {
      element: part,
      name,
      email,
      at: created ?? above?.at ?? null,
      text,
      folded,
      words: '',
      said: '',
      form: 2,
    };
    if (text && !blocks.some((post) => post.text.startsWith(text))) opening = first;
  }
  return { opening, blocks, labelled };
}

/** The address that stands next to a name. */
export function findEmail(root: Element, name: string): string {
  if (!name) return '';
  for (const element of partsOf(root, 20_000)) {
    const mail = emailIn(ownText(element)) || emailIn(attribute(element, 'href').split('?')[0] ?? '');
    if (!mail || !isVisible(element)) continue;
    let up: Element | null = element;
    for (let step = 0; up && step < 5 && lineOf(up).length < 300; step += 1, up = up.parentElement)
      if (lineOf(up).includes(name)) return mail;
  }
  return '';
}

/** The time a field shows: the one made for machines where there is one. */
export function momentOf(field: Labelled | undefined, stamps: readonly Stamp[], dayFirst: boolean): number | null {
  if (!field) return null;
  return stamps.find(({ element }) => holds(field.element, element))?.at ?? findDate(field.value, dayFirst)?.at ?? null;
}
