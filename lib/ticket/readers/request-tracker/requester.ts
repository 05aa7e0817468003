import { toLine } from '@/lib/ticket/bounds';
import { toOrganization } from '@/lib/ticket/organization';
import type { SimilarTicket } from '@/lib/ticket/similar';
import type { RtUser } from './answers';

/** Asked for wherever people are listed, so that nobody needs a request of his own. */
export const PERSON = 'RealName,EmailAddress,Organization';

/** A requestor with the organization that stands in his record: RT keeps no organizations that a link could lead to. */
export function toRequester(
  user: RtUser | undefined,
  known: Partial<RtUser> | undefined = user,
): Pick<SimilarTicket, 'requester' | 'organization'> {
  const id = toLine(user?.id);
  const email = toLine(known?.EmailAddress) || (id.includes('@') ? id : '');
  const requester = { id, name: toLine(known?.RealName) || email || id, email };
  const name = toLine(known?.Organization);
  return { requester, organization: toOrganization(name ? { id: name, name } : null) };
}
