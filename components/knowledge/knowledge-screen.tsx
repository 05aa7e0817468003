import { ArrowLeft } from 'lucide-react';
import { lazy, Suspense, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { IconButton, TextButton } from '@/components/ui/button';
import type { StoredRecord } from '@/lib/knowledge/knowledge-record';
import type { SearchClient } from '@/lib/knowledge/search-client';
import { loadRecords } from '@/lib/knowledge/store';
import { EVERYTHING, type FilterChoice, isNarrowed, toFilter } from './filter-choice';
import { Filters } from './filters';
import { NoResults } from './no-results';
import { ResultList } from './result-list';
import { SearchBox } from './search-box';
import { useEscape } from './use-escape';
import { useLabelCounts } from './use-label-counts';
import { useResults } from './use-results';

const RecordDetail = lazy(() => import('./record-detail').then((it) => ({ default: it.RecordDetail })));

interface KnowledgeScreenProps {
  readonly client: SearchClient;
  /** Words to begin with, e.g. a selection on a page. */
  readonly query: string;
  /** Record to begin with, e.g. a match to be read. */
  readonly recordKey?: string | undefined;
  readonly onClose: () => void;
  /** Links the open ticket to a record; answers with why not, or null. Absent without a ticket. */
  readonly onLink?: ((record: StoredRecord) => Promise<string | null>) | undefined;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trimStart();

/** Everything that is known, searched as it is typed. */
export function KnowledgeScreen({ client, query, recordKey, onClose, onLink }: KnowledgeScreenProps) {
  const listId = useId();
  const box = useRef<HTMLInputElement>(null);
  const [now] = useState(Date.now);
  const [text, setText] = useState(() => oneLine(query));
  const [choice, setChoice] = useState<FilterChoice>(EVERYTHING);
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState<StoredRecord | null>(null);
  const filter = useMemo(() => toFilter(choice, now), [choice, now]);
  const results = useResults(client, text, filter);
  const { counts, searched } = useLabelCounts(client);
  const { shown, problem, again, rowAt } = results;
  const total = shown?.total ?? 0;
  const current = Math.max(0, Math.min(active, total - 1));
  const settled = shown?.text === text;
  /** Enter was pressed before the answer was there: what stands in the list still belongs to other words. */
  const [hurried, setHurried] = useState(false);
  useEffect(() => {
    if (!hurried || !settled) return;
    setHurried(false);
    setOpen(rowAt(current)?.record ?? null);
  }, [hurried, settled, rowAt, current]);

  useEffect(() => {
    // Opened by hand there are no words yet: the agent is about to type. Words come from a page, which keeps its focus.
    if (query === '' && !recordKey) box.current?.focus();
  }, [query, recordKey]);
  useEffect(() => {
    if (recordKey) void loadRecords([recordKey]).then(([record]) => setOpen(record ?? null));
  }, [recordKey]);
  const back = () => setOpen(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // Only now: what lies under a record cannot take the focus.
    if (wasOpen.current && open === null) box.current?.focus();
    wasOpen.current = open !== null;
  }, [open]);
  useEscape(open !== null, back);

  return (
    <section aria-label="Search known bugs" className="relative flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">Search known bugs</h1>
      <div inert={open !== null} className="flex min-h-0 flex-1 flex-col">
        <div className="border-b border-line bg-card px-3.5 pt-2.5 pb-2">
          <div className="flex items-center gap-1.5">
            <IconButton label="Back to the ticket" className="-ms-1.5" onClick={onClose}>
              <ArrowLeft size={16} className="rtl:rotate-180" />
            </IconButton>
            <SearchBox
              key={query}
              boxRef={box}
              value={text}
              listId={listId}
              count={total}
              active={current}
              onType={(typed) => {
                setText(typed);
                setActive(0);
                setHurried(false);
              }}
              onActive={setActive}
              onOpen={() => (settled ? setOpen(rowAt(current)?.record ?? null) : setHurried(true))}
            />
          </div>
          <div className="mt-2">
            <Filters
              choice={choice}
              counts={counts}
              onChange={(next) => {
                setChoice(next);
                setActive(0);
              }}
            />
          </div>
        </div>
        {problem ? (
          <div className="px-3.5 pt-2.5 pb-2.5">
            <Banner tone="warn" role="alert" actions={<TextButton onClick={again}>Try again</TextButton>}>
              What is known could not be searched: {problem}
            </Banner>
          </div>
        ) : null}
        <p role="status" className={total > 0 ? 'px-3.5 py-1.5 text-meta text-ink-3' : 'sr-only'}>
          {shown ? describeTotal(total, shown.text, searched) : 'Searching…'}
        </p>
        {total > 0 ? (
          <ResultList
            id={listId}
            results={results}
            active={current}
            now={now}
            onOpen={(record, index) => {
              setActive(index);
              setOpen(record);
            }}
          />
        ) : shown && !problem ? (
          <NoResults
            text={shown.text}
            searched={searched}
            narrowed={isNarrowed(choice)}
            onClearFilters={() => setChoice(EVERYTHING)}
          />
        ) : null}
      </div>
      {open ? (
        <Suspense fallback={<div className="absolute inset-0 z-20 bg-bg" />}>
          <RecordDetail key={open.recordKey} record={open} now={now} onBack={back} onLink={onLink} />
        </Suspense>
      ) : null}
    </section>
  );
}

function describeTotal(total: number, text: string, searched: number | null): string {
  const rows = total.toLocaleString('en');
  const best = text.trim() === '' ? 'newest first' : 'best first';
  const of = searched === null || searched <= total ? '' : ` of ${searched.toLocaleString('en')}`;
  return `${rows}${of} ${total === 1 && !of ? 'record' : 'records'}, ${best}`;
}
