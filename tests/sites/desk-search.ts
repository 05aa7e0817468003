import type { DemoAnswer, DemoTicket } from './desk-records';
import type { DeskStore } from './desk-store';

/**
 * Zammad hands the query to Elasticsearch's query string syntax with AND as default. Kept here:
 * words, "phrases", OR, one level of brackets, `field:word`, a trailing `*`, NOT and a leading `-`; whole words, any case.
 */
export function searchTickets(store: DeskStore, query: string): DemoTicket[] {
  return store.tickets
    .filter((ticket) => fits(query, (word) => matches(ticket, word, store)))
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
}

/** Answers whose title or text fits. */
export function searchAnswers(store: DeskStore, query: string): DemoAnswer[] {
  return store.answers.filter(({ title, html }) =>
    fits(query, (word) =>
      contains(toWords(`${title} ${html.replace(/<[^>]*>/g, ' ')}`), toWords(word), false),
    ),
  );
}

function fits(query: string, isIn: (word: string) => boolean): boolean {
  const parts = splitOutside(query, /^\s+OR\s+/).map((part) => splitOutside(part, /^\s+(?:AND\s+)?/));
  return parts.some((words) => {
    let isNot = false;
    return words.filter(Boolean).every((word) => {
      if (word === 'NOT') {
        isNot = true;
        return true;
      }
      const [, field = '', inner] = /^([\w.]+:)?\((.*)\)$/s.exec(word) ?? [];
      const found = inner === undefined ? isIn(word) : fits(inner, (each) => isIn(field + each));
      const wanted = !isNot;
      isNot = false;
      return found === wanted;
    });
  });
}

/** Cuts where the pattern stands outside of quotes and brackets. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts = [''];
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === '(') depth += 1;
    else if (!isQuoted && sign === ')') depth -= 1;
    const found = isQuoted || depth > 0 ? null : separator.exec(text.slice(at));
    if (found) {
      parts.push('');
      at += found[0].length - 1;
    } else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
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
