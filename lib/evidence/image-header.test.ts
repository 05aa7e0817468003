// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toImageHeader } from './image-header';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
  );

const PNG = bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 0x2e, 0xe0, 0, 0, 0x23, 0x28]);
const GIF = bytes('GIF89a', [0x40, 0x01, 0xf0, 0x00]);
const APP1 = [0xff, 0xe1, 0x00, 0x06, 1, 2, 3, 4];
const SOF2 = [0xff, 0xff, 0xc2, 0x00, 0x11, 8, 0x04, 0x38, 0x07, 0x80];
const JPEG = bytes([0xff, 0xd8], APP1, SOF2);
const LOSSY = bytes(
  'RIFF',
  [0, 0, 0, 0],
  'WEBPVP8 ',
  [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0x90, 0x41, 0x20, 0x01],
);
const LOSSLESS = bytes(
  'RIFF',
  [0, 0, 0, 0],
  'WEBPVP8L',
  [0, 0, 0, 0, 0x2f, 0x8f, 0xc1, 0x47, 0, 0, 0, 0, 0, 0],
);
const EXTENDED = bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [0, 0, 0, 0, 0, 0, 0, 0, 0x8f, 1, 0, 0x1f, 1, 0]);

it.each([
  ['PNG', PNG, { type: 'image/png', width: 12_000, height: 9_000 }],
  ['GIF', GIF, { type: 'image/gif', width: 320, height: 240 }],
  ['JPEG behind Exif', JPEG, { type: 'image/jpeg', width: 1920, height: 1080 }],
  ['lossy WebP', LOSSY, { type: 'image/webp', width: 400, height: 288 }],
  ['lossless WebP', LOSSLESS, { type: 'image/webp', width: 400, height: 288 }],
  ['extended WebP', EXTENDED, { type: 'image/webp', width: 400, height: 288 }],
])('reads the size of a %s', (_, file, header) => {
  expect(toImageHeader(file)).toEqual(header);
});

it('says nothing about other files, cut headers and sizes of nought', () => {
  const nought = PNG.slice();
  nought.fill(0, 16, 20);
  for (const file of [bytes('%PDF-1.7'), new Uint8Array(), PNG.slice(0, 20), JPEG.slice(0, 14), nought]) {
    expect(toImageHeader(file)).toBeNull();
  }
});

it('never throws, whatever follows a signature', () => {
  const signature = fc.constantFrom('\x89PNG', 'GIF8', '\xff\xd8\xff', 'RIFF0000WEBPVP8X', '');
  fc.assert(
    fc.property(signature, fc.uint8Array({ maxLength: 80 }), (start, rest) => {
      const header = toImageHeader(Uint8Array.from([...bytes(start), ...rest]));
      if (header) expect(Math.min(header.width, header.height)).toBeGreaterThan(0);
    }),
  );
});
