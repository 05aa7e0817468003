import * as z from 'zod/mini';
import { toHttpUrl } from '@/lib/std/text';
import { fieldMeta } from '@/lib/trackers/field-meta';

/** Fields of source configs. A new schema each time: `fieldMeta` hands what is registered for one on to its copies. */
export const requiredField = () => z.string().check(z.trim(), z.minLength(1), z.maxLength(500));
export const optionalField = () => z._default(z.string().check(z.trim(), z.maxLength(500)), '');
export const addressField = () =>
  requiredField().check(
    z.refine((value) => toHttpUrl(value) !== null, 'An address that begins with https:// or http://'),
  );

const READERS = [
  { value: 'internal', label: 'The team' },
  { value: 'public', label: 'Customers too' },
] as const;

/** Whom articles of the source are meant for; `usual` stands first and is the default. */
export const audienceField = (usual: 'internal' | 'public', label: string, help = '') =>
  z._default(z.enum(['internal', 'public']), usual).register(fieldMeta, {
    label,
    kind: 'choice',
    choices: READERS.toSorted((a, b) => Number(b.value === usual) - Number(a.value === usual)),
    ...(help ? { help } : {}),
  });

/** A match pattern has no place for a port in Firefox; without one it covers them all. */
export function toHostPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** The host for people; what was typed where it is no address. */
export function toHostName(url = ''): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** An address below the configured one, which may have a path of its own. */
export function below(base: string, path: string, query: Readonly<Record<string, string>> = {}): URL {
  const { origin, pathname } = new URL(base);
  const url = new URL(`${origin}${pathname.replace(/\/+$/, '')}/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}
