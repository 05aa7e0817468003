import { cleanLine } from '@/lib/std/text';
import { toLine } from './bounds';
import type { Organization } from './ticket';

/** Providers where anybody gets an address: the domain says nothing about the organization. With any country ending. */
const PUBLIC_NAMES =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|aol|icloud|gmx|yandex|proton|protonmail|tutanota|zoho|mail)\.[a-z]{2,4}(?:\.[a-z]{2})?$/;
const PUBLIC_DOMAINS = new Set(
  (
    'me.com mac.com pm.me web.de t-online.de freenet.de arcor.de ya.ru bk.ru list.ru inbox.ru rambler.ru qq.com 163.com 126.com sina.com ' +
    'orange.fr free.fr laposte.net wanadoo.fr sfr.fr libero.it virgilio.it tiscali.it fastmail.com hey.com comcast.net verizon.net att.net ' +
    'sbcglobal.net cox.net btinternet.com sky.com seznam.cz wp.pl o2.pl onet.pl interia.pl naver.com daum.net uol.com.br bol.com.br terra.com.br ' +
    'rediffmail.com bluewin.ch telenet.be ziggo.nl kpnmail.nl tuta.com mailbox.org posteo.de ukr.net'
  ).split(' '),
);

/** The part after the last @ in lower case; empty when the text is no address. */
function mailDomain(email: string): string {
  return /^[^\s@]+@([^\s@]+\.[^\s@]+)$/.exec(email.trim().toLowerCase())?.[1] ?? '';
}

export function isPublicMail(domain: string): boolean {
  return PUBLIC_NAMES.test(domain) || PUBLIC_DOMAINS.has(domain);
}

interface Known {
  /** The desk's own record, when it has one. */
  readonly desk?: { readonly id: string; readonly name: string; readonly url?: string | null } | null;
  readonly requester: { readonly id: string; readonly name: string; readonly email: string };
}

/** Who is hit, for counting reports: the desk's record, else a company's mail domain, else the requester alone. */
export function toOrganization({ desk, requester }: Known): Organization | null {
  if (desk?.id) {
    return {
      id: toLine(desk.id),
      name: toLine(desk.name) || toLine(desk.id),
      source: 'desk',
      url: desk.url ?? null,
    };
  }
  const domain = cleanLine(mailDomain(requester.email));
  if (domain && !isPublicMail(domain)) return { id: domain, name: domain, source: 'email', url: null };
  const id = requester.email || requester.id || requester.name;
  return id ? { id, name: requester.name || id, source: 'requester', url: null } : null;
}
