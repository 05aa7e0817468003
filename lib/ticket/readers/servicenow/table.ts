import { err, ok, type Result } from '@/lib/std/result';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { LIMITS } from '@/lib/ticket/limits';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { PlainAnswer, type PlainRow, RecordAnswer, type ServiceNowRow } from './answers';
import type { RecordId } from './desk';

const PAGE_SIZE = 500;
/** Fields with what is stored and what is shown. */
export const WITH_BOTH = { sysparm_display_value: 'all', sysparm_exclude_reference_link: 'true' };

export const apiPath = (resource: string, query: Record<string, string>): string =>
  `/api/now/${resource}?${new URLSearchParams(query)}`;

/** One record, which must be the one that was asked for. */
export async function fetchRecord(
  desk: Desk,
  { table, sysId }: RecordId,
  query: Record<string, string> = {},
): Promise<Result<ServiceNowRow, ReadError>> {
  const path = apiPath(`table/${table}/${sysId}`, { ...WITH_BOTH, ...query });
  const answer = await fetchJson(desk, path, RecordAnswer, { cache: 'no-store' });
  if (!answer.ok) return answer;
  const row = answer.value.data.result;
  return row.sys_id.value === sysId
    ? ok(row)
    : err({
        kind: 'changed-layout',
        detail: 'ServiceNow sent another ticket. Reload its page, then try again.',
      });
}

interface Journal {
  readonly entries: PlainRow[];
  readonly complete: boolean;
}

/** Comments and work notes of a record, oldest first. `element` says which of the two an entry is. */
export async function fetchJournal(desk: Desk, sysId: string): Promise<Result<Journal, ReadError>> {
  const entries: PlainRow[] = [];
  const query = `element_id=${sysId}^elementINcomments,work_notes^ORDERBYsys_created_on`;
  while (entries.length < LIMITS.messages) {
    const path = apiPath('table/sys_journal_field', {
      sysparm_query: query,
      sysparm_fields: 'sys_id,element,value,sys_created_by,sys_created_on',
      sysparm_limit: String(PAGE_SIZE),
      sysparm_offset: String(entries.length),
    });
    const answer = await fetchJson(desk, path, PlainAnswer, { cache: 'no-store' });
    if (!answer.ok) return answer;
    const { result } = answer.value.data;
    entries.push(...result);
    if (result.length < PAGE_SIZE) return ok({ entries, complete: true });
  }
  return ok({ entries, complete: false });
}
