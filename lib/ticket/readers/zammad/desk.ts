import type { HelpDesk } from '@/lib/ticket/ticket-reader';

function locate(url: URL): { ticketId: string; basePath: string } | null {
  const hash = url.pathname === '/' ? /^#ticket\/zoom\/(\d{1,18})(?:\/|$)/.exec(url.hash) : null;
  const ticketId = (hash ?? /^\/(?:desktop|mobile)\/tickets\/(\d{1,18})(?:\/|$)/.exec(url.pathname))?.[1];
  return ticketId ? { ticketId, basePath: '' } : null;
}

export const zammadDesk: HelpDesk = {
  id: 'zammad',
  script: 'zammad',
  name: 'Zammad',
  matches: [
    /^https?:\/\/[^/]+\/(?:[?][^#]*)?#ticket\/zoom\/\d/,
    /^https?:\/\/[^/]+\/(?:desktop|mobile)\/tickets\/\d/,
  ],
  locate,
  // Rails compares the Origin header with its own address, so this works from the desk's page only.
  hosts: ['https://*.zammad.com/*'],
  fromApi: 'all',
  writesNotes: true,
  findsSimilar: true,
  findsArticles: true,
  insertsReplies: true,
};
