import type { HelpDesk } from '@/lib/ticket/ticket-reader';

/** 0-5 is HubSpot's own type number of tickets. */
const PAGES = [
  /^\/contacts\/(\d{1,15})\/(?:record\/0-5|ticket)\/(\d{1,20})(?:\/|$)/,
  /^\/help-desk\/(\d{1,15})\/(?:[^/]+\/)*ticket\/(\d{1,20})(?:\/|$)/,
];

export interface HubSpotPlace {
  /** The account: its tickets have nothing to do with those of another one. */
  readonly portal: string;
  readonly id: string;
}

export function findTicket(url: URL): HubSpotPlace | null {
  if (!/^app(?:-[a-z0-9]{2,8})?\.hubspot\.com$/.test(url.hostname)) return null;
  for (const page of PAGES) {
    const [, portal, id] = page.exec(url.pathname) ?? [];
    if (portal && id) return { portal, id };
  }
  return null;
}

/** One key for an account, whichever of its pages shows the ticket. */
export const toBasePath = ({ portal }: HubSpotPlace): string => `/contacts/${portal}`;

export const hubSpotDesk: HelpDesk = {
  id: 'hubspot',
  script: 'hubspot',
  name: 'HubSpot Service Hub',
  matches: [/^https:\/\/app(?:-[a-z0-9]+)?\.hubspot\.com\/(?:contacts|help-desk)\/\d+\/.*(?:0-5|ticket)\/\d/],
  locate(url) {
    const place = findTicket(url);
    return place && { ticketId: place.id, basePath: toBasePath(place) };
  },
  hosts: ['', '-na2', '-na3', '-eu1', '-ap1'].map((region) => `https://app${region}.hubspot.com/*`),
  fromApi: 'all',
  writesNotes: false,
  findsSimilar: false,
  findsArticles: false,
};
