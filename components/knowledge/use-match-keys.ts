import { useEffect, useRef } from 'react';
import { listenForKeys } from '@/components/ui/typing-rest';

/** `u` and `n` act on the open match, wherever the focus is; never while typing, in a dialog or with a modifier. */
export function useMatchKeys(actions: Readonly<Record<'u' | 'n', (() => void) | undefined>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    return listenForKeys((event, text) => {
      if (event.isComposing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (text || document.querySelector('dialog[open]')) return;
      const act = event.key === 'u' || event.key === 'n' ? latest.current[event.key] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    });
  }, []);
}
