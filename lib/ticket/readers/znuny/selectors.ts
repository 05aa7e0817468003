import { toLine } from '@/lib/ticket/bounds';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { attributeOf, childrenOf, lineOf, select } from '@/lib/ticket/page-parts';

/**
 * Where things stand on a ticket's page (Templates/Standard/AgentTicketZoom.tt): the list of articles with everything
 * but their texts, and below it those articles that are unfolded.
 */
export const ZOOM = '.TicketZoom';
export const HEADLINE = '.ticketHeaderTitleHeadline, .TicketZoom .Headline h1';
export const PRIORITY_FLAG = '.ticketHeaderTitleStatusFlag, .TicketZoom .Headline .Flag';
export const PAGES = '.ArticlePages a[data-page]';
/** Offered only while a filter hides articles. */
export const FILTER_RESET = '#ResetArticleFilter';
export const FILTERED = 'An article filter hides part of this ticket. Reset it, then try again.';
export const LOGIN = '#LoginBox';

export interface Row {
  readonly articleId: string;
  readonly number: number;
  /** Where the page itself loads the article from when it is clicked. */
  readonly link: string;
  readonly role: 'customer' | 'agent' | 'system';
  readonly isPublic: boolean;
  /** As in a mail: `Name <address>`. */
  readonly sender: string;
  readonly name: string;
  readonly subject: string;
  /** `2026-03-02 09:00:00` in the desk's own time zone. */
  readonly created: string;
  /** The same in the agent's zone, which is named behind it when it is another. */
  readonly createdShown: string;
}

/** The ticket whose articles are listed; the links above them say it when there are none. */
export function shownId(page: Document): string {
  const link =
    attributeOf(page, '#ArticleTable input.ArticleInfo', 'value') ||
    attributeOf(page, '.TicketZoom ul.Actions a[href*="TicketID="]', 'href');
  return /[?;&]TicketID=(\d+)/.exec(link)?.[1] ?? '';
}

/** What a column sorts by: complete, and the same in every language. */
const sortData = (row: Element, column: string): string =>
  toLine(attributeOf(row, `td.${column} input.SortData`, 'value'));

const ROLES = ['customer', 'system', 'agent'] as const;

export function findRows(page: Document): Row[] {
  return selectAll(page, '#ArticleTable > tbody > tr').flatMap((row) => {
    const articleId = attributeOf(row, 'input.ArticleID', 'value');
    if (!/^\d{1,18}$/.test(articleId)) return [];
    const classes = new Set(attribute(row, 'class').split(/\s+/));
    const role = ROLES.find((it) => classes.has(it)) ?? 'agent';
    return {
      articleId,
      number: Number(sortData(row, 'No')) || 0,
      link: attributeOf(row, 'input.ArticleInfo', 'value'),
      role,
      // What is not said to be public is internal, but nobody hides a customer's words from himself.
      isPublic:
        classes.has('VisibleForCustomer') || (role === 'customer' && !classes.has('NotVisibleForCustomer')),
      sender: sortData(row, 'Sender') || sortData(row, 'From'),
      name: lineOf(select(row, 'td.Sender a, td.From a')),
      subject: sortData(row, 'Subject'),
      created: sortData(row, 'Created'),
      createdShown: attributeOf(row, 'td.Created div', 'title') || lineOf(select(row, 'td.Created a')),
    };
  });
}

/** The unfolded articles by their id, from the top down: what a message holds cannot imitate one. */
export function findUnfolded(root: Element | undefined): Map<string, Element> {
  const places = childrenOf(root, 'div').map((place) => {
    const name = childrenOf(place, 'a[name^="Article"]')[0];
    const widget = childrenOf(place, '.WidgetSimple')[0];
    return [name && widget ? attribute(name, 'name').replace('Article', '') : '', place] as const;
  });
  return new Map(places.filter(([id]) => id !== ''));
}
