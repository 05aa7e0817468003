import type { MaskPattern } from '@/lib/playbook/playbook';
import { isDigit, isLetter, isSpace, isWordChar } from './characters';
import type { Finder } from './found';
import { Scan } from './scan';

/** One sign of a pattern against one of the text: `#` digit, `@` letter, `?` either, else itself in any case. */
function fits(sign: string, char: string): boolean {
  if (sign === '#') return isDigit(char);
  if (sign === '@') return isLetter(char);
  if (sign === '?') return isWordChar(char);
  if (sign === ' ') return isSpace(char);
  return char.toLowerCase() === sign.toLowerCase();
}

/**
 * A pattern of the playbook as a finder: compared sign by sign at the beginning of each word, at most sixty looks
 * each. It must end where a word ends.
 */
export function toPatternFinder({ pattern }: Pick<MaskPattern, 'pattern'>): Finder {
  const folded = new Scan(pattern);
  const signs = [...folded.slice(0, folded.length)];
  return (scan) => {
    const found: { start: number; end: number }[] = [];
    for (let start = 0; start < scan.length; start += 1) {
      if (isWordChar(scan.at(start - 1))) continue;
      if (!signs.every((sign, index) => fits(sign, scan.at(start + index)))) continue;
      const end = start + signs.length;
      if (isWordChar(scan.at(end))) continue;
      found.push({ start, end });
      start = end - 1;
    }
    return found;
  };
}
