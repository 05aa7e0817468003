/** What the first bytes of an image tell: enough to decide whether decoding it is wise. */
export interface ImageHeader {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

/** A JPEG tells its size behind everything cameras and editors put first; a megabyte holds that of nearly all. */
const HEAD_BYTES = 1_000_000;

const ascii = (view: DataView, at: number, length: number): string =>
  at + length > view.byteLength
    ? ''
    : String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length));

function pngSize(view: DataView): ImageHeader | null {
  if (view.byteLength < 24 || ascii(view, 12, 4) !== 'IHDR') return null;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function gifSize(view: DataView): ImageHeader | null {
  if (view.byteLength < 10) return null;
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** SOF0 to SOF15 tell the size; C4, C8 and CC lie in between and are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(view: DataView): ImageHeader | null {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Fill bytes before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) {
      return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}

const uint24 = (view: DataView, at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);

/** Lossy, lossless and extended files keep the size in three places (RFC 9649). */
function webpSize(view: DataView): ImageHeader | null {
  if (view.byteLength < 30) return null;
  const type = 'image/webp';
  switch (ascii(view, 12, 4)) {
    case 'VP8 ':
      return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { type, width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    default:
      return null;
  }
}

/** Type and size of a PNG, JPEG, GIF or WebP, from its bytes alone; null for anything else, and for broken headers. */
export function toImageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: ImageHeader | null = null;
  if (ascii(view, 1, 3) === 'PNG') header = pngSize(view);
  else if (ascii(view, 0, 4) === 'GIF8') header = gifSize(view);
  else if (ascii(view, 0, 2) === '\u00FF\u00D8') header = jpegSize(view);
  else if (ascii(view, 0, 4) === 'RIFF' && ascii(view, 8, 4) === 'WEBP') header = webpSize(view);
  return header && header.width > 0 && header.height > 0 ? header : null;
}

/** Reads the header of a file without decoding it. */
export async function readImageHeader(file: Blob): Promise<ImageHeader | null> {
  return toImageHeader(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
}
