/** `INV-20391`, `#77812`, `118 204`, `1.204,50 €`, `20931844`: what people look up, and what they add up. */
const ID = /(?<![\p{L}\p{N}_/.@#-])(?:[A-Z]{2,6}[-_/]?\d{4,12}|#\d{4,12})(?![\p{L}\p{N}_/-])/gu;
const MONEY =
  /(?<![\p{L}\p{N}])(?:[€$£¥₽]|EUR|USD|GBP|CHF|NOK|RUB|BRL)[ \u00A0]?\d{1,12}(?:[.,]\d{1,3}){0,4}|(?<![\p{L}\p{N}.,])\d{1,12}(?:[.,\u00A0 ]\d{3}){0,4}(?:[.,]\d{1,2})?[ \u00A0]?(?:[€$£¥₽]|(?:EUR|USD|GBP|CHF|NOK|RUB|BRL)(?!\p{L}))/gu;
const GROUPED = /(?<![\p{L}\p{N}.,:/+-])\d{1,3}(?:[ \u00A0\u202F.,’']\d{3}){1,4}(?![\p{L}\p{N}]|[.,:/-]\d)/gu;
const LONG = /(?<![\p{L}\p{N}_.,:/+@-])\d{6,15}(?![\p{L}\p{N}_]|[.,:/-]\d)/gu;

export interface FoundNumber {
  readonly start: number;
  readonly end: number;
}

/**
 * Numbers worth an engineer's look: order numbers, counts of rows, amounts; no dates and versions. `taken` are places
 * that say something else, such as telephones.
 */
export function findNumbers(text: string, taken: readonly FoundNumber[] = []): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const pattern of [MONEY, ID, GROUPED, LONG]) {
    for (const range of toRanges(text, pattern)) {
      const isTaken = [...found, ...taken].some((it) => it.start < range.end && range.start < it.end);
      if (!isTaken) found.push(range);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const toRanges = (text: string, pattern: RegExp): FoundNumber[] =>
  Array.from(text.matchAll(pattern), ({ index, 0: own }) => ({ start: index, end: index + own.length }));

/** `118 204` and `118,204` are one number: only digits, letters and the sign in front are compared. */
export const toBareNumber = (value: string): string =>
  value.toLowerCase().replace(/[\s.,’'\u00A0\u202F]/g, '');
