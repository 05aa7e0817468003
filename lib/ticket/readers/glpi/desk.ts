import type { HelpDesk } from '@/lib/ticket/ticket-reader';

function locate(url: URL): { ticketId: string; basePath: string } | null {
  const basePath = /^(.*)\/front\/ticket\.form\.php$/.exec(url.pathname)?.[1];
  const ticketId = url.searchParams.get('id') ?? '';
  return basePath !== undefined && /^[1-9]\d{0,17}$/.test(ticketId) ? { ticketId, basePath } : null;
}

export const glpiDesk: HelpDesk = {
  id: 'glpi',
  script: 'glpi',
  name: 'GLPI',
  matches: [/\/front\/ticket\.form\.php\?/],
  locate,
  hosts: [],
  fromApi: [],
  writesNotes: true,
  // The list of tickets keeps what is searched in the agent's session: a search of ours would change his own list.
  findsSimilar: false,
  findsArticles: false,
  insertsReplies: true,
};
