import { attribute } from '@/lib/ticket/dom';
import { attributeOf, childrenOf, lineOf, select } from '@/lib/ticket/page-parts';

/**
 * Where things stand on a ticket's page (include/staff/ticket-view.inc.php). Labels are translated, so the fixed order of
 * the rows decides: the four small tables are status … created, user … source, assignee … due, topic … last response.
 */
export const TITLE_LINK = '.sticky.bar h2 a[href*="tickets.php?id="]';
export const SUBJECT = '.tixTitle h3';
export const FACTS = 'table.ticket_info:not(.custom-data) table';
export const CUSTOM_ROWS = 'table.ticket_info.custom-data > tbody > tr';
export const USER_NAME = 'span[id^="user-"][id$="-name"]';
export const USER_EMAIL = 'span[id^="user-"][id$="-email"]';
export const ORGANIZATION = 'a[href*="orgid="]';
export const RELATIONS_TAB = '#ticket-relations-tab';
/** Empty values are drawn faded: "— Empty —" in any language. */
export const EMPTY = '.faded';

/** The ticket whose content is shown: after a click the address is new before the content is. */
export const shownId = (page: Document): string =>
  /[?&]id=(\d+)/.exec(attributeOf(page, TITLE_LINK, 'href'))?.[1] ?? '';

export interface Entry {
  readonly id: string;
  readonly kind: 'message' | 'response' | 'note' | 'system';
  readonly header: Element | undefined;
  readonly body: Element | undefined;
}

/** The entries of the ticket's own thread, from the top down: a mail that imitates an entry inside its body is none. */
export function findEntries(page: Document): Entry[] {
  return childrenOf(select(page, '#thread-items'), '[id^="thread-entry-"]').flatMap((place) => {
    const entry = childrenOf(place, '.thread-entry')[0];
    const kind = /(?:^|\s)(message|response|note|system)(?:\s|$)/.exec(
      entry ? attribute(entry, 'class') : '',
    )?.[1];
    if (!kind) return [];
    return {
      id: attribute(place, 'id').replace('thread-entry-', ''),
      kind: kind as Entry['kind'],
      header: childrenOf(entry, '.header')[0],
      body: childrenOf(entry, '.thread-body')[0],
    };
  });
}

export const bodyOf = (entry: Entry): string => childrenOf(entry.body, 'div:first-child')[0]?.innerHTML ?? '';

export const titleOf = (entry: Entry): string => lineOf(entry.header && select(entry.header, '.title'));
