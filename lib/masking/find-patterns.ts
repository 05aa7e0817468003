import type { MaskPattern } from '@/lib/playbook/playbook';
import { isDigit, isLetter, isSpace, isWordChar } from './characters';
import type { Finder } from './found';
import { type Names, nameBefore, toNames } from './look-back';
import { Scan } from './scan';

// biome-ignore format: a table
const BETWEEN = toNames([
  'number', 'no', 'nr', 'num', 'nummer', 'id', 'is', 'ist', 'lautet', 'numéro', 'n', 'est', 'número', 'es', 'é', 'numero', 'è', 'numer', 'to', 'номер',
  'это', 'numurası', 'are', 'und', 'und nummer', 'и номер',
]);

/** One sign of a pattern against one of the text: `#` digit, `@` letter, `?` either, else itself in any case. */
function fits(sign: string, char: string): boolean {
  if (sign === '#') return isDigit(char);
  if (sign === '@') return isLetter(char);
  if (sign === '?') return isWordChar(char);
  if (sign === ' ') return isSpace(char);
  return char.toLowerCase() === sign.toLowerCase();
}

/** Blanks and signs between a word and what it announces: ` № `, `: `, `.: `. */
function skipSigns(scan: Scan, end: number): number {
  let at = end;
  while (end - at < 4 && scan.at(at - 1) !== '' && ' :#.=(-"°º'.includes(scan.at(at - 1))) at -= 1;
  return at;
}

/** Whether one of the words stands before a place, with at most two of "number is" between them. */
function isAnnounced(scan: Scan, start: number, names: Names): boolean {
  let end = skipSigns(scan, start);
  for (let step = 0; step < 3; step += 1) {
    if (nameBefore(scan, end, names)) return true;
    const between = nameBefore(scan, end, BETWEEN);
    if (!between) return false;
    end = skipSigns(scan, end - between.length);
  }
  return false;
}

/**
 * A pattern of the playbook as a finder: compared sign by sign at the beginning of each word, at most sixty looks
 * each. It must end where a word ends, and stand behind one of its words where it has some.
 */
export function toPatternFinder({ pattern, after = [] }: Pick<MaskPattern, 'pattern' | 'after'>): Finder {
  const folded = new Scan(pattern);
  const signs = [...folded.slice(0, folded.length)];
  const names = toNames(after.map((word) => word.toLowerCase()));
  return (scan) => {
    const found: { start: number; end: number }[] = [];
    for (let start = 0; start < scan.length; start += 1) {
      if (isWordChar(scan.at(start - 1))) continue;
      if (!signs.every((sign, index) => fits(sign, scan.at(start + index)))) continue;
      const end = start + signs.length;
      if (isWordChar(scan.at(end))) continue;
      if (names.size > 0 && !isAnnounced(scan, start, names)) continue;
      found.push({ start, end });
      start = end - 1;
    }
    return found;
  };
}
