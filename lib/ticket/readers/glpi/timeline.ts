import { toHttpUrl } from '@/lib/std/text';
import { toLine } from '@/lib/ticket/bounds';
import { attribute, nodeToText, selectAll } from '@/lib/ticket/dom';
import type { Attachment } from '@/lib/ticket/ticket';
import { SELECTORS } from './selectors';

export interface Entry {
  /** `Ticket` for the description, else `ITILFollowup`, `TicketTask`, `ITILSolution` … */
  readonly kind: string;
  readonly id: string;
  readonly isPrivate: boolean;
  readonly author: string;
  readonly authorId: string;
  /** On the side of those who work on it. */
  readonly isRight: boolean;
  readonly time: string;
  readonly html: string;
  readonly element: Element;
}

export const textOf = (element: Element | undefined): string =>
  toLine(nodeToText(element).text || element?.textContent);

/** Parts of the item itself, never of what somebody wrote into it. */
function partsOf(item: Element, selector: string): Element[] {
  return selectAll(item, selector).filter(
    (part) => !Element.prototype.closest.call(part.parentElement ?? part, SELECTORS.content),
  );
}

const hasClass = (element: Element, name: string): boolean =>
  ` ${attribute(element, 'class')} `.replace(/\s/g, ' ').includes(` ${name} `);

/** What was written in the order of the page; `root` may be the page or a part that GLPI loads on its own. */
export function readTimeline(root: Document): Entry[] {
  return selectAll(root, SELECTORS.item)
    .filter((item) => !Element.prototype.closest.call(item.parentElement ?? item, SELECTORS.content))
    .map((item) => {
      const header = partsOf(item, SELECTORS.header)[0];
      const author = header && selectAll(header, SELECTORS.author)[0];
      const content = partsOf(item, SELECTORS.content)[0];
      // As HTML, so that another tab lying over it does not make it count as hidden.
      const body = (content && selectAll(content, SELECTORS.richText)[0]) ?? content;
      const times = header ? selectAll(header, SELECTORS.time) : [];
      return {
        kind: attribute(item, 'data-itemtype'),
        id: attribute(item, 'data-items-id'),
        isPrivate:
          hasClass(item, 'private-item') ||
          (header !== undefined && selectAll(header, SELECTORS.privateMark).length > 0),
        author: textOf(author),
        authorId: /[?&]id=(\d+)/.exec(author ? attribute(author, 'href') : '')?.[1] ?? '',
        isRight: partsOf(item, '.timeline-content.t-right').length > 0,
        // Relative times keep the full one in a title, which a tooltip takes away and keeps beside.
        time:
          times
            .flatMap((span) => [
              attribute(span, 'title'),
              attribute(span, 'data-bs-original-title'),
              toLine(span.textContent),
            ])
            .find((text) => /\d{4}.*\d\d:\d\d|\d\d.\d\d.\d{4}/.test(text)) ?? '',
        html: body?.innerHTML ?? '',
        element: item,
      };
    });
}

/** Files of the timeline, each once, however often it is shown. */
export function readFiles(entries: readonly Entry[], base: URL): Attachment[] {
  const found = new Map<string, Attachment>();
  for (const link of entries.flatMap(({ element }) => selectAll(element, SELECTORS.file))) {
    const url = toHttpUrl(attribute(link, 'href'), base.href);
    const id = /[?&]docid=(\d+)/.exec(url?.search ?? '')?.[1];
    if (!id || url?.origin !== base.origin || url.href.length > 4_000) continue;
    const name = textOf(link) || attribute(link, 'title');
    if (!found.get(id)?.name) found.set(id, { id, name: toLine(name), type: '', size: null, url: url.href });
  }
  return [...found.values()].map((file) => ({ ...file, name: file.name || `document ${file.id}` }));
}
