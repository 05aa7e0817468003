import * as z from 'zod/mini';
import { toFieldName } from '@/lib/knowledge/markdown/front-matter';

const ObjectSchema = z.record(z.string(), z.unknown());
/** Trackers export a status, a person or a label as an object; what people call it is one of these. */
const NamedSchema = z.union([
  z.pipe(
    z.object({ name: z.string() }),
    z.transform(({ name }) => name),
  ),
  z.pipe(
    z.object({ value: z.string() }),
    z.transform(({ value }) => value),
  ),
  z.pipe(
    z.object({ displayName: z.string() }),
    z.transform(({ displayName }) => displayName),
  ),
  z.pipe(
    z.object({ title: z.string() }),
    z.transform(({ title }) => title),
  ),
]);

/** A row's values under its names as they were written. */
export type Entries = readonly (readonly [name: string, value: unknown])[];

/** Null where the row is no object. A map, because names such as `__proto__` mean something in an object. */
export function toEntries(value: unknown): Entries | null {
  if (value instanceof Map) return [...value].map(([name, entry]) => [String(name), entry] as const);
  if (Array.isArray(value) || !ObjectSchema.safeParse(value).success) return null;
  return Object.entries(value ?? {});
}

/** By plain names, so that `Component/s`, `component_s` and `Components` are one; the first that has a value counts. */
export function toFields(entries: Entries): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of entries) {
    const plain = toFieldName(name).replace(/[^\p{L}\p{N}]/gu, '');
    const words = Array.isArray(value) ? value.map(toWord) : toWord(value);
    if (!isEmpty(words) && !fields.has(plain)) fields.set(plain, words);
  }
  return fields;
}

function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function toWord(value: unknown): unknown {
  if (typeof value !== 'object') return value;
  const named = NamedSchema.safeParse(value);
  return named.success ? named.data : value;
}
