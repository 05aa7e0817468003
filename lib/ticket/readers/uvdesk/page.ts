import { toLine } from '@/lib/ticket/bounds';
import { attribute, nodeToText, selectAll } from '@/lib/ticket/dom';
import type { Attachment, Ticket } from '@/lib/ticket/ticket';
import { SELECTORS } from './selectors';

export interface PageFacts {
  readonly subject: string;
  readonly status: string;
  readonly priority: string;
  readonly type: string;
  readonly tags: readonly string[];
  readonly requester: Ticket['requester'];
  readonly assignee: string;
  readonly createdAt: number | null;
  /** Group, team and country, named in the agent's language. */
  readonly fields: Ticket['customFields'];
  readonly author: string;
  readonly authorIsCustomer: boolean;
  /** HTML of the first message; null when the page shows none. */
  readonly body: string | null;
  readonly files: readonly Pick<Attachment, 'id' | 'name'>[];
}

const CUSTOMER = /\/?customer\/(\d+)\/?$/;

const textOf = (element: Element | undefined): string =>
  toLine(nodeToText(element).text || element?.textContent);

/** The number in the page's own head, whatever the language before it; empty when there is no such head. */
export function readNumber(document: Document): string {
  return /#(\d+)$/.exec(textOf(selectAll(document, SELECTORS.number)[0]))?.[1] ?? '';
}

/**
 * What an agent may change carries the id of its value: `-- --` or nothing where none is assigned, for which the words
 * are translated. Others get the words alone.
 */
function readField(field: Element) {
  const value = selectAll(field, SELECTORS.fieldValue)[0];
  const isEditable = value?.hasAttribute('data-id') ?? false;
  const isSet = isEditable && value !== undefined && /^\w+$/.test(attribute(value, 'data-id'));
  const name = textOf(selectAll(field, SELECTORS.fieldLabel)[0]);
  return { name, value: isSet || !isEditable ? textOf(value) : '', isSet };
}

export function readPage(document: Document): PageFacts {
  const first = (selector: string) => selectAll(document, selector)[0];
  const [, priority, status, type, ...others] = selectAll(document, SELECTORS.field).map(readField);
  const persons = selectAll(document, SELECTORS.customer)
    .map(textOf)
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
  const author = first(SELECTORS.author);
  const authorLink = author ? attribute(author, 'href') : '';
  const more = first(SELECTORS.otherTickets);
  const id = CUSTOMER.exec(authorLink)?.[1] ?? CUSTOMER.exec(more ? attribute(more, 'href') : '')?.[1];
  const seconds = Number(attribute(first(SELECTORS.created) ?? document.documentElement, 'data-timestamp'));
  const message = first(SELECTORS.firstMessage);
  return {
    subject: textOf(first(SELECTORS.subject)),
    priority: priority?.value ?? '',
    status: status?.value ?? '',
    type: type?.value ?? '',
    tags: selectAll(document, SELECTORS.tag).map(textOf),
    requester: {
      id: id ?? '',
      name: persons[0] ?? '',
      email: persons.find((text) => /^[^\s@]+@[^\s@]+$/.test(text)) ?? '',
    },
    assignee: textOf(first(SELECTORS.assignee)),
    createdAt: seconds > 0 && seconds < 8.64e12 ? seconds * 1000 : null,
    fields: others.filter(({ isSet }) => isSet).map(({ name, value }) => ({ name, value })),
    author: textOf(author),
    authorIsCustomer: CUSTOMER.test(authorLink),
    // As HTML, so that a tab lying over it does not make it count as hidden.
    body: message ? message.innerHTML : null,
    files: selectAll(document, SELECTORS.firstFile).flatMap((link) => {
      const file = /\/ticket\/download\/(\d+)\/?$/.exec(attribute(link, 'href'))?.[1];
      // A tooltip takes the title away and keeps it beside.
      const name = attribute(link, 'title') || attribute(link, 'data-original-title');
      return file ? [{ id: file, name: toLine(name) || file }] : [];
    }),
  };
}
