import { FileText, ImageOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { isDecodable } from '@/lib/evidence/admit-file';
import { readImageHeader } from '@/lib/evidence/image-header';

/** Wide enough for dense screens, and little to keep. */
const WIDTH = 240;

export type ThumbnailState = 'opening' | 'image' | 'broken' | 'no image';

/** A small picture of the file where it is one; decoded off the page's thread, and never when it is enormous. */
export function useThumbnail(bytes: Blob) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<ThumbnailState>('opening');
  useEffect(() => {
    let current = true;
    const draw = async (): Promise<ThumbnailState> => {
      const header = await readImageHeader(bytes);
      if (!header || !isDecodable(header)) return 'no image';
      const bitmap = await createImageBitmap(bytes, {
        resizeWidth: Math.min(WIDTH, header.width),
        resizeQuality: 'medium',
      });
      const element = canvas.current;
      if (current && element) {
        element.width = bitmap.width;
        element.height = bitmap.height;
        element.getContext('2d')?.drawImage(bitmap, 0, 0);
      }
      bitmap.close();
      return 'image';
    };
    void draw()
      .catch((): ThumbnailState => 'broken')
      .then((drawn) => current && setState(drawn));
    return () => {
      current = false;
    };
  }, [bytes]);
  return { canvas, state };
}

interface ThumbnailProps {
  readonly thumbnail: ReturnType<typeof useThumbnail>;
}

/** Decoration: the name of the file stands beside it. */
export function Thumbnail({ thumbnail: { canvas, state } }: ThumbnailProps) {
  const Icon = state === 'broken' ? ImageOff : FileText;
  return (
    <span
      aria-hidden="true"
      className="grid h-16 w-full place-items-center overflow-hidden bg-sunk text-ink-3"
    >
      <canvas
        ref={canvas}
        className={`size-full object-cover object-top ${state === 'image' ? '' : 'hidden'}`}
      />
      {state === 'image' || state === 'opening' ? null : <Icon size={20} />}
    </span>
  );
}
