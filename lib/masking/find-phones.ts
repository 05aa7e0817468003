import { isAsciiLetter, isDigit, isSpace, isWordChar } from './characters';
import { type DigitGroup, joinDigits, spanOf, toChains, toDigitGroups } from './digit-groups';
import type { Range } from './found';
import { endsWithAny, toNames } from './look-back';
import type { Scan } from './scan';

/** ITU-T E.164. */
const MOST_DIGITS = 15;

/** Words that announce a number, in the languages of the desk's customers. */
// biome-ignore format: a table
const PHONE_WORDS = toNames([
  'phone', 'telephone', 'tel', 'mobile', 'mobile number', 'cell', 'fax', 'call me at', 'call me on', 'call us at', 'call us on',
  'reach me at', 'reach me on', 'ring me on', 'text me at', 'text me on', 'whatsapp', 'signal', 'phone number', 'my number is',
  'phone is', 'telefon', 'telefonnummer', 'handy', 'handynummer', 'mobil', 'rufnummer', 'rückrufnummer', 'durchwahl',
  'rückruf unter', 'erreichbar unter', 'téléphone', 'tél', 'portable', 'joignable au', 'appelez le',
  'appelez-moi au', 'teléfono', 'teléfono es', 'móvil', 'celular', 'llámeme al', 'llame al', 'telefone', 'telemóvel',
  'ligue para', 'телефон', 'тел', 'моб', 'факс', 'номер телефона', 'звоните', 'позвоните',
]);

const isPhoneGap = (gap: string) => /^[ \-./()]{1,3}$/.test(gap);
/** With a line end inside: only a number that begins with `+` may be broken so. */
const isBrokenGap = (gap: string) => isPhoneGap(gap) || gap === '\n' || gap === '-\n';

const sizesOf = (groups: readonly DigitGroup[]) => groups.map(({ digits }) => digits.length).join('');
const gapsOf = (groups: readonly DigitGroup[]) => groups.slice(0, -1).map(({ gap }) => gap ?? '');
const year = (digits = '') => digits.length === 4 && (digits.startsWith('19') || digits.startsWith('20'));

/** `2026-11-23`, `23.11.2026`, `11/23/26`: where the next three runs are a day. */
function isDate(groups: readonly DigitGroup[]): boolean {
  const [a, b, c] = groups;
  if (!a || !b || !c || a.gap !== b.gap || !['-', '.', '/'].includes(a.gap ?? '')) return false;
  const short = [a, b, c].filter(({ digits }) => digits.length <= 2);
  const fits = short.every(({ digits }) => Number(digits) <= 31);
  const sizes = sizesOf([a, b, c]);
  return (
    fits && (short.length === 3 ? sizes === '222' : short.length === 2 && (year(a.digits) || year(c.digits)))
  );
}

/** What may not stand directly before a number people dial: letters, signs of money, ids and fractions. */
function isLoose(scan: Scan, start: number): boolean {
  const before = scan.at(start - 1);
  if (before === '') return true;
  if (isWordChar(before) || '#$€£%=@&\\<'.includes(before)) return false;
  // `E-4102`, `10.5`, `/3`, but not `Tel.: 030` or `Tel.030`.
  return !('.,-/'.includes(before) && isWordChar(scan.at(start - 2)) && !isAfterWord(scan, start - 1));
}

const isAfterWord = (scan: Scan, end: number) => endsWithAny(scan, end, PHONE_WORDS);

/** The announcing word, then nothing but `:`, dots, blanks and a bracket. */
function isAnnounced(scan: Scan, start: number): boolean {
  let at = start;
  while (
    start - at < 6 &&
    (isSpace(scan.at(at - 1)) || (scan.at(at - 1) !== '' && ':.#(+='.includes(scan.at(at - 1))))
  )
    at -= 1;
  return isAfterWord(scan, at);
}

/** How many runs make a number that begins with a country code; 0 = none. */
function countInternational(groups: readonly DigitGroup[], mostDigits = MOST_DIGITS): number {
  let digits = 0;
  // In North America no area begins with 0 or 1: `+10 000 000` is a sum.
  if (/^1[01]/.test(joinDigits(groups.slice(0, 2)))) return 0;
  for (const [index, group] of groups.entries()) {
    const last = groups[index - 1];
    if (index > 0 && isDate(groups.slice(index, index + 3))) return digits >= 8 ? index : 0;
    // A line end inside is believed only while the number is too short to be whole.
    if (last?.gap?.includes('\n') && digits >= 8) return index;
    if (digits + group.digits.length > mostDigits) return digits >= 8 ? index : 0;
    digits += group.digits.length;
  }
  return digits >= 8 ? groups.length : 0;
}

/** Numbers as they are written inside a country, told by their shape: trunk `0`, area code in brackets, 3-3-4 … */
function isNational(scan: Scan, groups: readonly DigitGroup[]): boolean {
  const digits = joinDigits(groups);
  const sizes = sizesOf(groups);
  const gaps = gapsOf(groups);
  const [first] = groups;
  if (!first || isDate(groups)) return false;
  const bracketed = scan.at(first.start - 1) === '(' && (gaps[0] === ')' || gaps[0] === ') ');
  if (bracketed && first.digits.length <= 5 && first.digits.length >= 2)
    return digits.length >= 9 && digits.length <= 12;
  if (groups.length === 1) {
    // Mobile numbers in one piece: Germany, United Kingdom, France. Anything else could be any id.
    if (digits.startsWith('01'))
      return '567'.includes(digits[2] ?? '-') && /^1[12]$/.test(String(digits.length));
    return (
      (digits.startsWith('07') && digits.length === 11) || (/^0[67]/.test(digits) && digits.length === 10)
    );
  }
  if (/^0[1-9]/.test(digits) && first.digits.length >= 2) return digits.length >= 9 && digits.length <= 12;
  const north = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  if ((sizes === '334' || sizes === '1334') && north.length === 10) {
    // With blanks alone it may be any row of numbers: then the exchange has to be one too.
    const spaced = gaps.every((gap) => gap === ' ');
    return spaced ? /^[2-9]\d\d[2-9]/.test(north) : /^[2-9]/.test(north);
  }
  return digits.length === 11 && digits.startsWith('8') && (sizes === '13322' || sizes === '1334');
}

/** `10.2.3456.789` behind the word phone is still a version. */
const isVersion = (groups: readonly DigitGroup[]) =>
  groups.length > 1 &&
  gapsOf(groups).every((gap) => gap === '.') &&
  groups.some(({ digits }) => digits.length === 1);

function isDialled(groups: readonly DigitGroup[]): boolean {
  const { length } = joinDigits(groups);
  return length >= 6 && length <= MOST_DIGITS && !isDate(groups) && !isVersion(groups);
}

/** With the plus and the bracket of the area before the first run; null when a letter sticks to the last one. */
function toRange(scan: Scan, groups: readonly DigitGroup[]): Range | null {
  const span = spanOf(groups);
  let { start } = span;
  if (scan.at(start - 1) === '+') start -= 1;
  else if (isAsciiLetter(scan.at(span.end))) return null;
  // `013-05-06 02:54`
  if (scan.at(span.end) === ':' && isDigit(scan.at(span.end + 1))) return null;
  if (scan.at(start - 1) === '(' && scan.slice(start, span.end).includes(')')) start -= 1;
  return { start, end: span.end };
}

/** How many runs from here on are one phone number; 0 = none. */
function countPhone(scan: Scan, national: readonly DigitGroup[], broken: readonly DigitGroup[]): number {
  const [first] = national;
  if (!first) return 0;
  const before = scan.at(first.start - 1);
  if (before === '+' && !isWordChar(scan.at(first.start - 2)) && !first.digits.startsWith('0'))
    return countInternational(broken);
  const announced = isAnnounced(scan, first.start);
  if (!announced && !isLoose(scan, first.start)) return 0;
  if (/^00[1-9]/.test(first.digits)) {
    const count = countInternational(national, MOST_DIGITS + 2);
    const { length } = joinDigits(national.slice(0, count));
    if (count > 1 ? length >= 10 : length >= 13 && length <= 15) return count;
  }
  const dated = national.findIndex((_, index) => index > 0 && isDate(national.slice(index, index + 3)));
  const whole = dated === -1 ? national : national.slice(0, dated);
  if (isNational(scan, whole) || (announced && isDialled(whole))) return whole.length;
  return 0;
}

/** Inside a row of numbers a phone number begins with `+`, behind a day or behind another phone number only. */
function mayBegin(scan: Scan, chain: readonly DigitGroup[], index: number, found: readonly Range[]): boolean {
  if (index === 0 || scan.at((chain[index]?.start ?? 0) - 1) === '+') return true;
  return isDate(chain.slice(Math.max(0, index - 3), index)) || found.at(-1)?.end === chain[index - 1]?.end;
}

/** Phone numbers, international and national. What reads as a date, a version, a fraction or an id is left alone. */
export function findPhones(scan: Scan): Range[] {
  const groups = toDigitGroups(scan);
  const found: Range[] = [];
  // Where each unbroken chain ends, by its first run.
  let from = 0;
  for (const chain of toChains(groups, isPhoneGap)) {
    for (let index = 0; index < chain.length; index += 1) {
      if (!mayBegin(scan, chain, index, found)) continue;
      const rest = chain.slice(index, index + MOST_DIGITS + 1);
      const all = groups.slice(from + index, from + index + MOST_DIGITS);
      const [broken = []] = toChains(all, isBrokenGap);
      const count = countPhone(scan, rest, broken);
      const range = count > 0 ? toRange(scan, broken.slice(0, count)) : null;
      if (!range) continue;
      found.push(range);
      index += count - 1;
    }
    from += chain.length;
  }
  return found;
}
