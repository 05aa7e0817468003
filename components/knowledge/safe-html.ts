import DOMPurify from 'dompurify';
import { toHttpUrl } from '@/lib/std/text';

/** What text is made of. Pictures, frames, forms, drawings, styles and everything that loads or runs is not. */
const TAGS =
  'a abbr b blockquote br caption cite code dd del details dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var';
/** `dir` is set by us, `target` and `rel` too; ids and names could shadow what pages look up. */
const ATTRIBUTES = ['href', 'title', 'lang', 'colspan', 'rowspan', 'start'];
const BLOCKS = 'p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, blockquote, caption, summary, div';
const MAIL = /^mailto:[^\s@?]+@[^\s?]+$/i;

function toSafeAddress(raw: string, base: string): string | null {
  const value = raw.trim();
  if (MAIL.test(value)) return value;
  return toHttpUrl(value, base || undefined)?.href ?? null;
}

/** What stands for an element that is not shown but says something. */
function toWords(element: Element): string {
  if (element.localName === 'img') {
    const words = element.getAttribute('alt')?.trim();
    return words ? `[picture: ${words}]` : '[picture]';
  }
  const isCheckbox = element.localName === 'input' && element.getAttribute('type') === 'checkbox';
  return isCheckbox ? (element.hasAttribute('checked') ? '☑ ' : '☐ ') : '';
}

/**
 * Foreign HTML as nodes that load nothing, run nothing and look like the rest of the page. They are never written as
 * text again: parsing twice is what mutation attacks live on. `base` is the address relative links belong to.
 */
export function toSafeNodes(html: string, base: string): DocumentFragment {
  // An instance of its own: hooks of the shared one would be everybody's.
  const purify = DOMPurify(window);
  purify.addHook('uponSanitizeElement', (node) => {
    if (!(node instanceof Element)) return;
    const words = toWords(node);
    if (words) node.before(words);
  });
  purify.addHook('uponSanitizeAttribute', (_node, attribute) => {
    if (attribute.attrName !== 'href') return;
    const address = toSafeAddress(attribute.attrValue, base);
    if (address === null) attribute.keepAttr = false;
    else attribute.attrValue = address;
  });
  const nodes = purify.sanitize(html, {
    ALLOWED_TAGS: TAGS.split(' '),
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
    ADD_URI_SAFE_ATTR: ['lang', 'colspan', 'rowspan', 'start'],
    RETURN_DOM_FRAGMENT: true,
  });
  for (const block of nodes.querySelectorAll(BLOCKS)) block.setAttribute('dir', 'auto');
  for (const code of nodes.querySelectorAll('pre')) code.setAttribute('dir', 'ltr');
  for (const link of nodes.querySelectorAll('a')) {
    if (!link.hasAttribute('href')) continue;
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
  return nodes;
}
