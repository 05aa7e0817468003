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

/** A link that is marked as a download, or shows the name of a file and leads where files lie. */
export const isFile = (link: Element): boolean =>
  link.hasAttribute('download') ||
  (nameIn(link) !== '' &&
    (PLACES.test(attribute(link, 'href')) || closest(link, '[class*=attach i],[id*=attach i]') !== null));

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
