import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { Kbd } from '@/components/ui/kbd';
import type { FoundRecord } from '@/lib/knowledge/search-client';
import { MarkedText } from './marked-text';
import { reasonTexts } from './reason-text';
import { recordFacts } from './record-facts';

interface MatchRowProps {
  readonly found: FoundRecord;
  /** The row that keys act on shows what can be done with it. */
  readonly open: boolean;
  readonly now: number;
  readonly onOpen: () => void;
  readonly onUse: () => void;
  /** Absent where nothing can be ruled out any more. */
  readonly onNotThis?: (() => void) | undefined;
  readonly onRead: () => void;
  /** What else can be done, quieter. */
  readonly children?: ReactNode;
}

const actionClass =
  'flex min-w-0 flex-1 items-center justify-center gap-1.5 px-2 py-1.5 text-meta hover:bg-sunk -outline-offset-2';

/** One match: title, what it is, why it was found; the open one with what to do about it. */
export function MatchRow({ found, open, now, onOpen, onUse, onNotThis, onRead, children }: MatchRowProps) {
  const { record, match } = found;
  const { status, solved, facts } = recordFacts(record, now);
  const reasons = reasonTexts(match);
  const shown = open ? facts : [...facts, ...reasons.slice(0, 1)];
  const ranges = match?.reasons.flatMap((reason) => reason.ranges) ?? [];
  const inTitle = ranges.filter(
    ({ field, start, end }) => field === 'title' && /\D/.test(record.title.slice(start, end)),
  );
  return (
    <article
      aria-label={record.title}
      className="overflow-hidden rounded-lg border border-line bg-card shadow-card"
    >
      <button
        type="button"
        aria-expanded={open}
        className="block w-full px-3 py-2 text-start -outline-offset-2 hover:bg-sunk"
        onClick={onOpen}
        onFocus={onOpen}
      >
        <span
          dir="auto"
          className={`block font-semibold wrap-anywhere ${open ? 'line-clamp-2' : 'line-clamp-1'}`}
        >
          <MarkedText text={record.title} ranges={inTitle} />
        </span>
        <span className="mt-0.5 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-meta text-ink-3">
          <Chip tone={solved ? 'accent' : 'neutral'}>{status}</Chip>
          {shown.map((fact, at) => (
            <span key={fact}>
              <bdi>{fact}</bdi>
              {at < shown.length - 1 ? <span aria-hidden="true"> ·</span> : null}
            </span>
          ))}
        </span>
        {open && reasons.length > 0 ? (
          <span className="mt-1 flex flex-wrap gap-1">
            {reasons.map((reason) => (
              <Chip key={reason} tone="accent">
                <bdi>{reason}</bdi>
              </Chip>
            ))}
          </span>
        ) : null}
      </button>
      {open ? (
        <>
          <div className="flex divide-x divide-line border-t border-line">
            <button
              type="button"
              className={`${actionClass} font-semibold text-accent`}
              aria-keyshortcuts="u"
              onClick={onUse}
            >
              Use it <Kbd>U</Kbd>
            </button>
            {onNotThis ? (
              <button type="button" className={actionClass} aria-keyshortcuts="n" onClick={onNotThis}>
                Not this <Kbd>N</Kbd>
              </button>
            ) : null}
            <button type="button" className={actionClass} onClick={onRead}>
              Read
            </button>
          </div>
          {children ? (
            <div className="flex gap-3 border-t border-line px-3 py-1 text-meta">{children}</div>
          ) : null}
        </>
      ) : null}
    </article>
  );
}
