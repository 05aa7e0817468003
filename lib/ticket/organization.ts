import { toLine } from './bounds';
import type { Organization } from './ticket';

/** A desk's own record of who the requester belongs to, if there is one; otherwise the requester tells (see finish-ticket). */
interface OrganizationRecord {
  readonly id: string;
  readonly name: string;
  /** The customer's record in the desk. */
  readonly url?: string | null;
}

export function toOrganization(record: OrganizationRecord | null): Organization | null {
  if (!record?.id) return null;
  const id = toLine(record.id);
  return { id, name: toLine(record.name) || id, source: 'desk', url: record.url ?? null };
}
