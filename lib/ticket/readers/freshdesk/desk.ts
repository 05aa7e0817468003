import type { HelpDesk } from '@/lib/ticket/ticket-reader';

/** On any host: accounts may have a name of their own. Freshservice has such addresses too, and is another desk. */
const TICKET_PAGE = /^https:\/\/(?![^/]+\.freshservice\.com\/)[^/]+\/a\/tickets\/([1-9]\d{0,14})(?![^/?#])/;

function locate(url: URL): { ticketId: string; basePath: string } | null {
  const ticketId = TICKET_PAGE.exec(url.href)?.[1];
  return ticketId ? { ticketId, basePath: '' } : null;
}

export const freshdeskDesk: HelpDesk = {
  id: 'freshdesk',
  script: 'freshdesk',
  name: 'Freshdesk',
  matches: [TICKET_PAGE],
  locate,
  hosts: ['https://*.freshdesk.com/*'],
  fromApi: 'all',
  writesNotes: true,
  findsSimilar: true,
  findsArticles: true,
};
