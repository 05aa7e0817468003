import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { StoredRecord } from '@/lib/knowledge/knowledge-record';
import { optionId } from './option-id';
import { ResultRow, ROW_HEIGHT } from './result-row';
import type { Results } from './use-results';

/** Rows drawn above and below what is in sight. */
const OVERSCAN = 8;

interface ResultListProps {
  readonly id: string;
  readonly results: Results;
  readonly active: number;
  readonly now: number;
  readonly onOpen: (record: StoredRecord, index: number) => void;
}

/** Draws only what is in sight of any number of rows, and asks for those that are missing. */
export function ResultList({ id, results, active, now, onOpen }: ResultListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { shown, rowAt, need } = results;
  const count = shown?.total ?? 0;
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    // The active row stays drawn wherever the agent scrolls: the search box points at it.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.min(active, count - 1)])].sort((a, b) => a - b),
  });
  const inSight = rows.range;
  const first = inSight?.startIndex ?? 0;
  const last = inSight?.endIndex ?? 0;
  useEffect(() => need(Math.max(0, first - OVERSCAN), last + OVERSCAN), [need, first, last]);

  const text = shown?.text;
  const before = useRef(text);
  useEffect(() => {
    // Other words begin at the top; the same ones keep their place.
    if (before.current !== text) rows.scrollToOffset(0);
    else rows.scrollToIndex(active, { align: 'auto' });
    before.current = text;
  }, [active, text, rows]);

  return (
    <div
      ref={scroller}
      className="scroll-area relative min-h-0 flex-1 overflow-y-auto bg-card !px-0"
      data-testid="results"
    >
      <div
        role="listbox"
        id={id}
        aria-label="Results"
        className="relative w-full"
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const found = rowAt(index);
          const selected = index === active;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the search box has the focus and the keys, as in every combobox
            <div
              key={index}
              role="option"
              tabIndex={-1}
              id={optionId(id, index)}
              aria-selected={selected}
              aria-setsize={count}
              aria-posinset={index + 1}
              aria-busy={found === undefined || undefined}
              className={`absolute inset-x-0 top-0 flex cursor-pointer gap-2.5 border-b border-line py-[7px] ps-3.5 pe-2 ${selected ? 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)] rtl:shadow-[inset_-2px_0_0_var(--accent)]' : 'hover:bg-sunk'}`}
              style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => found && onOpen(found.record, index)}
            >
              {found ? <ResultRow found={found} now={now} /> : <Waiting />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The shape of a row that is on its way. */
function Waiting() {
  return (
    <span className="flex-1 pt-1 ps-[25px]" aria-hidden="true">
      <span className="block h-3 w-3/5 rounded-sm bg-sunk" />
      <span className="mt-2.5 block h-2.5 w-2/5 rounded-sm bg-sunk" />
    </span>
  );
}
