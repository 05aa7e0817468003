import { useLiveQuery } from 'dexie-react-hooks';
import { BookOpen, CloudDownload, SearchX } from 'lucide-react';
import { browser } from 'wxt/browser';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { loadStates } from '@/lib/knowledge/store';

interface NoResultsProps {
  readonly text: string;
  /** How many records there are to search in; null = not known yet. */
  readonly searched: number | null;
  readonly narrowed: boolean;
  readonly onClearFilters: () => void;
}

/** Why there are no rows, and what to do next. */
export function NoResults({ text, searched, narrowed, onClearFilters }: NoResultsProps) {
  if (searched === null) return null;
  if (searched === 0) return <NothingYet />;
  const words = text.trim();
  return (
    <EmptyState
      icon={<SearchX size={20} />}
      title="Nothing found"
      actions={narrowed ? <Button onClick={onClearFilters}>Clear the filters</Button> : null}
    >
      {words ? (
        <>
          No record holds{' '}
          <bdi className="font-semibold wrap-anywhere">
            “{words.length > 120 ? `${words.slice(0, 120)}…` : words}”
          </bdi>
          {narrowed ? ' within the filters' : ''}.
        </>
      ) : (
        'No record fits the filters.'
      )}{' '}
      {searched.toLocaleString('en')} records were searched.
      {words && !narrowed ? ' Try fewer words, or an error code alone.' : ''}
    </EmptyState>
  );
}

const openSettings = <Button onClick={() => void browser.runtime.openOptionsPage()}>Open Settings</Button>;

function NothingYet() {
  const states = useLiveQuery(loadStates, []);
  if (!states) return null;
  if (states.length === 0) {
    return (
      <EmptyState icon={<BookOpen size={20} />} title="Nothing to search in yet" actions={openSettings}>
        No knowledge source is connected. Your words stay here; connect the place where your team keeps known
        bugs and articles.
      </EmptyState>
    );
  }
  const failed = states.find(({ error }) => error !== null)?.error;
  const records = states.reduce((sum, state) => sum + Math.max(state.records, state.done), 0);
  return (
    <EmptyState
      icon={<CloudDownload size={20} />}
      title={failed ? 'Nothing could be taken in yet' : 'Still taking in'}
      actions={openSettings}
    >
      {failed
        ? failed.message
        : `${records.toLocaleString('en')} records so far. What is known shows here by itself as soon as it can be searched.`}
    </EmptyState>
  );
}
