import { toLine, toRaw } from '@/lib/ticket/bounds';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import type { Message, Ticket } from '@/lib/ticket/ticket';
import { type Answers, type ServiceNowRow, shown, shownText, stored, toTime } from './answers';
import { parseShownJournal, toBody } from './journal-text';

type Said = Pick<Message, 'id' | 'author' | 'role' | 'at'> & {
  readonly field: unknown;
  readonly text: string;
};

/** Portal users and mails from outside are written down under these. */
const CUSTOMER = /^(customer_contact|csm_consumer_user)$/;

function fromJournal({ journal, people }: Answers, requesterId: string): Said[] {
  return journal.map((entry) => {
    const login = toLine(entry.sys_created_by);
    const person = people.find(({ user_name }) => toLine(user_name) === login);
    const isOutside = login === 'guest' || CUSTOMER.test(toLine(person?.sys_class_name));
    const isCustomer = isOutside || (person !== undefined && person.sys_id === requesterId);
    return {
      id: toLine(entry.sys_id),
      author: toLine(person?.name) || login,
      role: login === 'system' ? 'system' : isCustomer ? 'customer' : 'agent',
      at: toTime(entry.sys_created_on),
      field: entry.element,
      text: toRaw(entry.value),
    };
  });
}

/** The form's own text of both journals, for agents who may not read the journal's table. */
function fromForm(row: ServiceNowRow, requester: string, unread: Ticket['unread']): Said[] {
  const order = (text: string) => Date.parse(text) || 0;
  const said = ['comments', 'work_notes']
    .flatMap((field) =>
      parseShownJournal(shownText(row, field)).map((entry, index) => ({
        ...entry,
        id: `${field}-${index + 1}`,
        role: entry.author === requester ? ('customer' as const) : ('agent' as const),
        at: null,
        field,
      })),
    )
    .sort((one, other) => order(one.shownAt) - order(other.shownAt));
  if (said.length > 0)
    unread.push({
      field: 'times of messages',
      reason: 'your account may not read the journal',
    });
  return said;
}

/** The description is the first thing that was said, by whoever opened the ticket. */
function fromDescription(row: ServiceNowRow, requester: Ticket['requester']): Said {
  const openedBy = stored(row, 'opened_by');
  const byAgent = openedBy !== '' && openedBy !== requester.id;
  return {
    id: 'description',
    author: byAgent ? shown(row, 'opened_by') : requester.name,
    role: byAgent ? 'agent' : 'customer',
    at: toTime(stored(row, 'opened_at')) ?? toTime(stored(row, 'sys_created_on')),
    field: 'comments',
    text: shownText(row, 'description'),
  };
}

/** `comments` are what the customer sees, `work_notes` are for agents alone. */
export function toMessages(
  answers: Answers,
  requester: Ticket['requester'],
  unread: Ticket['unread'],
): Message[] {
  const { row, journal } = answers;
  const said =
    journal.length > 0 ? fromJournal(answers, requester.id) : fromForm(row, requester.name, unread);
  return [fromDescription(row, requester), ...said]
    .filter(({ text }) => text.trim())
    .slice(0, LIMITS.messages)
    .map(({ id, author, role, at, field, text }) => {
      const isPublic = field === 'comments';
      const shownRole = !isPublic && role === 'customer' ? 'agent' : role;
      const visibility = isPublic ? 'public' : 'internal';
      return toMessage({ id, author, role: shownRole, visibility, at, ...toBody(text) }, unread);
    });
}
