import { toLine } from '@/lib/ticket/bounds';
import { LIMITS } from '@/lib/ticket/limits';
import type { LinkedTicket } from '@/lib/ticket/ticket';
import type { ZammadLinks } from './answers';

/** A link says what the other one is to this ticket: `parent`, `child` or `normal`. Articles may be linked as well. */
export function toLinked({ links, assets }: ZammadLinks, origin: string): LinkedTicket[] {
  return links
    .filter((link) => link.link_object === 'Ticket' && /^\d{1,18}$/.test(toLine(link.link_object_value)))
    .slice(0, LIMITS.list)
    .map(({ link_type: type, link_object_value }) => {
      const id = toLine(link_object_value);
      return {
        kind: type === 'parent' || type === 'child' ? type : 'related',
        id,
        title: toLine(assets?.Ticket?.[id]?.title),
        url: `${origin}/#ticket/zoom/${id}`,
      };
    });
}
