import { type Area, fitMark, type ImageSize, type Mark } from './marks';

/** Where a page may show personal details, in CSS pixels of its visible part. */
export interface FoundFields {
  readonly width: number;
  readonly height: number;
  readonly fields: readonly (Area & { readonly what: string })[];
}

/** Letters reach over the box that is measured for them. */
const MARGIN = 2;

/** Blurs over what was found, in the picture's pixels: it has more of them than the page on dense screens. */
export function proposeBlurs({ width, height, fields }: FoundFields, image: ImageSize): Mark[] {
  const wide = image.width / width;
  const high = image.height / height;
  return fields.map((field, at) =>
    fitMark(
      {
        id: `proposed ${at + 1}`,
        kind: 'blur',
        x: (field.x - MARGIN) * wide,
        y: (field.y - MARGIN) * high,
        width: (field.width + 2 * MARGIN) * wide,
        height: (field.height + 2 * MARGIN) * high,
        text: '',
        covers: field.what,
      },
      image,
    ),
  );
}
