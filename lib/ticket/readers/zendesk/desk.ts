import type { HelpDesk } from '@/lib/ticket/ticket-reader';

/** Host-mapped accounts send agents back to their zendesk.com address. */
const TICKET_PAGE = /^https:\/\/[^/]+\.zendesk\.com\/agent\/tickets\/([1-9]\d{0,14})(?![^/?#])/;

function locate(url: URL): { ticketId: string; basePath: string } | null {
  const ticketId = TICKET_PAGE.exec(url.href)?.[1];
  return ticketId ? { ticketId, basePath: '' } : null;
}

export const zendeskDesk: HelpDesk = {
  id: 'zendesk',
  script: 'zendesk',
  name: 'Zendesk',
  matches: [TICKET_PAGE],
  locate,
  hosts: ['https://*.zendesk.com/*'],
  fromApi: 'all',
  writesNotes: true,
  findsSimilar: true,
  findsArticles: true,
};
