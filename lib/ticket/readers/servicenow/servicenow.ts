/**
 * ServiceNow (classic form, Polaris frame, workspaces): Table API with the agent's session.
 * Pages: `/TABLE.do?sys_id=`, `/nav_to.do?uri=…`, `/now/nav/ui/classic/params/target/…`, `/now/…/record/TABLE/SYS_ID`
 * (also nested, `…/sub/record/…`), for the tables that hold tickets.
 * API: ServiceNow REST API reference "Table API", "Attachment API"; journal in `sys_journal_field`. The session's token
 * (`g_ck`, header `X-UserToken`) and the header `X-UserToken-Response` that tells it are seen in many public extensions.
 * Not verified: no instance was reached. Fixtures are written from the documented shapes. Roles differ by instance:
 * where the journal's table may not be read, the form's own text is read, without times.
 */
import { err, ok, type Result } from '@/lib/std/result';
import { toLine } from '@/lib/ticket/bounds';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Desk, Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { addNote } from './add-note';
import { PlainAnswer, stored } from './answers';
import { parseTicketId, SYS_ID, serviceNowDesk } from './desk';
import { findArticles, findSimilar } from './search';
import { openSession } from './session';
import { apiPath, fetchJournal, fetchRecord } from './table';
import { requesterField, toTicket } from './to-ticket';

const isFatal = ({ kind }: ReadError) => /^(logged-out|offline|rate-limited|server)$/.test(kind);

/** Names behind the logins of the journal, and the requester, in one request. */
function fetchPeople(desk: Desk, logins: ReadonlySet<string>, requester: string) {
  const names = [...logins].filter((login) => login && !/[\^,=]/.test(login)).slice(0, 100);
  const conditions = [
    ...(names.length > 0 ? [`user_nameIN${names.join(',')}`] : []),
    ...(SYS_ID.test(requester) ? [`sys_id=${requester}`] : []),
  ];
  const query = {
    sysparm_query: conditions.join('^OR'),
    sysparm_fields: 'sys_id,user_name,name,email,sys_class_name,company,company.name',
    sysparm_exclude_reference_link: 'true',
    sysparm_limit: '101',
  };
  return conditions.length > 0 ? fetchJson(desk, apiPath('table/sys_user', query), PlainAnswer) : null;
}

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const place = serviceNowDesk.locate(page.url);
  const id = place && parseTicketId(place.ticketId);
  if (!id) return null;
  const session = openSession(page);
  const { desk } = session;
  const record = await fetchRecord(desk, id);
  if (!record.ok) {
    // Such addresses are possible elsewhere; only ServiceNow has such a host or such a token.
    const isMine = /\.service-now\.com$/.test(page.url.hostname) || session.token() !== '';
    return isMine ? record : null;
  }
  const row = record.value;
  const files = {
    sysparm_query: `table_sys_id=${id.sysId}^ORDERBYsys_created_on`,
    sysparm_limit: '500',
  };
  const [journal, attachments] = await Promise.all([
    fetchJournal(desk, id.sysId),
    fetchJson(desk, apiPath('attachment', files), PlainAnswer),
  ]);
  if (!journal.ok && isFatal(journal.error)) return err(journal.error);
  const entries = journal.ok ? journal.value.entries : [];
  const logins = new Set(entries.map((entry) => toLine(entry.sys_created_by)));
  const people = await fetchPeople(desk, logins, stored(row, requesterField(row)));

  const unread: Ticket['unread'] = [];
  for (const [field, answer] of [
    ['messages', journal],
    ['attachments', attachments],
    ['people', people],
  ] as const) {
    if (answer && !answer.ok) unread.push({ field, reason: answer.error.detail });
  }
  if (journal.ok && !journal.value.complete)
    unread.push({ field: 'messages', reason: `only the first ${entries.length} were read` });
  const answers = {
    id,
    row,
    journal: entries,
    files: attachments.ok ? attachments.value.data.result : [],
    people: people?.ok ? people.value.data.result : [],
  };
  return ok(toTicket(answers, page.url.origin, unread));
}

export const serviceNow: TicketReader = { ...serviceNowDesk, read, addNote, findSimilar, findArticles };
