import type { Ticket } from '@/lib/ticket/ticket';
import type { SearchQuery } from './search/record';

/** More words than this tell nothing new, and every one of them costs time. */
const MAX_BODY = 8_000;
const MAX_TITLE = 500;
const MAX_PARTS = 10;

/** Names of desk fields, in the languages administrators name them in; whole words of the name. */
const PART_FIELD =
  /(?<!\p{L})(?:components?|parts?|products?|modules?|features?|areas?|category|service|komponente|produkt|modul|bereich|kategorie|composant|produit|module|catégorie|componente|producto|módulo|categoría|produto|categoria|компонент|продукт|модуль|категория)(?!\p{L})/iu;
const VERSION_FIELD =
  /(?<!\p{L})(?:versions?|release|build|versión|versão|versione|версия|сборка)(?!\p{L})/iu;

const fieldsNamed = (ticket: Pick<Ticket, 'customFields'>, name: RegExp): string[] =>
  ticket.customFields
    .filter((field) => name.test(field.name))
    .map(({ value }) => value.trim())
    .filter(Boolean);

/** The parts of the product the desk files the ticket under. */
export function partsOf(ticket: Pick<Ticket, 'customFields'>): string[] {
  return fieldsNamed(ticket, PART_FIELD);
}

/** What customers wrote; where the desk does not say who is one, everything written in public. */
function toBody(messages: Ticket['messages']): string {
  const written = messages.filter(({ visibility, role }) => visibility === 'public' && role !== 'system');
  const byCustomers = written.filter(({ role }) => role === 'customer');
  let body = '';
  for (const { text } of byCustomers.length > 0 ? byCustomers : written) {
    if (body.length >= MAX_BODY) break;
    body += body && text ? `\n\n${text}` : text;
  }
  return body.slice(0, MAX_BODY);
}

/** The open ticket as a question to everything known. Pure, so that the same ticket asks the same. */
export function toTicketQuery(
  ticket: Pick<Ticket, 'subject' | 'messages' | 'customFields' | 'tags' | 'createdAt'>,
): SearchQuery {
  const parts = [...new Set([...partsOf(ticket), ...ticket.tags])].slice(0, MAX_PARTS);
  const [version] = fieldsNamed(ticket, VERSION_FIELD);
  return {
    title: ticket.subject.slice(0, MAX_TITLE),
    body: toBody(ticket.messages),
    ...(parts.length > 0 ? { parts } : {}),
    ...(version ? { version } : {}),
    ...(ticket.createdAt === null ? {} : { now: ticket.createdAt }),
  };
}

/** How many people of the ticket report it: whoever wrote as a customer, at least the one it belongs to. */
export function countRequesters({ messages }: Pick<Ticket, 'messages'>): number {
  const authors = messages.filter(({ role }) => role === 'customer').map(({ author }) => author.trim());
  return Math.max(1, new Set(authors.filter(Boolean)).size);
}
