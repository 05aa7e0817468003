import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { IconButton, TextButton } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import { type Mark, nameOf, placeOf } from '@/lib/evidence/marks';

interface MarkListProps {
  readonly marks: readonly Mark[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly onRemove: (id: string) => void;
  readonly onRemoveProposed: () => void;
}

/** Every mark in words: Tab goes from one to the next, and what has the focus is what arrow keys move. */
export function MarkList({ marks, selectedId, onSelect, onRemove, onRemoveProposed }: MarkListProps) {
  const chosen = useRef<HTMLLIElement>(null);
  // Drawn or chosen on the picture, its row may lie outside of the list's window.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each newly chosen mark
  useEffect(() => {
    // Braces: newer browsers answer with a promise, which is no cleanup.
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [selectedId]);
  const proposed = marks.filter(({ covers }) => covers !== '').length;
  return (
    <section>
      <div className="flex items-baseline justify-between gap-2">
        <SectionTitle remark={proposed > 0 ? `${proposed} proposed, check them` : undefined}>
          Marks
        </SectionTitle>
        {proposed > 0 ? (
          <TextButton className="text-meta" onClick={onRemoveProposed}>
            Remove them
          </TextButton>
        ) : null}
      </div>
      {marks.length === 0 ? (
        <p className="text-meta text-ink-3">
          Choose a tool, then draw on the image, or press Enter to place it in the middle.
        </p>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-md border border-line bg-card">
          {marks.map((mark) => (
            <li
              key={mark.id}
              ref={mark.id === selectedId ? chosen : null}
              className={`flex items-center gap-1 pe-1 ${mark.id === selectedId ? 'bg-accent-soft' : ''}`}
            >
              <button
                type="button"
                aria-pressed={mark.id === selectedId}
                onFocus={() => onSelect(mark.id)}
                onClick={() => onSelect(mark.id)}
                className="flex min-h-7 min-w-0 flex-1 flex-wrap items-center gap-x-1.5 py-0.5 px-2.5 text-start -outline-offset-2"
              >
                <span className="wrap-anywhere min-w-0">
                  <bdi>{nameOf(mark)}</bdi>
                </span>
                <span className="text-mini text-ink-3">{placeOf(mark)}</span>
              </button>
              {/* Delete does it from the row, so Tab goes from mark to mark. */}
              <IconButton label={`Remove ${nameOf(mark)}`} tabIndex={-1} onClick={() => onRemove(mark.id)}>
                <X size={14} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
