import type { HelpDesk } from '@/lib/ticket/ticket-reader';

/** Lists, inboxes, labels, teams, folders and mentions stand between the account and the conversation. */
const CONVERSATION = /^(\/app\/accounts\/\d{1,12})\/(?:[\w%.~-]+\/){0,2}conversations\/(\d{1,18})(?:\/|$)/;

/** Conversation numbers count per account, so the account is part of the desk's base. */
function locate(url: URL): { ticketId: string; basePath: string } | null {
  const [, basePath, ticketId] = CONVERSATION.exec(url.pathname) ?? [];
  return basePath && ticketId ? { ticketId, basePath } : null;
}

export const chatwootDesk: HelpDesk = {
  id: 'chatwoot',
  script: 'chatwoot',
  name: 'Chatwoot',
  matches: [/\/app\/accounts\/\d+\/(?:[^?#]*\/)?conversations\/\d/],
  locate,
  hosts: ['https://app.chatwoot.com/*'],
  fromApi: 'all',
  writesNotes: true,
  findsSimilar: true,
  findsArticles: true,
};
