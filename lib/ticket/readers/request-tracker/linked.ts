import { toLine } from '@/lib/ticket/bounds';
import { LIMITS } from '@/lib/ticket/limits';
import type { LinkedTicket } from '@/lib/ticket/ticket';
import type { RtTicket } from './answers';

export type Link = Pick<LinkedTicket, 'kind' | 'id'>;

/** RT lists links and fields in another order at every start. */
export const byId = (a: { readonly id?: unknown }, b: { readonly id?: unknown }) =>
  Number(a.id) - Number(b.id);

/** The ticket's own links, each ticket once; articles and addresses of other systems are no tickets. */
export function toLinks({ _hyperlinks = [] }: RtTicket): Link[] {
  const links = new Map<string, Link>();
  for (const { type, ...link } of _hyperlinks) {
    const id = toLine(link.id);
    const ref = toLine(link.ref);
    const kind = ref === 'parent' || ref === 'child' ? ref : 'related';
    // `refers-to`, `referred-to-by`, `depends-on`, `depended-on-by`; a family tie says more.
    const isLink = kind !== 'related' || (/^(refer|depend)/.test(ref) && !links.has(id));
    if (type === 'ticket' && isLink && /^\d{1,18}$/.test(id)) links.set(id, { kind, id });
  }
  return [...links.values()].sort(byId).slice(0, LIMITS.list);
}
