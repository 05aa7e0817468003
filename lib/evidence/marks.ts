/** Whole pixels of the image. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const MARK_KINDS = ['crop', 'arrow', 'box', 'text', 'blur'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Something drawn onto an image, in its pixels. An arrow goes from x, y by width and height, which may be negative. */
export interface Mark extends Area {
  readonly id: string;
  readonly kind: MarkKind;
  /** Only for `text`. */
  readonly text: string;
  /** What a proposed blur covers, e.g. `form field`; empty when the agent drew it. */
  readonly covers: string;
}

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Smaller marks could neither be seen nor hit. */
const SMALLEST = 8;

const clamp = (value: number, low: number, high: number) =>
  Math.min(Math.max(value, low), Math.max(low, high));

/** Sizes of strokes, letters and steps: relative to the image, so that they look alike on every one. */
export function toScale({ width, height }: ImageSize) {
  const longest = Math.max(width, height);
  return {
    stroke: Math.max(2, Math.round(longest / 200)),
    textHeight: Math.max(18, Math.round(longest / 22)),
    step: Math.max(1, Math.round(longest / 100)),
  };
}

/** Whole pixels within the image, never smaller than can be seen. The direction of an arrow stays. */
export function fitMark(mark: Mark, image: ImageSize): Mark {
  if (mark.kind === 'arrow') {
    const x = clamp(Math.round(mark.x), 0, image.width);
    const y = clamp(Math.round(mark.y), 0, image.height);
    const endX = clamp(Math.round(mark.x + mark.width), 0, image.width);
    const endY = clamp(Math.round(mark.y + mark.height), 0, image.height);
    return { ...mark, x, y, width: endX - x, height: endY - y };
  }
  const left = Math.min(mark.x, mark.x + mark.width);
  const top = Math.min(mark.y, mark.y + mark.height);
  const width = clamp(Math.round(Math.abs(mark.width)), Math.min(SMALLEST, image.width), image.width);
  const height = clamp(Math.round(Math.abs(mark.height)), Math.min(SMALLEST, image.height), image.height);
  const x = clamp(Math.round(left), 0, image.width - width);
  const y = clamp(Math.round(top), 0, image.height - height);
  return { ...mark, x, y, width, height };
}

/** Moves the whole mark; it stops at the edge of the image and keeps its size. */
export function moveMark(mark: Mark, byX: number, byY: number, image: ImageSize): Mark {
  const left = Math.min(mark.x, mark.x + mark.width);
  const top = Math.min(mark.y, mark.y + mark.height);
  const x = clamp(left + byX, 0, image.width - Math.abs(mark.width)) - left;
  const y = clamp(top + byY, 0, image.height - Math.abs(mark.height)) - top;
  return fitMark({ ...mark, x: mark.x + x, y: mark.y + y }, image);
}

/** Moves the corner, or the tip of an arrow. */
export function resizeMark(mark: Mark, byX: number, byY: number, image: ImageSize): Mark {
  const width = mark.width + byX;
  const height = mark.height + byY;
  if (mark.kind === 'arrow') return fitMark({ ...mark, width, height }, image);
  return fitMark({ ...mark, width: Math.max(SMALLEST, width), height: Math.max(SMALLEST, height) }, image);
}

/** Where a mark stands that is placed by a key: the middle of the image. */
export function areaInMiddle(kind: MarkKind, image: ImageSize): Area {
  const share = kind === 'crop' ? 0.8 : 0.3;
  const width = Math.round(image.width * share);
  const height = Math.round(image.height * (kind === 'crop' ? share : share / 2));
  const x = Math.round((image.width - width) / 2);
  const y = Math.round((image.height - height) / 2);
  return { x, y, width, height };
}

/** A new mark; an image has one crop at most, which a new one replaces. */
export function addMark(marks: readonly Mark[], mark: Mark): Mark[] {
  return [...marks.filter(({ kind }) => kind !== 'crop' || mark.kind !== 'crop'), mark];
}

const NAMES: Record<MarkKind, string> = {
  crop: 'Crop',
  arrow: 'Arrow',
  box: 'Box',
  text: 'Text',
  blur: 'Blur',
};

/** The mark in words, for lists and screen readers, e.g. `Blur over form field`. */
export function nameOf({ kind, text, covers }: Mark): string {
  if (covers) return `${NAMES[kind]} over ${covers}`;
  return kind === 'text' && text.trim() ? `Text “${text.trim().slice(0, 40)}”` : NAMES[kind];
}

/** Size and place in pixels, e.g. `320 × 80 at 100, 40`. */
export function placeOf({ kind, x, y, width, height }: Mark): string {
  if (kind === 'arrow') return `from ${x}, ${y} to ${x + width}, ${y + height}`;
  return `${width} × ${height} at ${x}, ${y}`;
}
