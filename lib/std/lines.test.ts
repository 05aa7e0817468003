// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Line, splitLines } from './lines';

async function linesOf(bytes: Uint8Array, pieceSize: number, maxBytes = 1_000): Promise<Line[]> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
  }
  const lines: Line[] = [];
  for await (const some of splitLines(pieces(), maxBytes)) lines.push(...some);
  return lines;
}
const encode = (text: string) => new TextEncoder().encode(text);

it('gives the lines of the text, however it is cut, without the blank ones', async () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\n\uFEFF]/g, ''));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 9 }), async (texts, pieceSize) => {
      fc.pre(texts.every((text) => text.isWellFormed()));
      const found = await linesOf(encode(texts.join('\n')), pieceSize);
      const expected = texts.flatMap((text, index) =>
        text.trim() === '' ? [] : [{ number: index + 1, text, problem: null }],
      );
      expect(found).toEqual(expected);
    }),
  );
});

it('leaves out a byte order mark', async () => {
  expect(await linesOf(encode('\uFEFFa\nb\n'), 2)).toMatchObject([{ text: 'a' }, { text: 'b' }]);
});

it('names a line that is too long or no UTF-8, and goes on after it', async () => {
  const bytes = Uint8Array.from([
    ...encode(`first\n${'x'.repeat(50)}\n`),
    ...[0x61, 0xff, 0x0a],
    ...encode('last'),
  ]);
  expect(await linesOf(bytes, 7, 20)).toEqual([
    { number: 1, text: 'first', problem: null },
    { number: 2, text: 'x'.repeat(20), problem: 'too-long' },
    { number: 3, text: 'a\uFFFD', problem: 'not-utf-8' },
    { number: 4, text: 'last', problem: null },
  ]);
});
