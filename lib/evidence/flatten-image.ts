import type { Mark } from './marks';
import type { OpenImage } from './open-image';
import { paintMark } from './paint-marks';

/** Photos stay JPEG; everything else becomes PNG, which keeps letters sharp. */
const typeFor = (type: string) => (type === 'image/jpeg' ? type : 'image/png');

/**
 * The image with its marks burned in, cut to its crop. Blurs come first and opaque: what lay under them is in no pixel
 * of the file. What a camera wrote about place and time is gone too.
 */
export async function flattenImage(image: OpenImage, marks: readonly Mark[], type: string): Promise<Blob> {
  const { bitmap, width, height, sample } = image;
  const crop = marks.find(({ kind }) => kind === 'crop') ?? { x: 0, y: 0, width, height };
  const canvas = new OffscreenCanvas(crop.width, crop.height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('The browser gives no canvas.');
  pen.translate(-crop.x, -crop.y);
  pen.drawImage(bitmap, 0, 0);
  const [blurs, others] = [true, false].map((blur) => marks.filter(({ kind }) => (kind === 'blur') === blur));
  for (const mark of [...(blurs ?? []), ...(others ?? [])]) paintMark(pen, mark, image, sample);
  return canvas.convertToBlob({ type: typeFor(type), quality: 0.92 });
}
