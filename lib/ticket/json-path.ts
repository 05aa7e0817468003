import { toLine } from './bounds';
import { LIMITS } from './limits';

/**
 * One value deep in a foreign answer, own properties only; undefined where the way ends. For answers of which little is
 * required and much is shown: nested schemas would weigh more than the rest of a reader.
 */
export const at = (raw: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce(
    (value, key) =>
      typeof value === 'object' && value && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    raw,
  );

/** The same as one clean line, whatever it was. */
export const lineAt = (raw: unknown, ...keys: readonly string[]): string => toLine(at(raw, ...keys));

/** A foreign list within the schema's bound; anything else is an empty one. */
export const listOf = (raw: unknown): readonly unknown[] =>
  Array.isArray(raw) ? raw.slice(0, LIMITS.list) : [];
