import type { HelpDesk } from '@/lib/ticket/ticket-reader';

const KEY = '[A-Z]\\w{1,254}-\\d{1,18}';
/** Data Center may live under a context path, often `/jira`; Cloud has areas of that name instead. */
const BASE =
  '^((?:\\/[\\w.~-]+){0,3}?)\\/(?:browse|issues|secure|servicedesk\\/customer|(?:jira\\/\\w+\\/(?:c\\/)?)?projects)';
const BY_PATH = new RegExp(`${BASE}(?:\\/[\\w-]+){0,6}\\/(${KEY})\\/?$`);
const BY_SELECTION = new RegExp(`${BASE}(?:\\/|$)`);
const WHOLE_KEY = new RegExp(`^${KEY}$`);

export const isKey = (ticketId: string): boolean => WHOLE_KEY.test(ticketId);

function locate({ pathname, searchParams }: URL): { ticketId: string; basePath: string } | null {
  // A board shows the selected issue beside itself, whatever its path names.
  const selected = searchParams.get('selectedIssue') ?? '';
  const found = isKey(selected) ? BY_SELECTION.exec(pathname) : BY_PATH.exec(pathname);
  return found ? { ticketId: found[2] ?? selected, basePath: found[1] ?? '' } : null;
}

export const jiraServiceManagementDesk: HelpDesk = {
  id: 'jira-service-management',
  script: 'jira-service-management',
  name: 'Jira Service Management',
  matches: [new RegExp(`^https?:\\/\\/[^#]+(?:\\/|[?&]selectedIssue=)${KEY}\\/?(?:[?&#]|$)`)],
  locate,
  // Jira refuses writes that come from another origin (XSRF check), so notes need an open page of it.
  hosts: ['https://*.atlassian.net/*'],
  fromApi: 'all',
  writesNotes: true,
  findsSimilar: true,
  findsArticles: true,
};
