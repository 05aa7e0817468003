import { toLine, toText } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { LIMITS } from '@/lib/ticket/limits';
import { toOrganization } from '@/lib/ticket/organization';
import type { Attachment, LinkedTicket, Ticket } from '@/lib/ticket/ticket';
import { type Answers, type PlainRow, type ServiceNowRow, shown, shownText, stored, toTime } from './answers';
import { SYS_ID, serviceNowDesk, toTicketId } from './desk';
import { toMessages } from './to-messages';

/** Who asks, by table: incidents have a caller, cases a contact, requests someone they are for. */
const REQUESTERS = ['caller_id', 'contact', 'consumer', 'requested_for', 'opened_for', 'opened_by'];
/** The product's own fields that tell what a ticket is about; those an administrator added begin with `u_` or `x_`. */
const FIELD =
  /^(?:(?:u|x)_.+|(?:sub)?category|impact|urgency|assignment_group|business_service|cmdb_ci|close_notes)$/;

export const requesterField = (row: ServiceNowRow): string =>
  REQUESTERS.find((field) => stored(row, field)) ?? '';

/** `u_affected_version` → `Affected version`: labels would cost a request that most agents are refused. */
const toFieldName = (key: string): string => {
  const words = toLine(key.replace(/^[ux]_/, '').replaceAll('_', ' '));
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const toUrl = (origin: string, table: string, sysId: string): string | null =>
  SYS_ID.test(sysId) ? `${origin}/${table}.do?sys_id=${sysId}` : null;

/** The customer's record in the desk: the account of a case, else the company of the ticket, else of the requester. */
export function toDeskOrganization(row: ServiceNowRow, origin: string, person?: PlainRow) {
  for (const [field, table] of [
    ['account', 'customer_account'],
    ['company', 'core_company'],
  ] as const) {
    const id = stored(row, field);
    if (id) return { id, name: shown(row, field), url: toUrl(origin, table, id) };
  }
  const id = toLine(person?.company);
  return id ? { id, name: toLine(person?.['company.name']), url: toUrl(origin, 'core_company', id) } : null;
}

const toLinked = (row: ServiceNowRow, origin: string): LinkedTicket[] =>
  (
    [
      ['problem_id', 'problem', 'problem'],
      ['parent_incident', 'parent', 'incident'],
      ['parent', 'parent', 'task'],
    ] as const
  ).flatMap(([field, kind, table]) => {
    const sysId = stored(row, field);
    const url = toUrl(origin, table, sysId);
    return url ? [{ kind, id: `${table}/${sysId}`, title: shown(row, field), url }] : [];
  });

/** The requester as the row names it; what only the person's own record tells is added by `person`. */
export function toRequester(row: ServiceNowRow, person?: PlainRow): Ticket['requester'] {
  const field = requesterField(row);
  return {
    id: toLine(stored(row, field)),
    name: toLine(person?.name) || shown(row, field),
    email: toLine(person?.email),
  };
}

const toAttachment = (file: PlainRow, origin: string): Attachment => ({
  id: toLine(file.sys_id),
  name: toLine(file.file_name),
  type: toLine(file.content_type),
  size: Number.parseInt(toLine(file.size_bytes), 10) || null,
  url: `${origin}/sys_attachment.do?sys_id=${encodeURIComponent(toLine(file.sys_id))}`,
});

export function toTicket(answers: Answers, origin: string, unread: Ticket['unread']): Ticket {
  const { id, row, people } = answers;
  const person = people.find(({ sys_id }) => sys_id === stored(row, requesterField(row)));
  const requester = toRequester(row, person);

  return {
    desk: serviceNowDesk.id,
    deskKey: toDeskKey(serviceNowDesk.id, origin),
    ticketId: toTicketId(id),
    number: shown(row, 'number'),
    url: `${origin}/${id.table}.do?sys_id=${id.sysId}`,
    subject: shown(row, 'short_description'),
    status: shown(row, 'state'),
    priority: shown(row, 'priority'),
    type: shown(row, 'sys_class_name') || id.table,
    tags: [],
    requester,
    organization: toOrganization(toDeskOrganization(row, origin, person)),
    assignee: shown(row, 'assigned_to'),
    createdAt: toTime(stored(row, 'opened_at')) ?? toTime(stored(row, 'sys_created_on')),
    updatedAt: toTime(stored(row, 'sys_updated_on')),
    customFields: Object.keys(row)
      .filter((key) => FIELD.test(key) && shown(row, key))
      .slice(0, LIMITS.list)
      .map((key) => ({ name: toFieldName(key), value: toText(shownText(row, key)).text })),
    messages: toMessages(answers, requester, unread),
    attachments: answers.files
      // Pictures that belong to a field and not to the ticket's own files.
      .filter((file) => !toLine(file.table_name).startsWith('ZZ_YY'))
      .slice(0, LIMITS.list)
      .map((file) => toAttachment(file, origin)),
    linked: toLinked(row, origin),
    unread,
  };
}
