/**
 * HubSpot Service Hub: the application's own requests with the agent's session.
 * Pages: `app[-REGION].hubspot.com/contacts/PORTAL/record/0-5/ID` (before: `/ticket/ID`), `/help-desk/PORTAL/…/ticket/ID`.
 * API, undocumented, each seen in several independent public extensions that use the session: the record
 * (`inbounddb-objects/v1/crm-objects/0-5/ID`), its timeline (`timeline/v2/object/0-5/ID`, whose entries have the shape of
 * the documented "Engagements" API), `crm/v3/pipelines/tickets`; the token from the cookie `hubspotapi-csrf`.
 * With the paths of the public documentation, not seen with a session: `crm/v3/properties/tickets`, `crm/v3/owners/ID`,
 * `crm/v3/objects/tickets/ID?associations=`. Where one of them fails its part is named in `unread`.
 * Not verified: no account was reached. Chats and files are not read. Where the API is silent or moved away, the generic
 * reader takes the page.
 * No notes: an entry written by such a request cannot be proved to be seen by agents alone. No search: the
 * application's own is not described well enough to tell open tickets.
 */
import { err, ok, type Result } from '@/lib/std/result';
import { toLine } from '@/lib/ticket/bounds';
import { selectAll } from '@/lib/ticket/dom';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { AnyAnswer, fieldsOf, listOf, propertyOf, ResultsAnswer } from './answers';
import { fetchApi, fetchRecord, fetchTimeline } from './api';
import { findTicket, hubSpotDesk } from './desk';
import { withToken } from './session';
import { toTicket } from './to-ticket';

/** The primary one, else the first. */
function pick(linked: unknown, primary: string): string {
  const all = listOf(fieldsOf(linked).results);
  return toLine((all.find(({ type }) => type === primary) ?? all[0])?.id);
}

/** HubSpot may move or close its own addresses: when the agent has the record in front, the page can still be read. */
function toPageError(page: Page, error: ReadError): ReadError {
  const isShown = selectAll(page.document, '[data-selenium-test="highlightTitle"]').length > 0;
  return isShown && /^(not-found|forbidden)$/.test(error.kind) ? { ...error, kind: 'changed-layout' } : error;
}

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const place = findTicket(page.url);
  if (!place) return null;
  const desk = withToken(page);
  const ticket = await fetchRecord(desk, place, '0-5', place.id);
  if (!ticket.ok) return err(toPageError(page, ticket.error));
  const ownerId = toLine(propertyOf(ticket.value, 'hubspot_owner_id'));
  const [timeline, pipelines, properties, links, owner] = await Promise.all([
    fetchTimeline(desk, place),
    fetchApi(desk, place, 'crm/v3/pipelines/tickets', ResultsAnswer),
    fetchApi(desk, place, 'crm/v3/properties/tickets', ResultsAnswer),
    fetchApi(desk, place, `crm/v3/objects/tickets/${place.id}`, AnyAnswer, {
      associations: 'contacts,companies',
    }),
    ownerId ? fetchApi(desk, place, `crm/v3/owners/${encodeURIComponent(ownerId)}`, AnyAnswer) : null,
  ]);
  const isFatal = (error: ReadError) => /^(logged-out|offline|rate-limited|server)$/.test(error.kind);
  if (!timeline.ok && (isFatal(timeline.error) || !toLine(propertyOf(ticket.value, 'content'))))
    return err(toPageError(page, timeline.error));

  const unread: Ticket['unread'] = [];
  const linked = fieldsOf(links.ok && toLine(links.value.id) === place.id && links.value.associations);
  const contactId = pick(linked.contacts, 'ticket_to_contact');
  const companyId =
    pick(linked.companies, 'ticket_to_company') || toLine(propertyOf(ticket.value, 'hs_primary_company_id'));
  const [contact, company] = await Promise.all([
    contactId ? fetchRecord(desk, place, '0-1', contactId) : null,
    companyId ? fetchRecord(desk, place, '0-2', companyId) : null,
  ]);
  for (const [field, answer] of [
    ['messages', timeline],
    ['status', pipelines],
    ['custom fields', properties],
    ['requester', links],
    ['requester', contact],
    ['organization', company],
    ['assignee', owner],
  ] as const) {
    if (answer && !answer.ok) unread.push({ field, reason: answer.error.detail });
  }
  if (links.ok && !contactId) unread.push({ field: 'requester', reason: 'the ticket has no contact' });
  if (timeline.ok && !timeline.value.complete)
    unread.push({ field: 'messages', reason: 'the ticket is very long: only its latest part was read' });
  const person = fieldsOf(owner?.ok && owner.value);
  const answers = {
    place,
    ticket: ticket.value,
    events: timeline.ok ? timeline.value.events : [],
    pipelines: pipelines.ok ? pipelines.value.results : [],
    properties: properties.ok ? properties.value.results : [],
    contact: contact?.ok ? contact.value : null,
    company: company?.ok ? company.value : null,
    owner: toLine(`${toLine(person.firstName)} ${toLine(person.lastName)}`) || toLine(person.email),
  };
  return ok(toTicket(answers, page.url.origin, unread));
}

export const hubSpot: TicketReader = { ...hubSpotDesk, read };
