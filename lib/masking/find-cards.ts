import { isWordChar } from './characters';
import { type DigitGroup, joinDigits, spanOf, toChains, toDigitGroups } from './digit-groups';
import type { Range } from './found';
import type { Scan } from './scan';

const SHORTEST = 13;
const LONGEST = 19;

/** As cards are printed, by lengths of their groups; the last one of `4 4 4 4` may be followed by up to three digits. */
const PRINTED = ['4444', '4441', '4442', '4443', '44441', '44442', '44443', '465', '464', '4645'];

const isCardGap = (gap: string) => /^(?: ?[-._] ?| ?\n|[ ]{1,2})$/.test(gap);

/** Luhn's check digit (ISO/IEC 7812-1, annex B). */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether a card of that length begins so: keeps most order numbers and all moments in time out. */
function beginsLikeCard(digits: string): boolean {
  const { length } = digits;
  const two = Number(digits.slice(0, 2));
  const four = Number(digits.slice(0, 4));
  if (digits[0] === '4') return length === 13 || length === 16 || length === 19;
  if (two === 34 || two === 37) return length === 15;
  if ([30, 36, 38, 39].includes(two)) return length >= 14;
  if (two === 35 || two === 62 || two === 81) return length >= 16;
  if (two >= 51 && two <= 55) return length === 16;
  if (four >= 2200 && four <= 2204) return length >= 16;
  if (four >= 2221 && four <= 2720) return length === 16;
  return two === 50 || (two >= 56 && two <= 69) || (two >= 90 && length === 16);
}

const isCard = (digits: string) =>
  digits.length >= SHORTEST && digits.length <= LONGEST && beginsLikeCard(digits) && isLuhn(digits);

/** A fraction (`0.4111…`) or a longer word (`a4111…`) is no number of its own. */
function standsAlone(scan: Scan, { start, end }: Range): boolean {
  const [before, after] = [scan.at(start - 1), scan.at(end)];
  if (isWordChar(before) || isWordChar(after)) return false;
  return !((before === '.' || before === ',') && isWordChar(scan.at(start - 2)));
}

/** Groups that are no date and no thousands: all of three and more digits, or the whole number spelt digit by digit. */
function isEvenlySpelt(groups: readonly DigitGroup[]): boolean {
  const sizes = groups.map(({ digits }) => digits.length);
  return sizes.slice(0, -1).every((size) => size >= 3) || sizes.every((size) => size === 1);
}

/** The longest card that begins with this group, by number of groups; 0 = none. */
function cardAt(chain: readonly DigitGroup[], from: number): number {
  for (let count = Math.min(LONGEST, chain.length - from); count > 0; count -= 1) {
    const groups = chain.slice(from, from + count);
    const printed = PRINTED.includes(groups.map(({ digits }) => Math.min(digits.length, 9)).join(''));
    const whole = count === chain.length && isEvenlySpelt(groups);
    if ((count === 1 || printed || whole) && isCard(joinDigits(groups))) return count;
  }
  return 0;
}

/** Payment card numbers of 13 to 19 digits with a right check digit. */
export function findCards(scan: Scan): Range[] {
  const found: Range[] = [];
  for (const chain of toChains(toDigitGroups(scan), isCardGap)) {
    for (let from = 0; from < chain.length; from += 1) {
      const count = cardAt(chain, from);
      if (count === 0) continue;
      const range = spanOf(chain.slice(from, from + count));
      if (!standsAlone(scan, range)) continue;
      found.push(range);
      from += count - 1;
    }
  }
  return found;
}
