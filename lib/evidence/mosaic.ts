import type { Area, ImageSize } from './marks';

export type Colour = readonly [red: number, green: number, blue: number];

/** One opaque square of a mosaic. */
export interface Tile extends Area {
  readonly colour: Colour;
}

/** A small copy of the image: the only thing a mosaic knows of it. Four bytes a pixel, as in `ImageData`. */
export interface Sample extends ImageSize {
  readonly data: Uint8ClampedArray;
  /** Pixels of the sample for one of the image. */
  readonly scale: number;
}

/** Whole pixels that lie around the area, within the image: what shines through an edge is covered too. */
export function toWholePixels({ x, y, width, height }: Area, image: ImageSize): Area {
  const left = Math.max(0, Math.floor(x));
  const top = Math.max(0, Math.floor(y));
  const right = Math.min(image.width, Math.ceil(x + width));
  const bottom = Math.min(image.height, Math.ceil(y + height));
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/** The mean colour of an area. */
export function meanColour(area: Area, sample: Sample): Colour {
  const { x, y, width, height } = area;
  const left = Math.min(Math.floor(x * sample.scale), sample.width - 1);
  const top = Math.min(Math.floor(y * sample.scale), sample.height - 1);
  const right = Math.max(left + 1, Math.min(Math.ceil((x + width) * sample.scale), sample.width));
  const bottom = Math.max(top + 1, Math.min(Math.ceil((y + height) * sample.scale), sample.height));
  const sum = [0, 0, 0];
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      const at = (row * sample.width + column) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        sum[channel] = (sum[channel] ?? 0) + (sample.data[at + channel] ?? 0);
      }
    }
  }
  const count = (right - left) * (bottom - top);
  const [red = 0, green = 0, blue = 0] = sum.map((value) => Math.round(value / count));
  return [red, green, blue];
}

/** Lighter or darker by chance, the same for the same place: integer hash after Wang. */
function shade(column: number, row: number): number {
  let hash = (column * 73_856_093) ^ (row * 19_349_663);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (((hash ^ (hash >>> 16)) >>> 0) % 45) - 22;
}

const mix = (value: number, by: number) => Math.min(255, Math.max(0, value + by));

/**
 * Squares that cover an area completely. A mosaic of the real pixels can be read back by trying letters until the
 * squares match, so these know one thing of what lies below: its mean colour. The rest is chance.
 */
export function toMosaic({ x, y, width, height }: Area, [red, green, blue]: Colour): Tile[] {
  const side = Math.min(28, Math.max(5, Math.round(Math.min(width, height) / 3)));
  // Near white and near black, the shades need room to be seen as a mosaic.
  const lift = red + green + blue > 660 ? -24 : red + green + blue < 100 ? 24 : 0;
  const tiles: Tile[] = [];
  for (let row = 0; row * side < height; row += 1) {
    for (let column = 0; column * side < width; column += 1) {
      const by = shade(column, row) + lift;
      tiles.push({
        x: x + column * side,
        y: y + row * side,
        width: Math.min(side, width - column * side),
        height: Math.min(side, height - row * side),
        colour: [mix(red, by), mix(green, by), mix(blue, by)],
      });
    }
  }
  return tiles;
}
