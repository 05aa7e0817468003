import { toLine } from '@/lib/ticket/bounds';
import { attribute, selectAll } from '@/lib/ticket/dom';

const HIDDEN =
  '[hidden],[aria-hidden=true],[style*="display:none" i],[style*="display: none" i],.hidden,.Hidden,.hide,.d-none,.sr-only,template,noscript,script,style';

/** What stands around a conversation and is none of it, or was written but not sent. */
export const AROUND =
  'nav,footer,option,svg,blockquote,[role=navigation],[role=option],[role=banner]:not([class*=page-header]),[class~=footer],[class~=draft]';

/** What does not begin a line of its own. */
export const INLINE = /^(A|ABBR|B|EM|FONT|I|SMALL|SPAN|STRONG|TIME|.+-.+)$/;

export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

/** What is not seen. A snapshot holds hardly anything of it; in a saved page it is known from marks alone. */
export const hiddenIn = (element: Element): string =>
  closest(element, '[data-as-seen]') ? '.sr-only' : HIDDEN;

export const isVisible = (element: Element): boolean => !closest(element, hiddenIn(element));

/** How the page calls an element: `messageBody_x1 post_12` gives `message-body post`, whatever a framework added. */
export const wordsOf = (element: Element): string =>
  ['class', 'id', 'data-test-id', 'data-testid', 'itemprop']
    .map((name) => attribute(element, name))
    .join(' ')
    .slice(0, 500)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[_-]*(__\w{1,3}|[_-][a-z]*\d[a-z\d]*|\d+)(?= |$)/g, '')
    .replace(/_+/g, '-');

export const lineOf = (element: Element): string => toLine(element.textContent);

/** The text with a line break where two words of different elements touch, as `<b>Ann</b><i>Agent</i>` does. */
export function gappedText(root: Node, max = 2_000): string {
  const walker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT);
  let text = '';
  while (walker.nextNode() && text.length < max) {
    const value = walker.currentNode.nodeValue ?? '';
    const touches = /[\p{L}\p{N})]$/u.test(text) && /^[\p{L}\p{N}(]/u.test(value);
    text += (touches ? '\n' : '') + value.slice(0, max);
  }
  return text;
}

/** The words an element holds itself, without those of its children. */
export function ownText(element: Element): string {
  let text = '';
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 3 && text.length < 500) text += ` ${node.nodeValue}`;
  return toLine(text);
}

export const holds = (outer: Node, inner: Node): boolean => Node.prototype.contains.call(outer, inner);

/** All parts of a root; what lies behind the bound is not looked at. */
export const partsOf = (root: Element, max = 20_000): Element[] => selectAll(root, '*').slice(0, max);
