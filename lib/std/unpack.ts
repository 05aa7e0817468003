import { formatBytes } from './bytes';

/** Bytes that are damaged, cut off or too many. The message continues a sentence, e.g. `cannot be unpacked: …`. */
export class BadBytes extends Error {
  override readonly name = 'BadBytes';
}

/** Deflate packs 1,000 to 1 and browsers unpack a chunk in one go, so each chunk is kept small. */
const SLICE_BYTES = 16_384;

function inSlices(): TransformStream<Uint8Array<ArrayBuffer>, BufferSource> {
  return new TransformStream({
    transform(chunk, controller) {
      for (let at = 0; at < chunk.length; at += SLICE_BYTES)
        controller.enqueue(chunk.subarray(at, at + SLICE_BYTES));
    },
  });
}

/** Told by its first bytes: names and headers lie, and browsers unpack an answer that says it is packed. */
async function isGzip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

/** The bytes of a file in pieces, unpacked where they are gzip. Throws BadBytes, after the good bytes before. */
export async function* unpack(file: Blob, maxBytes: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const packed = await isGzip(file);
  const stream = packed
    ? file.stream().pipeThrough(inSlices()).pipeThrough(new DecompressionStream('gzip'))
    : file.stream();
  const reader = stream.getReader();
  let size = 0;
  try {
    for (;;) {
      const piece = await reader.read().catch(() => {
        throw new BadBytes(packed ? 'cannot be unpacked: it is cut off or damaged' : 'cannot be read');
      });
      if (piece.done) return;
      size += piece.value.byteLength;
      if (size > maxBytes) {
        throw new BadBytes(`is larger than ${formatBytes(maxBytes)}${packed ? ' when unpacked' : ''}`);
      }
      yield piece.value;
    }
  } finally {
    // What is left is left behind; a failure to cancel it changes nothing for us.
    void reader.cancel().catch(() => undefined);
  }
}
