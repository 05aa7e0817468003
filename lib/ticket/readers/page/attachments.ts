import { toHttpUrl } from '@/lib/std/text';
import { toLine } from '@/lib/ticket/bounds';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import type { Attachment } from '@/lib/ticket/ticket';
import { closest, isVisible, lineOf } from './elements';

const PLACES = /attach|download|upload|\bfiles?\d*\/|file\.php|view=att/i;
const nameIn = (link: Element): string =>
  attribute(link, 'download') ||
  (/[^\s/]+\.[a-z][a-z0-9]{1,4}(?![\w.])/i.exec(`${lineOf(link)} ${attribute(link, 'aria-label')}`)?.[0] ??
    '');

const SIZE = /^\s*[([·–-]?\s*\d[\d.,\s]*\s?(bytes?|octets?|[KMG]i?[Bo]|[кКМГ]?[бБ])\s*[)\]]?[\s,;]*$/i;
const PAGE = /\.(html?|php\d?|aspx?|jsp|cgi|com|net|org|io)$/i;

/** The size that stands behind the name of a file. */
export function sizeAfter(link: Element): Node[] {
  let next = link.nextSibling;
  if (next && !next.nodeValue?.trim() && next.nodeType === 3) next = next.nextSibling;
  return next && (next.textContent ?? '').length < 40 && SIZE.test(next.textContent ?? '') ? [next] : [];
}

/** The link shows the name of the file at its end. */
function endsInName(link: Element): boolean {
  const name = lineOf(link);
  const [path = ''] = attribute(link, 'href')
    .replace(/^(https?:)?\/\/[^/]+/i, '')
    .split(/[?#]/);
  const last = path.slice(path.lastIndexOf('/') + 1);
  return name.length < 200 && !PAGE.test(name) && (last === name || last === encodeURIComponent(name));
}

/** A link that is marked as a download, or shows the name of a file and leads where files lie. */
export const isFile = (link: Element): boolean =>
  link.hasAttribute('download') ||
  (nameIn(link) !== '' &&
    (PLACES.test(attribute(link, 'href')) ||
      endsInName(link) ||
      closest(link, '[class*=attach i],[id*=attach i]') !== null));

/** Every file once. */
export function findAttachments(root: Element, base: string): Attachment[] {
  const files = new Map<string, Attachment>();
  for (const link of selectAll(root, 'a[href]').slice(0, 20_000)) {
    if (!isFile(link) || !isVisible(link)) continue;
    const name = toLine(nameIn(link)) || lineOf(link) || `file ${files.size + 1}`;
    const url = toHttpUrl(attribute(link, 'href'), base);
    if (url && url.href.length <= 4_000 && !files.has(name) && files.size < LIMITS.list)
      files.set(name, { id: String(files.size + 1), name, type: '', size: null, url: url.href });
  }
  return [...files.values()];
}
