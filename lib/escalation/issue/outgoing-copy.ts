import type { Escalation } from '@/lib/escalation/escalation';
import type { SecretKind } from '@/lib/masking/found';
import { mapTexts } from '@/lib/masking/map-texts';
import type { Masker } from '@/lib/masking/masker';

/** Names, numbers, dates and states that Baton or the desk looks things up by: never free text. */
const FUNCTIONAL: ReadonlySet<string> = new Set([
  'id',
  'ticketKey',
  'issueKey',
  'desk',
  'deskKey',
  'ticketId',
  'number',
  'key',
  'recordKey',
  'deliveryKey',
  'unmasked',
  'fileIds',
  'nextUpdateOn',
  'takenUpBy',
]);

/** Addresses have to go on leading somewhere: numbers and hosts in them stay, what lets somebody in does not. */
const ADDRESSES: ReadonlySet<string> = new Set(['url', 'organizationUrl', 'recordings']);
const IN_ADDRESSES: readonly SecretKind[] = ['token', 'credentials', 'email', 'iban'];

/**
 * The escalation as it may leave: every text of it masked, also in fields that come later. The draft itself stays as
 * it was typed.
 */
export function toOutgoingCopy(escalation: Escalation, masker: Masker): Escalation {
  return mapTexts(escalation, (text, key) => {
    if (FUNCTIONAL.has(key)) return text;
    return masker.mask(text, ADDRESSES.has(key) ? IN_ADDRESSES : undefined);
  });
}
