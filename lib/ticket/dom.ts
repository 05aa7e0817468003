import { cleanText, toHttpUrl } from '@/lib/std/text';
import { LIMITS } from './limits';

/** Longer HTML is cut before it is parsed: 10 MB of markup would freeze the tab for seconds. */
const MAX_HTML = 2_000_000;
const MAX_NODES = 200_000;
const MAX_DEPTH = 1_000;

const DROPPED =
  /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|HEAD|TITLE|META|LINK|I?FRAME|OBJECT|EMBED|CANVAS|SVG|AUDIO|VIDEO|INPUT|TEXTAREA|SELECT|BUTTON|DIALOG)$/;
const BLOCKS =
  /^(ADDRESS|ARTICLE|ASIDE|BODY|D[DLT]|DETAILS|DIV|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|HEADER|HR|LI|MAIN|NAV|SECTION|SUMMARY|TR)$/;
const PARAGRAPHS = /^(BLOCKQUOTE|H[1-6]|[OU]L|P|PRE|TABLE)$/;
const LISTS = /^[OU]L$/;
/** Where mail programs and desks mark what was quoted or signed. */
const QUOTED =
  /(^|\s)(gmail_quote|gmail_signature|yahoo_quoted|moz-signature|moz-cite-prefix|protonmail_quote|js-signatureMarker)(\s|$)/;
const HIDDEN =
  /display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d]*[1-9])|font-size\s*:\s*0(?![.\d]*[1-9])/i;

export interface PlainText {
  readonly text: string;
  /** Quotes and signatures marked as such in the HTML. */
  readonly folded: string;
  /** True when a bound was reached and something was left out. */
  readonly cut: boolean;
}

interface Options {
  /** Relative links are resolved against it; without it they stay plain text. */
  readonly base?: string;
  readonly skip?: ReadonlySet<Node>;
}

/** A form answers `form.getAttribute` with its own field of that name, so the prototype's method is called on it. */
const getAttribute = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

export const attribute = (element: Element, name: string): string => getAttribute(element, name) ?? '';

/** By number: the document of a frame is no `Document` of this window. */
const isDocument = (node: Node): node is Document => node.nodeType === Node.DOCUMENT_NODE;

/** `querySelectorAll` that a page cannot clobber by `<form name="querySelectorAll">`. */
export function selectAll(root: Document | Element, selector: string): Element[] {
  const { querySelectorAll } = isDocument(root) ? Document.prototype : Element.prototype;
  return Array.from(querySelectorAll.call(root, selector));
}

function parseHtml(html: string): Document {
  const bounded = html.slice(0, MAX_HTML);
  return new DOMParser().parseFromString(isTooDeep(bounded) ? flatten(bounded) : bounded, 'text/html');
}

/** Tags that never nest into each other, closed or not. */
const FLAT = /^(p|li|br|img|hr|input|meta|link|col|wbr|td|th|tr|dt|dd|option|source)$/i;

/**
 * The parser looks through all open elements for every further `<div>`: 100 000 nested ones held Chromium 12 seconds.
 * Tags are counted first; both patterns stop at the next `<`, so they stay linear.
 */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, close, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (!FLAT.test(name ?? '')) depth = Math.max(0, depth + (close ? -1 : 1));
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** Too deep to be anybody's letter: the structure goes, the words and what must stay hidden do not. */
const flatten = (html: string): string =>
  html
    .replace(/<\/?(?!(?:script|style|template|textarea|title|noscript)\b)[a-z][^<>]*>/gi, '<br>')
    // More than two say nothing, and 100 000 elements are slow to build.
    .replace(/(?:<br>\s*){3,}/g, '<br><br>');

/** Foreign HTML as clean text. It is parsed into a detached document, where nothing is loaded or run. */
export function htmlToText(html: string, options: Options = {}): PlainText {
  const result = nodeToText(
    Document.prototype.getElementsByTagName.call(parseHtml(html), 'body')[0],
    options,
  );
  return { ...result, cut: result.cut || html.length > MAX_HTML };
}

function isHidden(element: Element, live: boolean): boolean {
  if (getAttribute(element, 'hidden') !== null) return true;
  if (HIDDEN.test(attribute(element, 'style'))) return true;
  // A draft that was not sent is not part of the ticket.
  if (/^(|true|plaintext-only)$/.test(getAttribute(element, 'contenteditable') ?? 'false')) return true;
  if (!live || typeof element.checkVisibility !== 'function') return false;
  return !element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** Collects one stream of text; line breaks are held back until something follows them. */
class Writer {
  text = '';
  private breaks = 0;
  private space = false;

  get full(): boolean {
    return this.text.length > LIMITS.text;
  }

  break(lines: number): void {
    this.breaks = Math.max(this.breaks, lines);
    this.space = false;
  }

  write(raw: string, preformatted: boolean): void {
    const words = preformatted ? raw : raw.replace(/[\t\n\f\r ]+/g, ' ');
    const body = preformatted ? words : words.trim();
    if (words.startsWith(' ') && !preformatted) this.space = true;
    if (!body) return;
    if (this.breaks > 0) this.text = this.text && `${this.text.trimEnd()}${'\n'.repeat(this.breaks)}`;
    else if (this.space && this.text) this.text += ' ';
    this.text += body;
    this.breaks = 0;
    this.space = !preformatted && words.endsWith(' ');
  }

  /** `<br>`: two of them make an empty line, as on the page. */
  lineBreak(): void {
    this.break(Math.min(2, this.breaks + 1));
  }
}

/** The visible text of a node. Walks without recursion, so that depth cannot overflow the stack. */
export function nodeToText(root: Node | null | undefined, options: Options = {}): PlainText {
  if (!root) return { text: '', folded: '', cut: false };
  const body = new Writer();
  const quoted = new Writer();
  const owner = isDocument(root) ? root : root.ownerDocument;
  const live = owner?.defaultView != null;
  const walker = Document.prototype.createTreeWalker.call(
    owner ?? document,
    root,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  let quoteDepth = 0;
  let preDepth = 0;
  let nodes = 0;
  const lists: number[] = [];
  const links: number[] = [];
  const out = () => (quoteDepth > 0 ? quoted : body);
  const nameOf = (node: Node) => (typeof node.nodeName === 'string' ? node.nodeName.toUpperCase() : 'FORM');
  const isQuote = (node: Element, name: string) =>
    name === 'BLOCKQUOTE' ||
    QUOTED.test(attribute(node, 'class')) ||
    attribute(node, 'id') === 'divRplyFwdMsg';
  const isPre = (node: Element, name: string) =>
    name === 'PRE' || /white-space\s*:\s*(pre|break)/i.test(attribute(node, 'style'));

  /** False when the children of this node are not wanted. */
  function enter(node: Node): boolean {
    if (options.skip?.has(node)) return false;
    const name = nameOf(node);
    if (name === '#TEXT') {
      out().write(node.nodeValue?.slice(0, LIMITS.text + 1) ?? '', preDepth > 0);
      return false;
    }
    if (!(node instanceof Element)) return true;
    if (DROPPED.test(name) || (node !== root && isHidden(node, live))) return false;
    if (name === 'BR') {
      out().lineBreak();
      return false;
    }
    if (name === 'IMG') {
      const alt = attribute(node, 'alt').trim();
      if (alt) out().write(`[${alt}]`, false);
      return false;
    }
    if (isQuote(node, name)) quoteDepth += 1;
    if (isPre(node, name)) preDepth += 1;
    edge(name);
    if (LISTS.test(name)) lists.push(name === 'OL' ? 1 : 0);
    if (name === 'LI') bullet();
    if (name === 'TD' || name === 'TH') out().write(' ', false);
    if (name === 'A') links.push(out().text.length);
    return true;
  }

  function edge(name: string): void {
    const isParagraph = PARAGRAPHS.test(name);
    if (isParagraph || BLOCKS.test(name))
      out().break(isParagraph && !(lists.length > 0 && LISTS.test(name)) ? 2 : 1);
  }

  function bullet(): void {
    const number = lists.pop() ?? 0;
    lists.push(number > 0 ? number + 1 : 0);
    out().write(`${'  '.repeat(Math.min(8, lists.length - 1))}${number > 0 ? `${number}.` : '-'} `, true);
  }

  function leave(node: Node): void {
    const name = nameOf(node);
    if (name === '#TEXT' || !(node instanceof Element)) return;
    if (name === 'A') {
      const shown = out()
        .text.slice(links.pop() ?? 0)
        .trim();
      const href = toHttpUrl(attribute(node, 'href'), options.base)?.href;
      const bare = (url: string) => url.replace(/^https?:\/\//, '').replace(/\/$/, '');
      if (href && href.length < 2_000 && bare(shown) !== bare(href)) out().write(` (${href})`, false);
    }
    if (LISTS.test(name)) lists.pop();
    edge(name);
    if (isQuote(node, name)) quoteDepth -= 1;
    if (isPre(node, name)) preDepth -= 1;
  }

  let cut = false;
  walk: while (true) {
    nodes += 1;
    cut = nodes > MAX_NODES || body.full || quoted.full;
    if (cut) break;
    if (enter(walker.currentNode)) {
      if (walker.firstChild()) continue;
      leave(walker.currentNode);
    }
    while (walker.currentNode === root || !walker.nextSibling()) {
      if (walker.currentNode === root || !walker.parentNode()) break walk;
      leave(walker.currentNode);
    }
  }
  return { text: tidy(body.text), folded: tidy(quoted.text), cut };
}

const tidy = (raw: string): string =>
  cleanText(raw)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
