import { type Area, type ImageSize, type Mark, toScale } from './marks';
import { meanColour, type Sample, toMosaic, toWholePixels } from './mosaic';

/** Both kinds of canvas draw alike: the one on the screen and the one behind it. */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Red on white: seen on light pages and on dark ones. Part of the picture, so it follows no theme. */
const RED = '#c5221f';
const WHITE = '#ffffff';

const LINE = 1.3;
const PADDING = 0.3;

const fontOf = (letter: number) => `600 ${letter}px system-ui, "Noto Sans", sans-serif`;
const linesOf = (text: string) => (text.trim() === '' ? 'Text' : text).split('\n').slice(0, 12);

/** Height of a mark's letters: its own height, without the space around its lines. */
const letterOf = ({ text, height }: Mark) => height / (linesOf(text).length * LINE + 2 * PADDING);

let ruler: OffscreenCanvasRenderingContext2D | null = null;

/**
 * As wide as its words, and as high as its lines. The letters keep their height: `before` is the mark whose letters
 * those are, when the words have changed since.
 */
export function fitText(mark: Mark, before: Mark = mark): Mark {
  ruler ??= new OffscreenCanvas(1, 1).getContext('2d');
  if (!ruler) return mark;
  const letter = letterOf({ ...before, height: mark.height });
  ruler.font = fontOf(letter);
  const lines = linesOf(mark.text);
  const widest = Math.max(...lines.map((line) => ruler?.measureText(line).width ?? 0));
  return {
    ...mark,
    width: Math.ceil(widest + 2 * PADDING * letter),
    height: Math.ceil((lines.length * LINE + 2 * PADDING) * letter),
  };
}

function paintArrow(pen: Pen, { x, y, width, height }: Area, stroke: number): void {
  const length = Math.max(1, Math.hypot(width, height));
  const head = Math.min(length * 0.6, stroke * 5);
  const [alongX, alongY] = [width / length, height / length];
  const [tipX, tipY] = [x + width, y + height];
  const [neckX, neckY] = [tipX - alongX * head, tipY - alongY * head];
  const wing = head * 0.5;
  for (const [colour, extra] of [
    [WHITE, stroke],
    [RED, 0],
  ] as const) {
    pen.strokeStyle = colour;
    pen.fillStyle = colour;
    pen.lineWidth = stroke + extra;
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(neckX, neckY);
    pen.stroke();
    pen.lineWidth = Math.max(1, extra);
    pen.beginPath();
    pen.moveTo(tipX, tipY);
    pen.lineTo(neckX - alongY * wing, neckY + alongX * wing);
    pen.lineTo(neckX + alongY * wing, neckY - alongX * wing);
    pen.closePath();
    pen.fill();
    if (extra) pen.stroke();
  }
}

function paintBox(pen: Pen, { x, y, width, height }: Area, stroke: number): void {
  for (const [colour, extra] of [
    [WHITE, stroke],
    [RED, 0],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = stroke + extra;
    pen.strokeRect(x, y, width, height);
  }
}

function paintText(pen: Pen, mark: Mark, stroke: number): void {
  const { x, y, width, height } = mark;
  const letter = letterOf(mark);
  pen.fillStyle = WHITE;
  pen.fillRect(x, y, width, height);
  pen.strokeStyle = RED;
  pen.lineWidth = Math.max(1, stroke / 2);
  pen.strokeRect(x, y, width, height);
  pen.fillStyle = RED;
  pen.font = fontOf(letter);
  pen.textBaseline = 'middle';
  linesOf(mark.text).forEach((line, at) => {
    pen.fillText(line, x + PADDING * letter, y + (PADDING + (at + 0.5) * LINE) * letter, width);
  });
}

function paintBlur(pen: Pen, area: Area, image: ImageSize, sample: Sample): void {
  const whole = toWholePixels(area, image);
  if (whole.width === 0 || whole.height === 0) return;
  for (const { x, y, width, height, colour } of toMosaic(whole, meanColour(whole, sample))) {
    pen.fillStyle = `rgb(${colour.join(' ')})`;
    pen.fillRect(x, y, width, height);
  }
}

/** Draws one mark in the image's pixels: on the screen and into the file alike. A crop is no drawing. */
export function paintMark(pen: Pen, mark: Mark, image: ImageSize, sample: Sample): void {
  const { stroke } = toScale(image);
  pen.save();
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  if (mark.kind === 'blur') paintBlur(pen, mark, image, sample);
  else if (mark.kind === 'arrow') paintArrow(pen, mark, stroke);
  else if (mark.kind === 'box') paintBox(pen, mark, stroke);
  else if (mark.kind === 'text') paintText(pen, mark, stroke);
  pen.restore();
}
