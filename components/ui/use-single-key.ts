import { useEffect, useRef } from 'react';
import { listenForKeys } from './typing-rest';

/** One key acts wherever the focus is; never while typing, in a dialog or with a modifier. */
export function useSingleKey(key: string, act: (() => void) | undefined): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    return listenForKeys((event, text) => {
      if (text || event.key !== key || event.isComposing || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('dialog[open]') || !latest.current) return;
      event.preventDefault();
      latest.current();
    });
  }, [key]);
}
