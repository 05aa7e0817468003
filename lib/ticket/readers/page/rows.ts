import { toLine } from '@/lib/ticket/bounds';
import { lineOf, ownText } from './elements';

const INLINE = /^(A|ABBR|B|BDI|CODE|EM|FONT|I|MARK|SMALL|SPAN|STRONG|TIME)$/;
const MAX_LENGTH = 1_000;

/**
 * The lines an element shows in itself: its own words with the marked ones between them, parted by line breaks and by
 * the dots and bars that people put between facts. A fact that holds no words of its own is left to its own element.
 */
export function rowsOf(element: Element): string[] {
  if (!ownText(element)) return [];
  let text = '';
  for (let node = element.firstChild; node && text.length < MAX_LENGTH; node = node.nextSibling) {
    if (node.nodeType === 3) text += node.nodeValue?.replace(/\s+/g, ' ');
    else if (INLINE.test(node.nodeName)) text += ` ${lineOf(node as Element)} `;
    else if (node.nodeType === 1) text += '\n';
  }
  return text
    .slice(0, MAX_LENGTH)
    .split(/\n|\s[·•|‖]\s/)
    .map(toLine)
    .filter(Boolean);
}
