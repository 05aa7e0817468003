export interface Line {
  /** From 1, blank lines counted. */
  readonly number: number;
  /** Without its line end. Where there is a problem: how the line begins, for telling people which one it is. */
  readonly text: string;
  readonly problem: 'too-long' | 'not-utf-8' | null;
}

const HEAD_BYTES = 2_000;

/** Collects one line and no more than its limit, so that a file without line ends does not fill the memory. */
class LineCollector {
  readonly #maxBytes: number;
  readonly #strict = new TextDecoder('utf-8', { fatal: true });
  readonly #loose = new TextDecoder();
  #parts: Uint8Array[] = [];
  #kept = 0;
  #size = 0;
  #number = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  add(part: Uint8Array): void {
    this.#size += part.length;
    const kept = part.subarray(0, this.#maxBytes - this.#kept);
    if (kept.length > 0) this.#parts.push(kept);
    this.#kept += kept.length;
  }

  /** Ends the line; null when it is blank. */
  take(): Line | null {
    const bytes = this.#join();
    const number = ++this.#number;
    const tooLong = this.#size > this.#maxBytes;
    this.#parts = [];
    this.#kept = 0;
    this.#size = 0;
    const head = () => this.#loose.decode(bytes.subarray(0, HEAD_BYTES));
    if (tooLong) return { number, text: head(), problem: 'too-long' };
    try {
      const text = this.#strict.decode(bytes);
      return text.trim() === '' ? null : { number, text, problem: null };
    } catch {
      return { number, text: head(), problem: 'not-utf-8' };
    }
  }

  #join(): Uint8Array {
    const [only] = this.#parts;
    if (only && this.#parts.length === 1) return only;
    const joined = new Uint8Array(this.#kept);
    let at = 0;
    for (const part of this.#parts) {
      joined.set(part, at);
      at += part.length;
    }
    return joined;
  }
}

const LINE_FEED = 0x0a;

/** UTF-8 text line by line, as many at once as a piece brings; blank lines are left out, a byte order mark too. */
export async function* splitLines(
  pieces: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<readonly Line[]> {
  const collector = new LineCollector(maxBytes);
  for await (const piece of pieces) {
    const lines: Line[] = [];
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, from)) {
      collector.add(piece.subarray(from, end));
      const line = collector.take();
      if (line) lines.push(line);
      from = end + 1;
    }
    collector.add(piece.subarray(from));
    if (lines.length > 0) yield lines;
  }
  const last = collector.take();
  if (last) yield [last];
}
