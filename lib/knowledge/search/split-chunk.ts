import { DIGIT, FOREIGN, JOINED, shapeOf } from './shape';

/** A part of a run: `text` in lower case as it is matched; `word` = plain words that are stemmed and may be stop words. */
export interface ChunkPart {
  readonly text: string;
  readonly word: boolean;
}

const URL_START = /^[a-z][a-z\d+.-]{1,12}:\/\//i;
const DATE_OR_TIME =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?:T[\d:.+-]*)?$|^\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?$/;
const VERSION =
  /^v?\d{1,5}(?:\.\d{1,6}){1,3}(?:[-.]?(?:rc|beta|alpha|snapshot|final|release|sp|m|p|b)[-.]?\d{0,4})?$/i;
const SOURCE_LINE =
  /^([\w$-]+\.(?:java|kt|scala|groovy|js|jsx|mjs|ts|tsx|py|rb|php|cs|go|rs|cpp|cc|c|h|vb|pl|swift)):\d+(?::\d+)?$/i;
const ERROR_CODE = /^[a-z]{1,10}[-_]?\d{2,8}[a-z]?$/i;
const HEX_CODE = /^0x[\da-f]{2,16}$/i;
const NUMBER = /^\d+$/;
const LONG_HEX = /^[\da-f]{16,}$/i;
const JOINERS = /[.\-:/\\@#'’+~%=&?]+/;
const CASE_PARTS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\d+|[^\p{L}\p{M}\d_$]+/gu;
const HAS_CASE_CHANGE = /\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll}|_|\$/u;
/** `a.b`, `a::b`, `a#b` with letters: a name. `and/or`, `map-side`, `3.5%` are words that happen to touch. */
const DOTTED = /[\p{L}_$](?:\.|::|#)[\p{L}\d_$]/u;
const NO_NAME = /[@'’=&?]/;
const LONGEST_WHOLE = 80;
const LONGEST_NUMBER = 8;

const word = (text: string): ChunkPart => ({ text, word: true });
const asIs = (text: string): ChunkPart => ({ text, word: false });

/** The parts of one run as `scan` found it. A pure function of the run, so that callers may remember its answers. */
export function splitChunk(run: string, shape = shapeOf(run)): ChunkPart[] {
  const chunk = shape & FOREIGN ? run.normalize('NFKC') : run;
  const digits = (shape & (DIGIT | FOREIGN)) !== 0;
  if ((shape & (JOINED | FOREIGN)) === 0) {
    return digits && HEX_CODE.test(chunk) ? [asIs(chunk.toLowerCase())] : splitPiece(chunk, digits);
  }
  if (URL_START.test(chunk)) return splitUrl(chunk);
  if (!digits) return splitName(chunk, false);
  if (DATE_OR_TIME.test(chunk)) return [];
  if (VERSION.test(chunk)) return splitVersion(chunk.toLowerCase());
  // The line moves with every build, the file does not.
  return splitName(SOURCE_LINE.exec(chunk)?.[1] ?? chunk, true);
}

function splitVersion(version: string): ChunkPart[] {
  const bare = version.replace(/^v(?=\d)/, '');
  const short = /^\d+\.\d+(?=\.)/.exec(bare)?.[0];
  return short ? [asIs(bare), asIs(short)] : [asIs(bare)];
}

/** Host and path carry the page; the query string carries sessions and ids. */
function splitUrl(url: string): ChunkPart[] {
  const address = url.replace(URL_START, '').split(/[?#]/)[0] ?? '';
  const whole = address.replace(/\/+$/, '').toLowerCase();
  const parts = address.split('/').flatMap((part) => splitName(part, true));
  return whole.includes('/') && whole.length <= LONGEST_WHOLE ? [asIs(whole), ...parts] : parts;
}

function splitName(name: string, digits: boolean): ChunkPart[] {
  // Of a path every step is a name of its own.
  if (/[\\/]/.test(name)) return name.split(/[\\/]+/).flatMap((step) => splitName(step, digits));
  const pieces = name.split(JOINERS).filter((piece) => piece !== '');
  const parts = pieces.flatMap((piece) => splitPiece(piece, digits));
  if (pieces.length < 2 || name.length > LONGEST_WHOLE) return parts;
  const keepWhole = (digits && ERROR_CODE.test(name)) || (DOTTED.test(name) && !NO_NAME.test(name));
  return keepWhole ? [asIs(name.toLowerCase()), ...parts] : parts;
}

function splitPiece(piece: string, digits: boolean): ChunkPart[] {
  if (digits && NUMBER.test(piece)) {
    return piece.length > 1 && piece.length <= LONGEST_NUMBER ? [asIs(piece)] : [];
  }
  const lower = piece.toLowerCase();
  if (lower === piece && !piece.includes('_') && !piece.includes('$')) return [word(lower)];
  if (digits && (LONG_HEX.test(piece) || ERROR_CODE.test(piece))) return [asIs(lower)];
  if (!HAS_CASE_CHANGE.test(piece)) return [word(lower)];
  const parts: string[] = (piece.match(CASE_PARTS) ?? []).map((part) => part.toLowerCase());
  // Stemmed like a word: in a sentence or a log the same name may stand without its capitals.
  const whole = lower.replace(/^[_$]+|[_$]+$/g, '');
  if (parts.length < 2) return whole === '' ? [] : [word(whole)];
  const rows = parts.filter((part) => part.length > 1 || !NUMBER.test(part)).map(word);
  return whole.length <= LONGEST_WHOLE ? [word(whole), ...rows] : rows;
}
