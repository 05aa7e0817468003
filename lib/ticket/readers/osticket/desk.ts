import type { HelpDesk } from '@/lib/ticket/ticket-reader';

const TICKET_PAGE = /^(.*)\/scp\/tickets\.php$/;

/** The id in the address is the internal one; the number that agents see stands on the page only. */
function locate(url: URL): { ticketId: string; basePath: string } | null {
  const basePath = TICKET_PAGE.exec(url.pathname)?.[1];
  const ticketId = url.searchParams.get('id') ?? '';
  return basePath !== undefined && /^\d{1,18}$/.test(ticketId) ? { ticketId, basePath } : null;
}

export const osTicketDesk: HelpDesk = {
  id: 'osticket',
  script: 'osticket',
  name: 'osTicket',
  matches: [/\/scp\/tickets\.php\?(?:[^#]*&)?id=\d/],
  locate,
  hosts: [],
  fromApi: [],
  writesNotes: true,
  findsSimilar: false,
  findsArticles: true,
  insertsReplies: true,
};
