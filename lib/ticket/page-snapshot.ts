import { escapeHtml } from './note';

/** Longer pages are cut: the generic reader bounds what it looks at anyway. */
const MAX_HTML = 3_000_000;
/** Embedded images and state: nothing a person reads. */
const MAX_ATTRIBUTE = 2_000;

const DROPPED =
  /^(script|style|template|noscript|link|iframe|frame|object|embed|canvas|svg|math|video|audio|textarea)$/;
const VOID = /^(area|base|br|col|hr|img|input|meta|source|track|wbr)$/;
const SKIPPED_ATTRIBUTES = /^(on.*|style|srcset|srcdoc|nonce|integrity|value|selected)$/;

const proto = Element.prototype;
/** A form answers `form.childNodes` with its own field of that name, so the prototype's getter is asked. */
const getter = (owner: object, name: string) =>
  Object.getOwnPropertyDescriptor(owner, name)?.get as (this: Node) => unknown;

const isHidden = (element: Element): boolean =>
  !proto.checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true });

/** A draft that was not sent is no part of the ticket. */
const isDraft = (element: Element): boolean =>
  /^(|true|plaintext-only)$/.test(proto.getAttribute.call(element, 'contenteditable') ?? 'false');

function attributesOf(element: Element, name: string): string {
  let text = '';
  for (const key of proto.getAttributeNames.call(element)) {
    const value = proto.getAttribute.call(element, key) ?? '';
    if (!SKIPPED_ATTRIBUTES.test(key) && value.length <= MAX_ATTRIBUTE && /^[\w:.-]+$/.test(key))
      text += ` ${key}="${escapeHtml(value)}"`;
  }
  // What is chosen or typed now, not what the page came with.
  if (name === 'input')
    text += ` value="${escapeHtml(String((element as HTMLInputElement).value).slice(0, MAX_ATTRIBUTE))}"`;
  if (name === 'option' && (element as HTMLOptionElement).selected) text += ' selected';
  return text;
}

/** What stands in an element on the screen: the content of its shadow root, and in a slot what was put there. */
function contentOf(element: Element, name: string): Node[] {
  const assigned = name === 'slot' ? (element as HTMLSlotElement).assignedNodes({ flatten: true }) : [];
  if (assigned.length > 0) return assigned;
  const root =
    (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? element.shadowRoot;
  const holder = root instanceof ShadowRoot ? root : element;
  return Array.from(getter(Node.prototype, 'childNodes').call(holder) as NodeList);
}

/**
 * The page as people see it, as inert HTML: without scripts, styles, drafts, passwords and whatever is hidden; with the
 * content of shadow roots and the present values of fields. Read by the generic reader where the answer arrives, so
 * that no page carries its rules. Nothing on the page is changed.
 */
export function takeSnapshot(page: Document): string {
  const parts: string[] = [];
  let size = 0;
  const write = (text: string) => {
    size += text.length;
    parts.push(text);
  };
  const stack: (Node | string)[] = [page.documentElement];
  const enter = (element: Element) => {
    const name = String(getter(proto, 'localName').call(element));
    const isData =
      name === 'script' && /^application\/ld\+json$/i.test(proto.getAttribute.call(element, 'type') ?? '');
    if (!/^[a-z][\w-]*$/.test(name) || (DROPPED.test(name) && !isData)) return;
    const inHead = proto.closest.call(element, 'head') !== null;
    if (!inHead && !isData && name !== 'html' && (isHidden(element) || isDraft(element))) return;
    const type = name === 'input' ? (proto.getAttribute.call(element, 'type') ?? '') : '';
    if (/^file$/i.test(type)) return;
    // That the page asks for a password tells a login page from a ticket; never what was typed.
    if (/^password$/i.test(type)) return write('<input type="password">');
    write(`<${name}${attributesOf(element, name)}${name === 'html' ? ' data-as-seen' : ''}>`);
    if (VOID.test(name)) return;
    stack.push(`</${name}>`, ...contentOf(element, name).reverse());
  };
  while (stack.length > 0 && size < MAX_HTML) {
    const next = stack.pop();
    if (typeof next === 'string') write(next);
    else if (next instanceof Element) enter(next);
    else if (next?.nodeType === Node.TEXT_NODE) {
      const isJson = next.parentElement?.nodeName === 'SCRIPT';
      const text = next.nodeValue ?? '';
      write(isJson ? text.replaceAll('</', '<\\/') : escapeHtml(text));
    }
  }
  return `<!doctype html>${parts.join('')}`;
}
