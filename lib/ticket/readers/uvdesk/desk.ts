import type { HelpDesk } from '@/lib/ticket/ticket-reader';

/** Base path, locale, path of the member area (`member` unless it was renamed), ticket id. */
const TICKET_PATH = /^(.*)\/([a-z]{2}(?:_[A-Z]{2})?)\/([\w-]+)\/ticket\/view\/(\d{1,18})\/?$/;

/** The same ticket stands under every language, so the locale is no part of the desk. */
function locate(url: URL): { ticketId: string; basePath: string } | null {
  const found = TICKET_PATH.exec(url.pathname);
  return found?.[4] ? { ticketId: found[4], basePath: found[1] ?? '' } : null;
}

export const uvdeskDesk: HelpDesk = {
  id: 'uvdesk',
  script: 'uvdesk',
  name: 'UVdesk',
  matches: [/\/[a-z]{2}(?:_[A-Z]{2})?\/[\w-]+\/ticket\/view\/\d/],
  locate,
  hosts: [],
  // The page itself holds the ticket's facts and its first message.
  fromApi: ['conversation', 'attachments'],
  writesNotes: true,
  findsSimilar: true,
  findsArticles: true,
  insertsReplies: true,
};
