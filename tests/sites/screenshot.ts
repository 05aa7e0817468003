import { deflateSync } from 'node:zlib';

/**
 * Screenshots for the tickets, drawn here so that no binary file lies in the repository: a real
 * PNG with window, text and buttons, so that crops, blurs and previews have something to show.
 */
type Colour = readonly [red: number, green: number, blue: number];

/** 5×7 capitals, one string per row of pixels; enough for an error dialogue. */
const glyphs: Record<string, string> = {
  A: '01110 10001 10001 11111 10001 10001 10001',
  B: '11110 10001 11110 10001 10001 10001 11110',
  C: '01111 10000 10000 10000 10000 10000 01111',
  D: '11110 10001 10001 10001 10001 10001 11110',
  E: '11111 10000 11110 10000 10000 10000 11111',
  F: '11111 10000 11110 10000 10000 10000 10000',
  G: '01111 10000 10000 10011 10001 10001 01111',
  H: '10001 10001 11111 10001 10001 10001 10001',
  I: '01110 00100 00100 00100 00100 00100 01110',
  J: '00111 00010 00010 00010 00010 10010 01100',
  K: '10001 10010 11100 10100 10010 10010 10001',
  L: '10000 10000 10000 10000 10000 10000 11111',
  M: '10001 11011 10101 10101 10001 10001 10001',
  N: '10001 11001 10101 10101 10011 10001 10001',
  O: '01110 10001 10001 10001 10001 10001 01110',
  P: '11110 10001 10001 11110 10000 10000 10000',
  Q: '01110 10001 10001 10001 10101 10010 01101',
  R: '11110 10001 10001 11110 10100 10010 10001',
  S: '01111 10000 10000 01110 00001 00001 11110',
  T: '11111 00100 00100 00100 00100 00100 00100',
  U: '10001 10001 10001 10001 10001 10001 01110',
  V: '10001 10001 10001 10001 10001 01010 00100',
  W: '10001 10001 10001 10101 10101 11011 10001',
  X: '10001 10001 01010 00100 01010 10001 10001',
  Y: '10001 10001 01010 00100 00100 00100 00100',
  Z: '11111 00001 00010 00100 01000 10000 11111',
  '0': '01110 10001 10011 10101 11001 10001 01110',
  '1': '00100 01100 00100 00100 00100 00100 01110',
  '2': '01110 10001 00001 00110 01000 10000 11111',
  '3': '11110 00001 00001 01110 00001 00001 11110',
  '4': '00010 00110 01010 10010 11111 00010 00010',
  '5': '11111 10000 11110 00001 00001 10001 01110',
  '6': '01110 10000 11110 10001 10001 10001 01110',
  '7': '11111 00001 00010 00100 01000 01000 01000',
  '8': '01110 10001 10001 01110 10001 10001 01110',
  '9': '01110 10001 10001 01111 00001 00001 01110',
  '-': '00000 00000 00000 11111 00000 00000 00000',
  '.': '00000 00000 00000 00000 00000 01100 01100',
  ':': '00000 01100 01100 00000 01100 01100 00000',
  '/': '00001 00001 00010 00100 01000 10000 10000',
  '%': '11001 11001 00010 00100 01000 10011 10011',
  '?': '01110 10001 00001 00110 00100 00000 00100',
};

interface Canvas {
  fill(x: number, y: number, width: number, height: number, colour: Colour): void;
  write(x: number, y: number, text: string, colour: Colour, scale: number): void;
  toPng(): Buffer;
}

function createCanvas(width: number, height: number): Canvas {
  const pixels = Buffer.alloc(width * height * 3, 0xff);
  const fill: Canvas['fill'] = (left, top, wide, high, [red, green, blue]) => {
    for (let y = Math.max(0, top); y < Math.min(height, top + high); y += 1) {
      for (let x = Math.max(0, left); x < Math.min(width, left + wide); x += 1) {
        const at = (y * width + x) * 3;
        pixels[at] = red;
        pixels[at + 1] = green;
        pixels[at + 2] = blue;
      }
    }
  };
  const write: Canvas['write'] = (x, y, text, colour, scale) => {
    [...text.toUpperCase()].forEach((letter, index) => {
      const rows = glyphs[letter]?.split(' ') ?? [];
      rows.forEach((row, down) => {
        [...row].forEach((bit, right) => {
          if (bit === '0') return;
          fill(x + (index * 6 + right) * scale, y + down * scale, scale, scale, colour);
        });
      });
    });
  };
  return { fill, write, toPng: () => encodePng(width, height, pixels) };
}

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function encodePng(width: number, height: number, pixels: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits a channel, RGB, no filter method, no interlace
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    pixels.copy(rows, y * (width * 3 + 1) + 1, y * width * 3, (y + 1) * width * 3);
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

const ink: Colour = [38, 43, 51];
const soft: Colour = [224, 228, 234];

/** A browser window, 640×360, with a page behind and an error dialogue in front. */
export function drawErrorScreenshot(screen: {
  address: string;
  title: string;
  lines: readonly string[];
  button?: string;
}): Buffer {
  const canvas = createCanvas(640, 360);
  canvas.fill(0, 0, 640, 360, [246, 247, 249]);
  canvas.fill(0, 0, 640, 34, soft);
  [0, 1, 2].forEach((dot) => {
    canvas.fill(14 + dot * 18, 12, 10, 10, [190, 196, 205]);
  });
  canvas.fill(80, 7, 540, 20, [255, 255, 255]);
  canvas.write(90, 13, screen.address, [110, 118, 130], 1);
  canvas.fill(0, 34, 118, 326, [34, 50, 66]);
  for (let row = 0; row < 6; row += 1) canvas.fill(16, 58 + row * 28, 70, 8, [84, 104, 124]);
  for (let row = 0; row < 8; row += 1) {
    canvas.fill(140, 58 + row * 36, 480, 24, [255, 255, 255]);
    canvas.fill(150, 66 + row * 36, 90 + ((row * 53) % 160), 7, soft);
  }
  canvas.fill(186, 96, 372, 190, [170, 176, 186]);
  canvas.fill(188, 98, 368, 186, [255, 255, 255]);
  canvas.fill(188, 98, 368, 36, [196, 52, 52]);
  canvas.write(202, 109, screen.title, [255, 255, 255], 2);
  screen.lines.forEach((line, index) => {
    canvas.write(202, 154 + index * 22, line, ink, 2);
  });
  canvas.fill(456, 246, 88, 26, [37, 99, 168]);
  canvas.write(470, 252, screen.button ?? 'CLOSE', [255, 255, 255], 2);
  return canvas.toPng();
}

/** A logo as small as those in mail signatures. */
export function drawLogo(letter: string, colour: Colour): Buffer {
  const canvas = createCanvas(48, 48);
  canvas.fill(0, 0, 48, 48, colour);
  canvas.write(14, 10, letter, [255, 255, 255], 4);
  return canvas.toPng();
}
