import type { HelpDesk } from '@/lib/ticket/ticket-reader';

/** Group, subgroups, project; `/groups/…` are the issues of a group, which the API has no address for. */
const PLACE =
  '((?:\\/(?!-\\/)[\\w.~-]+){2,21})\\/-\\/(?:issues|work_items)\\/(?:incident\\/|service_desk\\/)?(\\d{1,15})';
const BY_PATH = new RegExp(`^(?!\\/groups\\/)${PLACE}(?:\\/|$)`);

function locate(url: URL): { ticketId: string; basePath: string } | null {
  const [, basePath, ticketId] = BY_PATH.exec(url.pathname) ?? [];
  // Issues are counted by project, so that the project is the desk.
  return basePath && ticketId ? { ticketId, basePath } : null;
}

export const gitlabDesk: HelpDesk = {
  id: 'gitlab',
  script: 'gitlab',
  name: 'GitLab Service Desk',
  matches: [/^https?:\/\/[^/]+\/[^?#]+\/-\/(?:issues|work_items)\/(?:[a-z_]+\/)?\d/],
  locate,
  // Rails compares the Origin header with its own address, so notes can be written from GitLab's page only.
  hosts: ['https://gitlab.com/*'],
  fromApi: 'all',
  writesNotes: true,
  findsSimilar: true,
  findsArticles: false,
  insertsReplies: true,
};
