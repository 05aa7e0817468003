import { useLiveQuery } from 'dexie-react-hooks';
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { browser } from 'wxt/browser';
import { Banner } from '@/components/ui/banner';
import { TextButton } from '@/components/ui/button';
import type { SourceState } from '@/lib/knowledge/source-state';
import { loadStates } from '@/lib/knowledge/store';
import { formatAgo } from '@/lib/std/time';
import type { Known } from './use-known';

const count = (value: number): string => value.toLocaleString('en');
const sum = (states: readonly SourceState[], of: (state: SourceState) => number): number =>
  states.reduce((total, state) => total + of(state), 0);
const isTakingIn = ({ phase, syncedAt }: SourceState) => phase === 'running' && syncedAt === null;

/** How much was searched and how old it is; the oldest source counts. */
export function useKnownRemark(known: Known): string {
  const states = useLiveQuery(loadStates, [], []);
  if (known.state !== 'known' || known.about.searched === 0) return '';
  const searched = `${count(known.about.searched)} records`;
  if (states.some(isTakingIn)) return `${searched}, still taking in`;
  const synced = states.flatMap(({ syncedAt }) => syncedAt ?? []);
  return synced.length === 0 ? searched : `${searched}, ${formatAgo(Math.min(...synced), Date.now())}`;
}

function Empty({ children }: { children: ReactNode }) {
  return (
    <div className="flex items-start gap-2 rounded-lg border border-dashed border-line-2 px-3 py-2.5 text-ink-2">
      <Search size={15} className="mt-0.5 shrink-0 text-ink-3" aria-hidden="true" />
      <p>{children}</p>
    </div>
  );
}

const openSettings = () => void browser.runtime.openOptionsPage();

/** Nothing to search in: why, and what to do about it. */
function NothingYet() {
  const states = useLiveQuery(loadStates, []);
  if (!states) return null;
  if (states.length === 0) {
    return (
      <Empty>
        No knowledge source is connected. Known bugs and articles show here as soon as one is.{' '}
        <TextButton onClick={openSettings}>Connect one in Settings</TextButton>
      </Empty>
    );
  }
  const failed = states.find(({ error }) => error !== null);
  if (failed?.error) {
    return (
      <Empty>
        Nothing could be taken in yet: {failed.error.message}{' '}
        <TextButton onClick={openSettings}>Look in Settings</TextButton>
      </Empty>
    );
  }
  const records = sum(states, (state) => Math.max(state.records, state.done));
  return (
    <Empty>
      Still taking in what is known: {count(records)} records so far. Matches show here by themselves.
    </Empty>
  );
}

interface KnownStateProps {
  readonly known: Known;
  readonly found: number;
  readonly again: () => void;
  readonly onSearch: (words: string) => void;
}

/** The state of the search where there are no matches to show. The walk goes on in every one of them. */
export function KnownState({ known, found, again, onSearch }: KnownStateProps) {
  switch (known.state) {
    case 'asking':
      return (
        <p role="status" className="text-meta text-ink-3">
          Searching what is known…
        </p>
      );
    case 'failed':
      return (
        <Banner tone="warn" role="status">
          What is known could not be searched: {known.why} You can go on without it.{' '}
          <TextButton onClick={again}>Try again</TextButton>
        </Banner>
      );
    case 'known':
      if (known.about.searched === 0) return <NothingYet />;
      if (found > 0) return null;
      return (
        <Empty>
          Nothing matches: searched {count(known.about.searched)} records.{' '}
          <TextButton onClick={() => onSearch('')}>Search with other words</TextButton>
        </Empty>
      );
  }
}
