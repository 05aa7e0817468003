import type { HelpDesk } from '@/lib/ticket/ticket-reader';

const SCRIPT = /^(.*)\/index\.pl$/;

/** Parameters are joined by `;` or `&`. The number in the address of some mails is not the id. */
function locate(url: URL): { ticketId: string; basePath: string } | null {
  const basePath = SCRIPT.exec(url.pathname)?.[1];
  const query = new Map(
    url.search
      .slice(1)
      .split(/[;&]/)
      .map((pair) => pair.split('=', 2) as [string, string]),
  );
  const ticketId = query.get('TicketID') ?? '';
  return basePath !== undefined && query.get('Action') === 'AgentTicketZoom' && /^\d{1,18}$/.test(ticketId)
    ? { ticketId, basePath }
    : null;
}

export const znunyDesk: HelpDesk = {
  id: 'znuny',
  script: 'znuny',
  name: 'Znuny / OTRS',
  matches: [/\/index\.pl\?(?:[^#]*[;&])?Action=AgentTicketZoom(?:[;&#]|$)/],
  locate,
  hosts: [],
  fromApi: [],
  writesNotes: true,
  findsSimilar: false,
  findsArticles: false,
};
