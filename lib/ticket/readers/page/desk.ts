import { toHttpUrl } from '@/lib/std/text';
import type { HelpDesk } from '@/lib/ticket/ticket-reader';
import { toPageId } from './page-id';

export const anyPageDesk: HelpDesk = {
  id: 'page',
  script: 'page',
  name: 'Any page',
  matches: [],
  locate: (url) => (toHttpUrl(url.origin) ? { ticketId: toPageId(url), basePath: '' } : null),
  hosts: [],
  fromApi: [],
  writesNotes: false,
  findsSimilar: false,
  findsArticles: false,
};
