/** What a character is to the scanner. */
const OTHER = 0;
const WORD = 1;
/** Holds identifiers together when it stands between two word characters: `a.b`, `x-y`, `C:\x`, `f#g`. */
const JOINER = 2;
/** Scripts written without spaces: their own runs, cut into words or pairs later. */
const UNSPACED = 3;

const COLON = 0x3a;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const JOINERS = new Set(`.-:/\\@#'’+~%=&?`);
const LETTER = /[\p{L}\p{N}\p{M}\p{Pc}$]/u;
const UNSPACED_SCRIPT =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/u;

function classify(char: string): number {
  if (JOINERS.has(char)) return JOINER;
  if (!LETTER.test(char)) return OTHER;
  return UNSPACED_SCRIPT.test(char) ? UNSPACED : WORD;
}

const UNKNOWN = 255;
/** One byte a UTF-16 unit, filled as characters are met; a lone surrogate is no letter and ends up as OTHER. */
const CLASSES = new Uint8Array(0x10000).fill(UNKNOWN);

/** The units of the text at hand: reading them here is several times faster than out of a string. */
let units = new Uint16Array(1 << 15);

function classAt(at: number): number {
  const code = units[at] as number;
  const known = CLASSES[code] as number;
  return known === UNKNOWN ? classOfNew(code, at) : known;
}

function classOfNew(code: number, at: number): number {
  if (code < 0xd800 || code > 0xdfff) {
    const found = classify(String.fromCharCode(code));
    CLASSES[code] = found;
    return found;
  }
  // Halves of pairs are looked at together and never remembered: the same half starts letters and emoji.
  const start = code >= 0xdc00 ? at - 1 : at;
  const pair = String.fromCharCode(units[start] ?? 0, units[start + 1] ?? 0);
  return (pair.codePointAt(0) ?? 0) > 0xffff ? classify(pair) : OTHER;
}

/** Longer runs are base64, keys or attacks; they are passed over whole. */
const LONGEST_CHUNK = 400;

/** Called for every run: its borders in the text, whether its script is written without spaces, two hashes of it. */
export type OnChunk = (start: number, end: number, unspaced: boolean, hash: number, second: number) => void;

/**
 * Cuts text into runs of word characters, joined by single signs as identifiers, versions, addresses and paths are
 * (`://` counts as one sign). Linear in the length of the text. `seed` varies the hashes.
 */
export function scan(text: string, onChunk: OnChunk, seed = 0): void {
  const { length } = text;
  load(text);
  let at = 0;
  while (at < length) {
    const kind = classAt(at);
    if (kind !== WORD && kind !== UNSPACED) {
      at += 1;
      continue;
    }
    const start = at;
    at = kind === WORD ? endOfRun(at, length) : endOfUnspaced(at, length);
    if (at - start > LONGEST_CHUNK) continue;
    let hash = seed ^ 0x811c9dc5;
    let second = seed;
    for (let unit = start; unit < at; unit += 1) {
      const code = units[unit] as number;
      hash = Math.imul(hash ^ code, 0x01000193);
      second = Math.imul(second + code, 0x85ebca6b) ^ (second >>> 13);
    }
    onChunk(start, at, kind === UNSPACED, hash ^ (hash >>> 15), second);
  }
}

function load(text: string): void {
  // One more stays 0, so that looking behind the end finds no word.
  if (text.length >= units.length) units = new Uint16Array(text.length * 2);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  units[text.length] = 0;
}

/** Cut into pieces, as a whole book may hold no space; an odd piece of a pair at the border does no harm. */
function endOfUnspaced(from: number, length: number): number {
  const most = Math.min(length, from + LONGEST_CHUNK);
  let at = from;
  while (at < most && classAt(at) === UNSPACED) at += 1;
  return at;
}

function endOfRun(from: number, length: number): number {
  let at = from;
  while (at < length) {
    const kind = classAt(at);
    if (kind === WORD) {
      at += 1;
      continue;
    }
    if (kind !== JOINER) break;
    const next = at + joinerLength(at);
    if (next >= length || classAt(next) !== WORD) break;
    at = next;
  }
  return at;
}

/** `://`, `::` and `:\` hold together as one sign does. */
function joinerLength(at: number): number {
  if (units[at] !== COLON) return 1;
  const next = units[at + 1];
  if (next === SLASH && units[at + 2] === SLASH) return 3;
  return next === COLON || next === BACKSLASH ? 2 : 1;
}
