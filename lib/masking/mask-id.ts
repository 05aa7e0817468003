import { Sha256 } from '@/lib/std/sha256';
import type { SecretKind } from './found';
import { Scan } from './scan';

/** What two spellings of the same secret have in common: `GRETA@…` and `greta@…`, `4111 1111…` and `4111-1111…`. */
function toSameValue(kind: SecretKind, raw: string): string {
  const scan = new Scan(raw);
  const value = scan.slice(0, scan.length);
  if (kind === 'email') return value.toLowerCase();
  if (kind === 'card') return value.replace(/\D/g, '');
  if (kind === 'phone')
    return value
      .replace(/\(0\)/g, '')
      .replace(/^00/, '+')
      .replace(/[^\d+]/g, '');
  if (kind === 'iban' || kind === 'pattern') return value.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  return kind === 'ip' ? value.toLowerCase() : value.replace(/[\s]/g, '');
}

/**
 * A short name for what was found, to be kept in place of it. Cut so far that many texts share one: nobody gets from it
 * back to a long secret, and what is short is not told from others by it.
 */
export function toMaskId(kind: SecretKind, value: string): string {
  const digest = new Sha256();
  digest.update(new TextEncoder().encode(`${kind} ${toSameValue(kind, value)}`));
  return digest.hex().slice(0, 10);
}
