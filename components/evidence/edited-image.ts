import type { Mark } from '@/lib/evidence/marks';
import type { OpenImage } from '@/lib/evidence/open-image';

/** A picture on its way into the editor. */
export interface EditedImage {
  readonly name: string;
  readonly bytes: Blob;
  /** Blurs that are proposed, once the size of the picture is known. */
  readonly propose?: (image: OpenImage) => Mark[];
  /** Said above the picture, e.g. that nobody looked for form fields. */
  readonly remark?: string;
}
