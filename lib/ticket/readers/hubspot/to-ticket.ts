import { toLine, toText } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { LIMITS } from '@/lib/ticket/limits';
import { toOrganization } from '@/lib/ticket/organization';
import type { Ticket } from '@/lib/ticket/ticket';
import {
  type Fields,
  fieldsOf,
  findById,
  type HubSpotEvent,
  type HubSpotRecord,
  listOf,
  propertyOf,
  toTime,
} from './answers';
import { type HubSpotPlace, hubSpotDesk, toBasePath } from './desk';
import { toMessages } from './to-messages';

export interface Answers {
  readonly place: HubSpotPlace;
  readonly ticket: HubSpotRecord;
  readonly events: readonly HubSpotEvent[];
  readonly pipelines: readonly Fields[];
  readonly properties: readonly Fields[];
  readonly contact: HubSpotRecord | null;
  readonly company: HubSpotRecord | null;
  /** The ticket's owner. */
  readonly owner: string;
}

/** Properties that the account added; HubSpot's own are known by other parts of the ticket or say nothing. */
const toCustomFields = ({ ticket, properties }: Answers): Ticket['customFields'] =>
  properties
    .map((property) => ({ ...property, value: toLine(propertyOf(ticket, toLine(property.name))) }) as Fields)
    .filter(({ hubspotDefined, value }) => !hubspotDefined && value)
    .slice(0, LIMITS.list)
    .map(({ name, label, options, value }) => {
      const labelOf = (choice: string) => listOf(options).find((option) => option.value === choice)?.label;
      // Several choices are joined by semicolons.
      const shown = toLine(value)
        .split(';')
        .map((choice) => toLine(labelOf(choice)) || choice);
      return { name: toLine(label) || toLine(name), value: toText(shown.join('; ')).text };
    });

export function toTicket(answers: Answers, origin: string, unread: Ticket['unread']): Ticket {
  const { place, ticket, contact, company } = answers;
  const text = (name: string) => toLine(propertyOf(ticket, name));
  const ofContact = (name: string) => toLine(propertyOf(contact, name));
  const email = ofContact('email');
  const requester = {
    id: contact ? toLine(contact.objectId) : '',
    name: toLine(`${ofContact('firstname')} ${ofContact('lastname')}`) || email,
    email,
  };
  const base = origin + toBasePath(place);
  const companyId = company ? toLine(company.objectId) : '';
  const stageId = text('hs_pipeline_stage');
  const pipeline = findById(answers.pipelines, text('hs_pipeline'));
  const stage = findById(listOf(pipeline?.stages), stageId);
  const owners = new Map([[text('hubspot_owner_id'), answers.owner]]);
  if (answers.events.some(({ eventData }) => listOf(fieldsOf(eventData).attachments).length > 0))
    unread.push({ field: 'attachments', reason: 'HubSpot gives their numbers only: open them on the page' });

  return {
    desk: hubSpotDesk.id,
    deskKey: toDeskKey(hubSpotDesk.id, origin, toBasePath(place)),
    ticketId: place.id,
    number: place.id,
    url: `${base}/record/0-5/${place.id}`,
    subject: text('subject'),
    status: toLine(stage?.label) || stageId,
    priority: text('hs_ticket_priority').toLowerCase(),
    type: text('hs_ticket_category') || toLine(pipeline?.label),
    tags: [],
    requester,
    organization: toOrganization(
      companyId
        ? {
            id: companyId,
            name: toLine(propertyOf(company, 'name')) || toLine(propertyOf(company, 'domain')),
            url: `${base}/record/0-2/${encodeURIComponent(companyId)}`,
          }
        : null,
    ),
    assignee: answers.owner,
    createdAt: toTime(propertyOf(ticket, 'createdate')),
    updatedAt: toTime(propertyOf(ticket, 'hs_lastmodifieddate')),
    customFields: toCustomFields(answers),
    messages: toMessages(ticket, answers.events, requester, owners, unread),
    attachments: [],
    linked: [],
    unread,
  };
}
