import { toLine } from '@/lib/ticket/bounds';
import { attribute, selectAll } from '@/lib/ticket/dom';

const HIDDEN =
  '[hidden],[aria-hidden=true],[style*="display:none" i],[style*="display: none" i],.hidden,.Hidden,.hide,.d-none,.sr-only,template,noscript,script,style';

/** What stands around a conversation, and what is being written but was not sent. */
export const AROUND =
  'nav,footer,aside,[role=navigation],[role=banner]:not([class*=page-header]),[role=option],[role=complementary],[contenteditable=true],[class~=draft],[class~=footer],blockquote,option,svg';

export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

/** Whether people see it; in a saved page that is known from marks alone. */
export const isVisible = (element: Element): boolean =>
  element.ownerDocument.defaultView && element.checkVisibility
    ? element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    : !closest(element, HIDDEN);

/** How the page calls an element: `messageBody_x1 post_12` gives `message-body post`, whatever a framework added. */
export const wordsOf = (element: Element): string =>
  ['class', 'id', 'data-test-id', 'data-testid', 'itemprop', 'rel']
    .map((name) => attribute(element, name))
    .join(' ')
    .slice(0, 500)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[_-]*(__\w{1,3}|[_-][a-z]*\d[a-z\d]*|\d+)(?= |$)/g, '')
    .replace(/_+/g, '-');

export const lineOf = (element: Element): string => toLine(element.textContent);

/** The words an element holds itself, without those of its children. */
export function ownText(element: Element): string {
  let text = '';
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 3 && text.length < 500) text += ` ${node.nodeValue}`;
  return toLine(text);
}

export const holds = (outer: Node, inner: Node): boolean => Node.prototype.contains.call(outer, inner);

export const isBefore = (a: Node, b: Node): boolean =>
  (Node.prototype.compareDocumentPosition.call(a, b) & 4) !== 0;

/** All parts of a root, bounded: what lies behind the bound is not looked at. */
export const partsOf = (root: Element, max: number): Element[] => selectAll(root, '*').slice(0, max);
