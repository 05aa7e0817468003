import { ok, type Result } from '@/lib/std/result';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { toOrganization } from '@/lib/ticket/organization';
import type { FoundArticle, SimilarQuery, SimilarTicket } from '@/lib/ticket/similar';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { RowsAnswer, type ServiceNowRow, shown, stored, toTime } from './answers';
import { parseTicketId, type RecordId, SYS_ID, toTicketId } from './desk';
import { openSession } from './session';
import { apiPath, WITH_BOTH } from './table';
import { toDeskOrganization, toRequester } from './to-ticket';

const MAX_TICKETS = 50;
const MAX_ARTICLES = 20;
/** Resolved, closed and cancelled in the product's own state lists: a resolved ticket stays `active` for days. */
const DONE = /^(?:incident:[678]|sn_customerservice_case:[367])$/;

/** Letters and digits only, any of the words: `^`, quotes, wildcards and operators have a meaning in the query. */
const toTextQuery = (words: readonly string[]): string =>
  words
    .flatMap((word) => word.match(/[\p{L}\p{M}\p{N}]{2,}/gu) ?? [])
    .filter((word) => !/^(?:and|or|not)$/i.test(word))
    .slice(0, 20)
    .join(' OR ');

async function search(
  from: Desk,
  table: string,
  conditions: string,
  words: readonly string[],
  fields: string,
  limit: number,
): Promise<Result<ServiceNowRow[], ReadError>> {
  const text = toTextQuery(words);
  if (!text) return ok([]);
  const query = {
    sysparm_query: `${conditions}^123TEXTQUERY321=${text}`,
    sysparm_fields: fields,
    sysparm_limit: String(limit),
    ...WITH_BOTH,
  };
  const answer = await fetchJson(openSession(from).desk, apiPath(`table/${table}`, query), RowsAnswer);
  return answer.ok
    ? ok(answer.value.data.result.filter(({ sys_id }) => SYS_ID.test(sys_id.value)).slice(0, limit))
    : answer;
}

function toSimilar(row: ServiceNowRow, { table }: RecordId, origin: string): SimilarTicket {
  const requester = toRequester(row);
  return {
    ticketId: toTicketId({ table, sysId: row.sys_id.value }),
    number: shown(row, 'number'),
    url: `${origin}/${table}.do?sys_id=${row.sys_id.value}`,
    subject: shown(row, 'short_description'),
    status: shown(row, 'state'),
    requester,
    organization: toOrganization(toDeskOrganization(row, origin)),
    updatedAt: toTime(stored(row, 'sys_updated_on')),
  };
}

/** Active records of the same table by its text index, which orders them by relevance. */
export async function findSimilar(
  query: SimilarQuery,
  desk: Desk,
): Promise<Result<SimilarTicket[], ReadError>> {
  const id = parseTicketId(query.ticketId);
  if (!id) return ok([]);
  const fields =
    'sys_id,number,short_description,state,active,caller_id,contact,consumer,requested_for,opened_for,account,company,sys_updated_on';
  const conditions = `active=true^sys_id!=${id.sysId}`;
  const rows = await search(desk, id.table, conditions, query.words, fields, MAX_TICKETS);
  if (!rows.ok) return rows;
  const isOpen = (row: ServiceNowRow) =>
    stored(row, 'active') !== 'false' && !DONE.test(`${id.table}:${stored(row, 'state')}`);
  return ok(
    rows.value
      .filter((row) => row.sys_id.value !== id.sysId && isOpen(row))
      .map((row) => toSimilar(row, id, desk.url.origin)),
  );
}

export async function findArticles(
  words: readonly string[],
  desk: Desk,
): Promise<Result<FoundArticle[], ReadError>> {
  const fields = 'sys_id,number,short_description,meta_description,sys_updated_on';
  const rows = await search(desk, 'kb_knowledge', 'workflow_state=published', words, fields, MAX_ARTICLES);
  if (!rows.ok) return rows;
  return ok(
    rows.value.map((row) => ({
      id: row.sys_id.value,
      title: shown(row, 'short_description') || shown(row, 'number'),
      url: `${desk.url.origin}/kb_view.do?sys_kb_id=${row.sys_id.value}`,
      excerpt: shown(row, 'meta_description'),
      updatedAt: toTime(stored(row, 'sys_updated_on')),
    })),
  );
}
