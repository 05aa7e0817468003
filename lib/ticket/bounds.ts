import { cleanLine, cleanText } from '@/lib/std/text';
import { LIMITS } from './limits';

export const NOT_FOUND = 'select text on the page to fill this';

/** Cuts at a grapheme border so that no emoji or combining sequence is halved; counts UTF-16 units as the schema does. */
function cutAt(text: string, max: number): string {
  if (text.length <= max) return text;
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  // A window is enough: looking at 10 MB for one border would be slow, and one grapheme rarely has 64 units.
  const from = Math.max(0, max - 64);
  const border = segments.segment(text.slice(from, max + 64)).containing(max - 1 - from)?.index ?? 0;
  return `${text.slice(0, border > 0 ? from + border : max - 1)}…`.replace(/[\uD800-\uDBFF]…$/, '…');
}

/** Foreign text as it is; anything else is no text. */
export const toRaw = (raw: unknown): string => (typeof raw === 'string' ? raw : '');

/** Any foreign scalar as one clean line within the schema's bound. */
export function toLine(raw: unknown): string {
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') return '';
  return cutAt(cleanLine(String(raw).slice(0, LIMITS.line * 8)), LIMITS.line);
}

/** Clean text within the schema's bound; `cut` says that something was left out. */
export function toText(raw: string): { readonly text: string; readonly cut: boolean } {
  const clean = cleanText(raw.slice(0, LIMITS.text * 2)).trim();
  return { text: cutAt(clean, LIMITS.text), cut: clean.length > LIMITS.text || raw.length > LIMITS.text * 2 };
}

/** Epoch milliseconds, or null for no date: desks write 1970-01-01 or 0000-00-00 for "never". */
export function toInstant(raw: unknown): number | null {
  const at = Date.parse(toRaw(raw));
  return at > 0 && at <= 8.64e15 ? at : null;
}
