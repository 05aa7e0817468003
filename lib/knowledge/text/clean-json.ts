import { cleanText } from '@/lib/std/text';

/**
 * Foreign JSON with every text in it cleaned: controls and lone surrogates must go, also those that are written as
 * escapes. Undefined where it is no JSON. Names are as they came: read them by a schema or as entries, never by `[name]`.
 */
export function parseCleanJson(text: string): unknown {
  try {
    return JSON.parse(text, (_, value) => (typeof value === 'string' ? cleanText(value) : value));
  } catch {
    return undefined;
  }
}
