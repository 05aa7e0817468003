import { useEffect, useRef } from 'react';
import { captureTab } from '@/lib/browser/capture-tab';
import { currentWindowId } from '@/lib/browser/tabs';
import { proposeBlurs } from '@/lib/evidence/propose-blurs';
import type { EditedImage } from './edited-image';
import { toMomentName } from './moment-name';

const REFUSED =
  'The browser shows a tab only where you asked for it: right-click the page and choose “Capture this tab for the escalation”, or press Baton’s toolbar button there, then capture again. You can also take a screenshot and paste it here.';

const NOT_LOOKED =
  'Baton could not look for form fields and e-mail addresses on this page. Blur what must not leave yourself.';

/**
 * Captures the front tab and hands the picture to the editor; nothing is kept before it is saved there. `asked` is true
 * when it was asked for in the page's context menu.
 */
export function useCapture(
  asked: boolean,
  on: {
    readonly captured: (image: EditedImage) => void;
    readonly refused: (why: string) => void;
    /** The wish was heard: it must not be fulfilled twice. */
    readonly taken: () => void;
  },
): () => Promise<void> {
  const latest = useRef(on);
  latest.current = on;
  const capture = async () => {
    const shot = await captureTab(await currentWindowId());
    if (!shot) return latest.current.refused(REFUSED);
    const { image: bytes, fields } = shot;
    latest.current.captured({
      name: toMomentName('tab', 'png', new Date()),
      bytes,
      ...(fields ? { propose: (image) => proposeBlurs(fields, image) } : { remark: NOT_LOOKED }),
    });
  };
  const again = useRef(capture);
  again.current = capture;
  useEffect(() => {
    if (!asked) return;
    latest.current.taken();
    void again.current();
  }, [asked]);
  return capture;
}
