import type { DemoTicket } from './desk-records';
import type { DeskStore } from './desk-store';

/**
 * Zammad hands the query to Elasticsearch's query string syntax with AND as default. Kept here:
 * words, "phrases", OR, `field:word`, a trailing `*` and a leading `-`; whole words, any case.
 */
export function searchTickets(store: DeskStore, query: string): DemoTicket[] {
  const groups = query
    .split(/\s+OR\s+/)
    .map((part) => (part.match(/-?(?:[\w.]+:)?(?:"[^"]*"|\S+)/g) ?? []).filter((word) => word !== 'AND'));
  return store.tickets
    .filter((ticket) => groups.some((words) => words.every((word) => matches(ticket, word, store))))
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
}

function matches(ticket: DemoTicket, word: string, store: DeskStore): boolean {
  if (word === '*') return true;
  if (word.startsWith('-') && word.length > 1) return !matches(ticket, word.slice(1), store);
  const [, field, rest = ''] = /^(?:([\w.]+):)?(.*)$/s.exec(word) ?? [];
  const wanted = toWords(rest);
  // Signs alone are no word for Elasticsearch either; they do not narrow the search.
  if (wanted.length === 0) return field === undefined;
  const texts = field === undefined ? everyText(ticket, store) : [fieldText(ticket, field, store)];
  return texts.some((text) => contains(toWords(text), wanted, rest.endsWith('*')));
}

function everyText(ticket: DemoTicket, store: DeskStore): string[] {
  const bodies = store.articles(ticket.id).map(({ body }) => body.replace(/<[^>]*>/g, ' '));
  return [ticket.number, ticket.title, fieldText(ticket, 'organization.name', store), ...bodies];
}

function fieldText(ticket: DemoTicket, field: string, store: DeskStore): string {
  const organization = ticket.organizationId === null ? undefined : store.organization(ticket.organizationId);
  const customer = store.person(ticket.customerId);
  switch (field) {
    case 'id':
      return String(ticket.id);
    case 'number':
      return ticket.number;
    case 'title':
      return ticket.title;
    case 'state.name':
    case 'state':
      return ticket.state;
    case 'organization.name':
      return organization?.name ?? '';
    case 'organization_id':
      return String(ticket.organizationId ?? '');
    case 'customer_id':
      return String(ticket.customerId);
    case 'customer.email':
      return customer?.email ?? '';
    case 'tags':
      return ticket.tags.join(' ');
    case 'article.body':
      return store
        .articles(ticket.id)
        .map(({ body }) => body)
        .join('\n');
    default:
      return '';
  }
}

function toWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function contains(words: readonly string[], wanted: readonly string[], isPrefix: boolean): boolean {
  return words.some((_, start) =>
    wanted.every((want, index) => {
      const word = words[start + index] ?? '';
      return isPrefix && index === wanted.length - 1 ? word.startsWith(want) : word === want;
    }),
  );
}
