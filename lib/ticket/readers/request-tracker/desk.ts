import type { HelpDesk } from '@/lib/ticket/ticket-reader';

/** The ticket pages: Display, History, Update (reply), Modify and its sisters, ShowEmailRecord, Forward … */
const TICKET_PAGE = /^(.*)\/Ticket\/[A-Z][A-Za-z]*\.html$/;

function locate(url: URL): { ticketId: string; basePath: string } | null {
  const basePath = TICKET_PAGE.exec(url.pathname)?.[1];
  const ticketId = url.searchParams.get('id') ?? '';
  return basePath !== undefined && /^\d{1,18}$/.test(ticketId) ? { ticketId, basePath } : null;
}

export const requestTrackerDesk: HelpDesk = {
  id: 'request-tracker',
  script: 'request-tracker',
  name: 'Request Tracker',
  matches: [/\/Ticket\/[A-Z][A-Za-z]*\.html\?/],
  locate,
  hosts: [],
  fromApi: 'all',
  writesNotes: true,
  findsSimilar: true,
  findsArticles: true,
  insertsReplies: true,
  replyAddress: (desk, ticketId) => `${desk}/Ticket/Update.html?Action=Respond&id=${ticketId}`,
};
