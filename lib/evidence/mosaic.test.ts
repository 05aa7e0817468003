// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Area } from './marks';
import { meanColour, type Sample, toMosaic, toWholePixels } from './mosaic';

const WIDTH = 60;
const HEIGHT = 40;

const area = fc.record({
  x: fc.double({ min: -5, max: 50, noNaN: true }),
  y: fc.double({ min: -5, max: 30, noNaN: true }),
  width: fc.double({ min: 1, max: 60, noNaN: true }),
  height: fc.double({ min: 1, max: 40, noNaN: true }),
});

/** How often each pixel of the image is painted. */
function paint(of: Area): Uint8Array {
  const painted = new Uint8Array(WIDTH * HEIGHT);
  for (const tile of toMosaic(of, [120, 130, 140])) {
    for (let y = tile.y; y < tile.y + tile.height; y += 1) {
      for (let x = tile.x; x < tile.x + tile.width; x += 1)
        painted[y * WIDTH + x] = (painted[y * WIDTH + x] ?? 0) + 1;
    }
  }
  return painted;
}

it('covers every pixel the area touches, once, and none outside', () => {
  fc.assert(
    fc.property(area, (wanted) => {
      const whole = toWholePixels(wanted, { width: WIDTH, height: HEIGHT });
      const wrong = [...paint(whole)].filter((times, at) => {
        const x = at % WIDTH;
        const y = Math.floor(at / WIDTH);
        const touched =
          x + 1 > wanted.x && x < wanted.x + wanted.width && y + 1 > wanted.y && y < wanted.y + wanted.height;
        return times !== (touched ? 1 : 0);
      });
      expect(wrong).toEqual([]);
    }),
  );
});

const sampleOf = (data: Uint8ClampedArray): Sample => ({ data, width: 8, height: 4, scale: 1 });

it('tells nothing of what lay below but its mean colour: two pictures of one mean look the same', () => {
  const all = { x: 0, y: 0, width: 8, height: 4 };
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 128, maxLength: 128 }), (bytes) => {
      // Rows of pixels swapped: other content, same mean.
      const turned = Uint8ClampedArray.from([...bytes.slice(64), ...bytes.slice(0, 64)]);
      const one = meanColour(all, sampleOf(Uint8ClampedArray.from(bytes)));
      expect(toMosaic(all, one)).toEqual(toMosaic(all, meanColour(all, sampleOf(turned))));
    }),
  );
});

it('takes the mean of its own area', () => {
  const data = new Uint8ClampedArray(8 * 4 * 4).fill(255);
  data.fill(0, 0, 8 * 4 * 2);
  expect(meanColour({ x: 0, y: 0, width: 8, height: 2 }, sampleOf(data))).toEqual([0, 0, 0]);
  expect(meanColour({ x: 0, y: 2, width: 8, height: 2 }, sampleOf(data))).toEqual([255, 255, 255]);
  expect(meanColour({ x: 7.5, y: 3.5, width: 40, height: 40 }, sampleOf(data))).toEqual([255, 255, 255]);
});

it('shows as a mosaic even on white', () => {
  const colours = new Set(
    toMosaic({ x: 0, y: 0, width: 90, height: 30 }, [255, 255, 255]).map(({ colour }) => `${colour}`),
  );
  expect(colours.size).toBeGreaterThan(5);
});
