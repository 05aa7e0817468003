import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Mask } from '@/lib/masking/mask';

interface MaskActions {
  readonly masks: readonly Mask[];
  /** Masks again what leaves as written, and the other way round. */
  readonly toggle: (mask: Mask, from: HTMLElement) => void;
}

const NONE: MaskActions = { masks: [], toggle: () => undefined };
const Context = createContext<MaskActions>(NONE);

/** The masks of the preview a text stands in; none outside of one. */
export const useMasks = (): MaskActions => useContext(Context);

interface MaskProviderProps {
  readonly masks: readonly Mask[];
  /** Ids the agent took back, as the draft holds them. */
  readonly unmasked: readonly string[];
  readonly patch: (patch: DraftPatch) => void;
  readonly children: ReactNode;
}

const placesOf = (root: HTMLElement | null, id: string) => [
  ...(root?.querySelectorAll<HTMLElement>(`[data-mask="${id}"]`) ?? []),
];

/** Lets everything inside show its masks and take them back; says each change to screen readers. */
export function MaskProvider({ masks, unmasked, patch, children }: MaskProviderProps) {
  const root = useRef<HTMLDivElement>(null);
  const pressed = useRef<{ id: string; place: number } | null>(null);
  const [said, setSaid] = useState('');
  const actions = useMemo<MaskActions>(
    () => ({
      masks,
      toggle: (mask, from) => {
        pressed.current = { id: mask.id, place: placesOf(root.current, mask.id).indexOf(from) };
        const others = unmasked.filter((id) => id !== mask.id);
        patch({ unmasked: mask.masked ? [...others, mask.id] : others });
        setSaid(`${mask.label} ${mask.masked ? 'leaves as written' : 'is masked again'}.`);
      },
    }),
    [masks, unmasked, patch],
  );
  // The preview is drawn anew, and the pressed button with it: the focus goes on where it was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each new preview
  useLayoutEffect(() => {
    const wanted = pressed.current;
    if (!wanted || (document.activeElement && document.activeElement !== document.body)) return;
    const places = placesOf(root.current, wanted.id);
    (places[wanted.place] ?? places[0])?.focus({ preventScroll: true });
  }, [masks]);
  return (
    <Context value={actions}>
      <div ref={root} className="space-y-4">
        {children}
        <p role="status" className="sr-only">
          {said}
        </p>
      </div>
    </Context>
  );
}
