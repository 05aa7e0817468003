import { useEffect } from 'react';
import { SearchPanel } from '@/components/knowledge/search-panel';
import { usePanelStore } from './panel-store';

/** The knowledge screen in place of the walk; the ticket's draft waits unchanged. */
export function SearchOverlay() {
  const { search, closeSearch } = usePanelStore();
  useEffect(
    () => () => {
      // The field that had the focus goes with the overlay: back to the step it was opened from.
      requestAnimationFrame(() => {
        if (!document.hasFocus() || document.activeElement !== document.body) return;
        document.querySelector<HTMLElement>('[aria-current=step]')?.focus();
      });
    },
    [],
  );
  return (
    <main className="scroll-area min-h-0 flex-1">
      <SearchPanel query={search?.query ?? ''} onClose={closeSearch} />
    </main>
  );
}
