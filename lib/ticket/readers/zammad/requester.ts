import { toLine } from '@/lib/ticket/bounds';
import { toOrganization } from '@/lib/ticket/organization';
import type { SimilarTicket } from '@/lib/ticket/similar';
import type { ZammadTicket, ZammadUser } from './answers';

/** Who asks, with the organization of the ticket or, where it has none, of the person. */
export function toRequester(
  ticket: ZammadTicket,
  customer: ZammadUser | null,
  origin: string,
): Pick<SimilarTicket, 'requester' | 'organization'> {
  // Expanded, `customer` is a login, which is the address unless somebody chose another.
  const login = toLine(ticket.customer);
  const name = customer ? `${toLine(customer.firstname)} ${toLine(customer.lastname)}` : login;
  const email = toLine(customer?.email) || (login.includes('@') ? login : '');
  const requester = { id: toLine(ticket.customer_id), name: toLine(name) || email, email };
  const { organization_id: id, organization } = ticket.organization_id ? ticket : (customer ?? ticket);
  const url = `${origin}/#organization/profile/${id}`;
  const desk = id ? { id: String(id), name: toLine(organization), url } : null;
  return { requester, organization: toOrganization(desk) };
}
