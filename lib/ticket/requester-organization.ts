import { cleanLine } from '@/lib/std/text';
import type { Organization, Ticket } from './ticket';

/** Providers where anybody gets an address: the domain says nothing about the organization. With any country ending. */
const PUBLIC_NAMES =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|aol|icloud|gmx|yandex|proton|protonmail|tutanota|zoho|mail)\.[a-z]{2,4}(?:\.[a-z]{2})?$/;
/** Grouped by ending, which is smaller than a list. */
const PUBLIC_DOMAINS =
  /^(?:(?:me|mac|qq|163|126|sina|fastmail|hey|btinternet|sky|naver|rediffmail|tuta)\.com|(?:uol|bol|terra)\.com\.br|(?:comcast|verizon|att|sbcglobal|cox|daum|laposte|ukr)\.net|(?:web|t-online|freenet|arcor|posteo)\.de|(?:ya|bk|list|inbox|rambler)\.ru|(?:orange|free|wanadoo|sfr)\.fr|(?:libero|virgilio|tiscali)\.it|(?:wp|o2|onet|interia)\.pl|(?:ziggo|kpnmail)\.nl|pm\.me|seznam\.cz|bluewin\.ch|telenet\.be|mailbox\.org)$/;

/** The part after the last @ in lower case; empty when the text is no address. */
function mailDomain(email: string): string {
  return /^[^\s@]+@([^\s@]+\.[^\s@]+)$/.exec(email.trim().toLowerCase())?.[1] ?? '';
}

export function isPublicMail(domain: string): boolean {
  return PUBLIC_NAMES.test(domain) || PUBLIC_DOMAINS.test(domain);
}

/**
 * Who stands behind a requester of whom the desk keeps no organization: a company's mail domain, else the requester
 * alone; null for nobody. Needs no page, so it is told by who reads, not on the page.
 */
export function organizationOf(requester: Ticket['requester']): Organization | null {
  const domain = cleanLine(mailDomain(requester.email));
  if (domain && !isPublicMail(domain)) return { id: domain, name: domain, source: 'email', url: null };
  const id = requester.email || requester.id || requester.name;
  return id ? { id, name: requester.name || id, source: 'requester', url: null } : null;
}
