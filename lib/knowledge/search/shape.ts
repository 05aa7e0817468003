/** What kinds of characters a run holds; one walk saves most runs a dozen regular expressions. */
export const LOWER = 1;
export const UPPER = 2;
export const DIGIT = 4;
/** `_` and `$` */
export const SNAKE = 8;
/** Letters that are not ASCII. */
export const FOREIGN = 16;
/** Any sign that holds names together. */
export const JOINED = 32;

export function shapeOf(run: string): number {
  let shape = 0;
  for (let at = 0; at < run.length; at += 1) {
    const code = run.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) shape |= LOWER;
    else if (code >= 0x41 && code <= 0x5a) shape |= UPPER;
    else if (code >= 0x30 && code <= 0x39) shape |= DIGIT;
    else if (code === 0x5f || code === 0x24) shape |= SNAKE;
    else shape |= code > 0x7f ? FOREIGN : JOINED;
  }
  return shape;
}

/** `word`, `Word`: nothing to take apart. */
export function isPlainWord(run: string, shape: number): boolean {
  if (shape === LOWER) return true;
  return shape === (LOWER | UPPER) && countUpper(run) === 1 && run.charCodeAt(0) <= 0x5a;
}

function countUpper(run: string): number {
  let count = 0;
  for (let at = 0; at < run.length; at += 1) if (run.charCodeAt(at) <= 0x5a) count += 1;
  return count;
}
