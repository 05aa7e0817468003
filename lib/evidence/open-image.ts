import { err, ok, type Result } from '@/lib/std/result';
import { isDecodable } from './admit-file';
import { readImageHeader } from './image-header';
import type { ImageSize } from './marks';
import type { Sample } from './mosaic';

/** An image as the editor shows it. `reducedFrom` tells that it was too large to be edited as it is. */
export interface OpenImage extends ImageSize {
  readonly bitmap: ImageBitmap;
  readonly sample: Sample;
  readonly reducedFrom: ImageSize | null;
}

/** Above this, a canvas of the image and its copy for undoing nothing would take half a gigabyte. */
const MAX_EDITED_PIXELS = 16_000_000;
const SAMPLE_SIDE = 320;

function toSample(bitmap: ImageBitmap): Sample {
  const scale = Math.min(1, SAMPLE_SIDE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('The browser gives no canvas.');
  pen.drawImage(bitmap, 0, 0, width, height);
  return { data: pen.getImageData(0, 0, width, height).data, width, height, scale };
}

/** Decodes an image off the page's thread; its header is asked first, so that nothing enormous is ever decoded. */
export async function openImage(file: Blob): Promise<Result<OpenImage, string>> {
  const header = await readImageHeader(file);
  if (!header) return err('This is no PNG, JPEG, GIF or WebP image. It can be attached as it is.');
  if (!isDecodable(header))
    return err('This image is too large to be opened here. It can be attached as it is.');
  const shrink = Math.sqrt(MAX_EDITED_PIXELS / (header.width * header.height));
  // The decoder turns a picture as its camera was held: only the width is given, so that its shape stays.
  const resize =
    shrink < 1 ? { resizeWidth: Math.round(header.width * shrink), resizeQuality: 'high' as const } : {};
  try {
    const bitmap = await createImageBitmap(file, resize);
    const reducedFrom = shrink < 1 ? { width: header.width, height: header.height } : null;
    return ok({ bitmap, width: bitmap.width, height: bitmap.height, sample: toSample(bitmap), reducedFrom });
  } catch {
    return err('This image is broken and cannot be shown. It can be attached as it is.');
  }
}
