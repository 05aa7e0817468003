import type { HelpDesk } from '@/lib/ticket/ticket-reader';

export const SYS_ID = /^[0-9a-f]{32}$/;
/** Tables whose records are tickets: everything else (users, lists, scripts …) is left alone. */
const TABLE =
  /^(?!.*_list$)(?:incident|problem|change_request|interaction|sc_req(?:uest|_item)|x_\w+|\w*case\w*)$/;
/** `/record/incident/ID` of a workspace, `incident.do?sys_id=ID` of a form. */
const RECORD = /(?:\/record\/(\w{1,80})\/|\b(\w{1,80})\.do\?(?:[^#?]*&)?sys_id=)([0-9a-f]{32})(?![0-9a-z])/gi;

export interface RecordId {
  readonly table: string;
  readonly sysId: string;
}

const toRecordId = (table = '', sysId = ''): RecordId | null =>
  TABLE.test(table) && SYS_ID.test(sysId) ? { table, sysId } : null;

/** A ticket's id is `table/sys_id`: the Table API cannot find a record by its sys_id alone. */
export function parseTicketId(ticketId: string): RecordId | null {
  const [table, sysId, ...more] = ticketId.split('/');
  return more.length === 0 ? toRecordId(table, sysId) : null;
}

export const toTicketId = ({ table, sysId }: RecordId): string => `${table}/${sysId}`;

/** The record in front: one that is opened inside another stands last. An inner address is encoded, perhaps twice. */
function findRecord(url: URL): RecordId | null {
  let address = url.pathname + url.search;
  try {
    for (let turn = 0; turn < 3; turn += 1) {
      const last = [...address.toLowerCase().matchAll(RECORD)].at(-1);
      if (last) return toRecordId(last[1] ?? last[2], last[3]);
      address = decodeURIComponent(address);
    }
  } catch {
    // No address of ServiceNow is encoded wrongly.
  }
  return null;
}

export const serviceNowDesk: HelpDesk = {
  id: 'servicenow',
  script: 'servicenow',
  name: 'ServiceNow',
  matches: [/sys_id(?:=|%3D|%253D)[0-9a-f]{32}|\/record\/\w+\/[0-9a-f]{32}/i],
  locate(url) {
    const record = findRecord(url);
    return record && { ticketId: toTicketId(record), basePath: '' };
  },
  hosts: ['https://*.service-now.com/*'],
  fromApi: 'all',
  writesNotes: true,
  findsSimilar: true,
  findsArticles: true,
};
