import type { KnownBug } from '@/lib/knowledge/known-bug';
import { LIMITS } from '@/lib/knowledge/record-fields';
import { cleanLine, cleanText, toHttpUrl } from '@/lib/std/text';

/** What a foreign answer may hold where text is expected. */
type Foreign = string | null | undefined;

/** Cuts at `max` UTF-16 units, never inside a surrogate pair: `maxLength` of the schemas counts units too. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = /[\uD800-\uDBFF]/.test(text[max - 2] ?? '') ? max - 2 : max - 1;
  return `${text.slice(0, end)}…`;
}

/** Cuts before the costly work, with room for what cleaning takes away. */
const within = (raw: Foreign, max: number) => (raw ?? '').slice(0, max * 4);

/** One clean line, cut to fit a record. */
export function toLine(raw: Foreign, max: number = LIMITS.line): string {
  return cut(cleanLine(within(raw, max)), max);
}

/** A clean title; empty when there is nothing to be seen in it, which makes the record a broken one. */
export function toTitle(raw: Foreign): string {
  const title = toLine(raw, LIMITS.title);
  return /[^\p{C}\p{Z}]/u.test(title) ? title : '';
}

/** Clean text with its line breaks, cut to fit a record. */
export function toText(raw: Foreign, max: number = LIMITS.text): string {
  return cut(cleanText(within(raw, max)).trim(), max);
}

/** Each value once, as clean lines, as many as fit a record. */
export function toLines(raw: Iterable<Foreign>): string[] {
  const lines = new Set<string>();
  for (const value of raw) {
    const clean = toLine(value);
    if (clean) lines.add(clean);
    if (lines.size === LIMITS.list) break;
  }
  return [...lines];
}

/** The text as its source wrote it, cut to fit; null when there is none. */
export function toBody(format: 'html' | 'markdown', raw: Foreign): KnownBug['body'] {
  const content = cut((raw ?? '').slice(0, LIMITS.body + 1).toWellFormed(), LIMITS.body);
  return content.trim() ? { format, content } : null;
}

/** An ISO or HTTP date as epoch milliseconds; null where there is no readable one after 1970. */
export function toMoment(raw: Foreign): number | null {
  const at = Date.parse(raw ?? '');
  return at >= 0 ? at : null;
}

/** An absolute http(s) address, or empty. */
export function toAddress(raw: Foreign, base?: string): string {
  const { href = '' } = toHttpUrl(raw, base) ?? {};
  return href.length <= 2_000 ? href : '';
}
