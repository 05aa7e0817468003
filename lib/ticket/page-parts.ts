import { err, type Result } from '@/lib/std/result';
import { toLine } from './bounds';
import { attribute, selectAll } from './dom';
import type { ReadError } from './ticket-reader';

/** For desks that are read from their pages. All of it is safe against forms that clobber their own properties. */
export const select = (root: Document | Element, selector: string): Element | undefined =>
  selectAll(root, selector)[0];

/** What an element says in one line, shown or not: sidebars may be folded. */
export const lineOf = (element: Element | undefined): string => toLine(element?.textContent);

/** The same without the children that match: counters, icons and badges. */
export function lineWithout(element: Element | undefined, selector: string): string {
  const dropped = new Set<Node>(childrenOf(element, selector));
  const kept = Array.from(element?.childNodes ?? []).filter((node) => !dropped.has(node));
  return toLine(kept.map((node) => node.textContent).join(''));
}

export const attributeOf = (root: Document | Element, selector: string, name: string): string => {
  const element = select(root, selector);
  return element ? attribute(element, name) : '';
};

/**
 * The elements right below that match. A message's own markup can imitate a class, but not a place above itself, so
 * what decides about visibility is looked for from the top.
 */
export const childrenOf = (parent: Element | undefined, selector = '*'): Element[] =>
  Array.from(parent?.children ?? []).filter((child) => Element.prototype.matches.call(child, selector));

/** A page without a word on it: nothing says yet whose it is. */
export const isBlank = (page: Document): boolean =>
  !selectAll(page, 'body').some((body) => body.textContent?.trim());

export const halfLoaded = (): Result<never, ReadError> =>
  err({
    kind: 'half-loaded',
    detail:
      'The page is not loaded yet, or it still shows another ticket. Wait a moment, then read it again.',
  });

/** The fields of a small JSON answer, whatever it is declared as; none when it is no object. Each is still foreign. */
export function toFields(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return {};
  }
}

const UNITS = 'BKMGT';

/** "12.5 kb" as bytes: desks round, so it is about right. Null when it is no size. */
export function toShownBytes(text: string): number | null {
  const found = /(\d+(?:[.,]\d+)?)\s*(b|[kmgt])/i.exec(text);
  if (!found) return null;
  const power = UNITS.indexOf((found[2] ?? '').toUpperCase());
  return Math.round(Number(found[1]?.replace(',', '.')) * 1024 ** power);
}
