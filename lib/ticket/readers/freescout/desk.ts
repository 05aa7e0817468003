import type { HelpDesk } from '@/lib/ticket/ticket-reader';

const CONVERSATION = /^(.*)\/conversation\/(\d{1,18})\/?$/;
/** Other products with such addresses. */
const OTHERS = /(?:^|\.)(?:helpscout\.(?:net|com)|intercom\.(?:com|io))$/;

function locate(url: URL): { ticketId: string; basePath: string } | null {
  const [, basePath, ticketId] = CONVERSATION.exec(url.pathname) ?? [];
  if (basePath === undefined || ticketId === undefined || OTHERS.test(url.hostname)) return null;
  return { ticketId, basePath };
}

export const freeScoutDesk: HelpDesk = {
  id: 'freescout',
  script: 'freescout',
  name: 'FreeScout',
  matches: [/\/conversation\/\d+\/?(?:[?#]|$)/],
  locate,
  hosts: [],
  fromApi: [],
  writesNotes: true,
  findsSimilar: true,
  findsArticles: false,
  insertsReplies: true,
};
