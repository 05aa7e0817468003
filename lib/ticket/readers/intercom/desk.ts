import type { HelpDesk } from '@/lib/ticket/ticket-reader';

/** The inbox of today, and the one before it. The workspace's id is the first part. */
const PAGES = [
  /^\/a\/inbox\/([a-z0-9_]{1,40})\/(?:[^/]+\/)*conversation\/(\d{1,20})(?:\/|$)/i,
  /^\/a\/apps\/([a-z0-9_]{1,40})\/(?:[^/]+\/)*conversations\/(\d{1,20})(?:\/|$)/i,
];

/** `workspace` is `_` while Intercom itself is still looking it up. */
export function findConversation(url: URL): { readonly workspace: string; readonly id: string } | null {
  if (!/^app\.(?:eu\.|au\.)?intercom\.com$/.test(url.hostname)) return null;
  for (const page of PAGES) {
    const [, workspace, id] = page.exec(url.pathname) ?? [];
    if (workspace && id) return { workspace, id };
  }
  return null;
}

export const intercomDesk: HelpDesk = {
  id: 'intercom',
  script: 'intercom',
  name: 'Intercom',
  matches: [/^https:\/\/app\.(?:eu\.|au\.)?intercom\.com\/a\/(?:inbox|apps)\/.*conversations?\/\d/],
  locate(url) {
    const found = findConversation(url);
    // Numbers of conversations are unique in a region, so the workspace is no part of the desk.
    return found && { ticketId: found.id, basePath: '' };
  },
  hosts: ['https://app.intercom.com/*', 'https://app.eu.intercom.com/*', 'https://app.au.intercom.com/*'],
  fromApi: 'all',
  writesNotes: false,
  findsSimilar: false,
  findsArticles: false,
};
