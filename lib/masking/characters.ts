const OTHER_LETTER = /\p{L}/u;

/** The finders see folded text: every digit is one of these ten. */
export const isDigit = (char: string): boolean => char >= '0' && char <= '9' && char.length === 1;

const isLower = (char: string): boolean => char >= 'a' && char <= 'z';
const isUpper = (char: string): boolean => char >= 'A' && char <= 'Z';
export const isAsciiLetter = (char: string): boolean => isLower(char) || isUpper(char);
export const isLetter = (char: string): boolean =>
  isAsciiLetter(char) || (char > '~' && OTHER_LETTER.test(char));
export const isWordChar = (char: string): boolean => isDigit(char) || isLetter(char);
export const isSpace = (char: string): boolean => char === ' ' || char === '\n' || char === '\f';
export const isHex = (char: string): boolean =>
  isDigit(char) || (char >= 'a' && char <= 'f') || (char >= 'A' && char <= 'F');
/** What tokens of all kinds are made of. */
export const isTokenChar = (char: string): boolean =>
  isDigit(char) || isAsciiLetter(char) || (char !== '' && '_-+/=.~'.includes(char));

/** Whether a machine made it, or a person who was asked for a strong one: digits, signs or capitals among letters. */
export function looksSecret(value: string): boolean {
  let [digits, lowers, uppers, signs] = [0, 0, 0, 0];
  for (const [index, char] of [...value].entries()) {
    if (isDigit(char)) digits += 1;
    else if (isLower(char)) lowers += 1;
    else if (isUpper(char)) uppers += index > 0 ? 1 : 0;
    else if (!isLetter(char) && !'-_.,;:\'"()'.includes(char)) signs += 1;
  }
  return digits > 0 || signs > 0 || (uppers > 0 && lowers > 0);
}
