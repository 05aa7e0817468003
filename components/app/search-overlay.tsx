import { SearchPanel } from '@/components/knowledge/search-panel';
import { usePanelStore } from './panel-store';

/** The knowledge screen in place of the walk; the ticket's draft waits unchanged. */
export function SearchOverlay() {
  const { search, closeSearch } = usePanelStore();
  return (
    <main className="flex-1 overflow-auto">
      <SearchPanel query={search?.query ?? ''} onClose={closeSearch} />
    </main>
  );
}
