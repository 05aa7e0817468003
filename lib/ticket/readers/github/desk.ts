import type { HelpDesk } from '@/lib/ticket/ticket-reader';

const BY_PATH = /^((?:\/[\w.-]+){2})\/issues\/(\d{1,15})\/?$/;

function locate(url: URL): { ticketId: string; basePath: string } | null {
  const [, basePath, ticketId] = BY_PATH.exec(url.pathname) ?? [];
  // Issues are counted by repository, so that the repository is the desk.
  return basePath && ticketId ? { ticketId, basePath } : null;
}

export const githubDesk: HelpDesk = {
  id: 'github',
  script: 'github',
  name: 'GitHub Issues',
  matches: [/^https?:\/\/[^/]+\/[\w.-]+\/[\w.-]+\/issues\/\d+\/?(?:[?#]|$)/],
  locate,
  hosts: ['https://github.com/*'],
  fromApi: [],
  writesNotes: false,
  findsSimilar: false,
  findsArticles: false,
  insertsReplies: true,
};
