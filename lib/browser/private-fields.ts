import { browser } from 'wxt/browser';

/** Something on a page that may show personal details, in CSS pixels of what is visible. */
export interface PrivateField {
  readonly what: 'form field' | 'e-mail address';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a page may show personal details; `width` and `height` are those of the visible part. */
export interface PrivateFields {
  readonly width: number;
  readonly height: number;
  readonly fields: readonly PrivateField[];
}

/**
 * Runs in the page, so it holds everything it needs itself. It reads and measures; nothing is changed and no text comes
 * back. Goes into open shadow roots and into frames of the page's own origin.
 */
function findInPage(): PrivateFields {
  const MOST_FIELDS = 150;
  const MOST_NODES = 60_000;
  const FILLED = 'input, textarea, [contenteditable]:not([contenteditable=false])';
  const NO_TEXT = [
    'button',
    'checkbox',
    'color',
    'file',
    'hidden',
    'image',
    'radio',
    'range',
    'reset',
    'submit',
  ];
  const fields: PrivateField[] = [];
  let nodes = 0;

  const add = (what: PrivateField['what'], box: DOMRect, left: number, top: number) => {
    const x = Math.max(0, box.x + left);
    const y = Math.max(0, box.y + top);
    const width = Math.min(innerWidth, box.right + left) - x;
    const height = Math.min(innerHeight, box.bottom + top) - y;
    if (width >= 2 && height >= 2 && fields.length < MOST_FIELDS) fields.push({ what, x, y, width, height });
  };
  const isFilled = (element: Element): boolean => {
    if (element.tagName === 'INPUT' || element.tagName === 'TEXTAREA') {
      const { value, type } = element as HTMLInputElement;
      return value !== '' && !NO_TEXT.includes(type);
    }
    return (element.textContent ?? '').trim() !== '';
  };
  const isNamePart = (letter = '') => /[\p{L}\p{N}._%+-]/u.test(letter);
  /** Found from the @ to both sides, at most so far as an address can go: long texts take no longer. */
  const findAddresses = (text: string, found: (from: number, to: number) => void) => {
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      let from = at;
      while (from > 0 && at - from < 64 && isNamePart(text[from - 1])) from -= 1;
      let to = at + 1;
      while (to < text.length && to - at < 190 && isNamePart(text[to])) to += 1;
      if (from < at && text.slice(at + 1, to).includes('.', 1)) found(from, to);
    }
  };
  const walk = (root: Document | ShadowRoot, left: number, top: number) => {
    const range = (root.ownerDocument ?? (root as Document)).createRange();
    const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, 1 | 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes += 1;
      if (nodes > MOST_NODES || fields.length >= MOST_FIELDS) return;
      if (node.nodeType === 3) {
        const text = node.nodeValue ?? '';
        findAddresses(text, (from, to) => {
          range.setStart(node, from);
          range.setEnd(node, to);
          for (const box of range.getClientRects()) add('e-mail address', box, left, top);
        });
        continue;
      }
      const element = node as Element;
      if (element.matches(FILLED) && isFilled(element)) {
        add('form field', element.getBoundingClientRect(), left, top);
      }
      if (element.shadowRoot) walk(element.shadowRoot, left, top);
      if (element.tagName === 'IFRAME') {
        const inner = (element as HTMLIFrameElement).contentDocument;
        const box = element.getBoundingClientRect();
        if (inner) walk(inner, left + box.x + element.clientLeft, top + box.y + element.clientTop);
      }
    }
  };
  walk(document, 0, 0);
  return { width: innerWidth, height: innerHeight, fields };
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** What came back is foreign: a page can change what scripts see of it. */
function parse(answer: unknown): PrivateFields | null {
  const { width, height, fields } = (answer ?? {}) as Partial<Record<keyof PrivateFields, unknown>>;
  if (!isNumber(width) || !isNumber(height) || width < 1 || height < 1 || !Array.isArray(fields)) return null;
  const known = fields.flatMap((given: Partial<Record<keyof PrivateField, unknown>> | null) => {
    const { what, x, y, width: wide, height: high } = given ?? {};
    const named = what === 'form field' || what === 'e-mail address';
    return named && isNumber(x) && isNumber(y) && isNumber(wide) && isNumber(high)
      ? [{ what, x, y, width: wide, height: high } as const]
      : [];
  });
  return { width, height, fields: known.slice(0, 200) };
}

/** Where the page of a tab may show personal details; null when Baton may not look. */
export async function findPrivateFields(tabId: number): Promise<PrivateFields | null> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: findInPage });
    return parse(answer?.result);
  } catch {
    return null;
  }
}
