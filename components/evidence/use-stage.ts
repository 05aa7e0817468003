import { type Dispatch, type RefObject, useEffect, useRef, useState } from 'react';
import type { OpenImage } from '@/lib/evidence/open-image';
import { MarkStage } from './mark-stage';
import type { FitText, MarksAction, MarksState } from './use-marks';

const NO_ROOM = { width: 0, height: 0 };

/** Room for the image on the screen, as the panel is widened. */
function useRoom(frame: RefObject<HTMLElement | null>) {
  const [room, setRoom] = useState(NO_ROOM);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watch = new ResizeObserver(() =>
      setRoom({ width: element.clientWidth, height: element.clientHeight }),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [frame]);
  return room;
}

/**
 * Keeps the canvas in `host` showing the state; `frame` is what it scrolls in. The whole image is shown at zoom 1.
 */
export function useStage(
  image: OpenImage,
  state: MarksState,
  act: Dispatch<MarksAction>,
  refit: FitText,
  zoom: number,
) {
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const stage = useRef<MarkStage | null>(null);
  const room = useRoom(frame);
  const whole = Math.min(2, room.width / image.width, room.height / image.height);
  const scale = Math.max(0.02, whole) * zoom;

  useEffect(() => {
    if (!host.current) return;
    const made = new MarkStage(host.current, image, {
      onSelect: (id) => act({ do: 'select', id }),
      onDraw: (area) => act({ do: 'draw', area, refit }),
      onMove: (id, area) => act({ do: 'put', id, area, refit }),
    });
    stage.current = made;
    return () => {
      stage.current = null;
      made.destroy();
    };
  }, [image, act, refit]);

  const { history, selectedId, tool } = state;
  useEffect(() => {
    stage.current?.show({ marks: history.present, selectedId, tool, scale });
  }, [history.present, selectedId, tool, scale]);
  return { frame, host };
}
