import { splitLines } from '@/lib/std/lines';
import { BadBytes, unpack } from '@/lib/std/unpack';
import { BadFile } from './row';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'windows-1252';

export interface FoundEncoding {
  readonly encoding: Encoding;
  /** Nothing in the file says so: letters may be wrong. */
  readonly guessed: boolean;
  /** Some of its lines are in another encoding than the rest. */
  readonly damaged: boolean;
}

const HEAD_BYTES = 4_096;
const LINE_BYTES = 1_000_000;

const certain = (encoding: Encoding): FoundEncoding => ({ encoding, guessed: false, damaged: false });

/** How the text of a file is written. Reads all of it: the first letter that is no ASCII may stand at its end. */
export async function findEncoding(file: Blob, maxBytes: number): Promise<FoundEncoding> {
  const letters = new LetterCount();
  let head = new Uint8Array();
  let valid = 0;
  let invalid = 0;
  async function* watched() {
    for await (const piece of unpack(file, maxBytes)) {
      if (head.length < HEAD_BYTES) head = Uint8Array.from([...head, ...piece.subarray(0, HEAD_BYTES)]);
      letters.add(piece);
      yield piece;
    }
  }
  try {
    for await (const lines of splitLines(watched(), LINE_BYTES)) {
      const wide = toWideEncoding(head);
      if (wide) return certain(wide);
      for (const { text, problem } of lines) {
        if (problem === 'not-utf-8') invalid += 1;
        // biome-ignore lint/suspicious/noControlCharactersInRegex: anything beyond ASCII
        else if (/[^\x00-\x7F]/.test(text)) valid += 1;
      }
    }
  } catch (error) {
    // Whoever reads the file is told; here what came before says enough.
    if (!(error instanceof BadBytes)) throw error;
  }
  const wide = toWideEncoding(head);
  if (wide) return certain(wide);
  refuseBinary(head);
  if (invalid === 0) return certain('utf-8');
  // Text of another encoding is hardly ever valid UTF-8 by chance.
  if (valid >= invalid) return { encoding: 'utf-8', guessed: false, damaged: true };
  return { encoding: letters.inRuns ? 'windows-1251' : 'windows-1252', guessed: true, damaged: false };
}

/** UTF-16, by its byte order mark or because every other byte of Western text is zero. */
function toWideEncoding(head: Uint8Array): Encoding | null {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length * 0.3 && even < head.length * 0.05) return 'utf-16le';
  if (even > head.length * 0.3 && odd < head.length * 0.05) return 'utf-16be';
  return null;
}

function refuseBinary(head: Uint8Array): void {
  const begins = new TextDecoder('latin1').decode(head.subarray(0, 4));
  if (begins === 'PK\u0003\u0004') {
    throw new BadFile('is a ZIP or an Excel file: save it as CSV (UTF-8), or unpack it first');
  }
  if (begins === '%PDF') throw new BadFile('is a PDF: save its text as Markdown first');
  if (head.includes(0)) throw new BadFile('is no text file');
}

/** In Cyrillic letters beyond ASCII stand side by side, in Western languages between others. */
class LetterCount {
  #left = 1_000_000;
  #before = 0;
  #letters = 0;
  #pairs = 0;

  add(piece: Uint8Array): void {
    for (const byte of piece.subarray(0, this.#left)) {
      if (byte >= 0xc0) {
        this.#letters += 1;
        if (this.#before >= 0xc0) this.#pairs += 1;
      }
      this.#before = byte;
    }
    this.#left = Math.max(0, this.#left - piece.length);
  }

  get inRuns(): boolean {
    return this.#pairs > this.#letters / 2;
  }
}

/** What cannot be decoded becomes U+FFFD; a byte order mark is left out. */
export async function* decodeText(
  pieces: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** The pieces as UTF-8, whatever they were. */
export async function* toUtf8(
  pieces: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') yield* pieces;
  else {
    const encoder = new TextEncoder();
    for await (const text of decodeText(pieces, encoding)) yield encoder.encode(text);
  }
}
