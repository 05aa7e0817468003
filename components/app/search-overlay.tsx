import { lazy, Suspense, useEffect } from 'react';
import { linkKnown } from '@/components/knowledge/link-known';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { isDraft } from '@/lib/escalation/transitions';
import type { StoredRecord } from '@/lib/knowledge/knowledge-record';
import { searchClient } from '@/lib/knowledge/search-client';
import type { Ticket } from '@/lib/ticket/ticket';
import { usePanelStore } from './panel-store';

const KnowledgeScreen = lazy(() =>
  import('@/components/knowledge/knowledge-screen').then((it) => ({ default: it.KnowledgeScreen })),
);

interface SearchOverlayProps {
  readonly escalation: Escalation | undefined;
  readonly ticket: Ticket | null;
  readonly patch: (patch: DraftPatch) => Promise<void>;
}

/** The knowledge screen in place of the walk; the ticket's draft waits unchanged. */
export function SearchOverlay({ escalation, ticket, patch }: SearchOverlayProps) {
  const { search, closeSearch } = usePanelStore();
  const link = async (record: StoredRecord) => {
    if (!escalation || !ticket) return null;
    // The draft may not be stored yet: nothing has been typed.
    await patch({});
    const problem = await linkKnown(escalation, ticket, record);
    if (problem === null) closeSearch();
    return problem;
  };
  const linkable = ticket && escalation && isDraft(escalation.state);
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
  const query = search?.query ?? '';
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <Suspense fallback={<h1 className="sr-only">Search known bugs</h1>}>
        <KnowledgeScreen
          key={`${query} ${search?.recordKey}`}
          client={searchClient()}
          query={query}
          recordKey={search?.recordKey}
          onClose={closeSearch}
          onLink={linkable ? link : undefined}
        />
      </Suspense>
    </main>
  );
}
