import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { optionId } from './option-id';

/** Rows that Page Up and Page Down go. */
const PAGE = 8;

interface SearchBoxProps {
  readonly boxRef: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly listId: string;
  readonly count: number;
  readonly active: number;
  readonly onType: (text: string) => void;
  readonly onActive: (index: number) => void;
  readonly onOpen: () => void;
}

/** Keeps the focus while the keys walk through the list below. */
export function SearchBox({
  boxRef,
  value,
  listId,
  count,
  active,
  onType,
  onActive,
  onOpen,
}: SearchBoxProps) {
  const [text, setText] = useState(value);
  const change = (next: string) => {
    setText(next);
    onType(next);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return;
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + PAGE,
      PageUp: active - PAGE,
      Home: 0,
      End: count - 1,
    };
    const next = steps[event.key];
    if (next !== undefined && count > 0) onActive(Math.min(count - 1, Math.max(0, next)));
    else if (event.key === 'Enter' && count > 0) onOpen();
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative min-w-0 flex-1">
      <Search size={15} className="absolute start-2.5 top-[9px] text-ink-3" aria-hidden="true" />
      <input
        ref={boxRef}
        type="text"
        role="combobox"
        name="query"
        aria-label="Search known bugs"
        aria-expanded={count > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? optionId(listId, active) : undefined}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={text}
        placeholder="Words, error code, page"
        className="block h-[33px] w-full rounded-md bg-card ps-8 pe-8 text-ink inset-ring-1 inset-ring-line-2 hover:inset-ring-control focus:outline-2 focus:-outline-offset-1 focus:outline-accent"
        onChange={(event) => change(event.target.value)}
        onKeyDown={press}
      />
      {text ? (
        <IconButton
          label="Clear the search"
          className="!absolute end-[3px] top-[3px] !size-[27px]"
          onClick={() => {
            change('');
            boxRef.current?.focus();
          }}
        >
          <X size={14} />
        </IconButton>
      ) : null}
    </div>
  );
}
