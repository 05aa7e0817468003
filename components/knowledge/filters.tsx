import { ChevronDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { TextButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import type { Facet } from '@/lib/knowledge/to-search-record';
import { AGES, EVERYTHING, type FilterChoice, isNarrowed, nameValue, optionsOf } from './filter-choice';
import { useSourceNames } from './source-names';
import { useEscape } from './use-escape';

const TITLES: readonly (readonly [Facet, string])[] = [
  ['kind', 'Kind'],
  ['status', 'Status'],
  ['part', 'Part'],
  ['source', 'Source'],
];

interface FiltersProps {
  readonly choice: FilterChoice;
  readonly counts: ReadonlyMap<string, number>;
  readonly onChange: (choice: FilterChoice) => void;
}

/** One chip per facet; its values with their counts open below, over the list. */
export function Filters({ choice, counts, onChange }: FiltersProps) {
  const [open, setOpen] = useState<Facet | 'age' | null>(null);
  const names = useSourceNames();
  const ref = useRef<HTMLDivElement>(null);
  useEscape(open !== null, () => {
    ref.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
    setOpen(null);
  });
  useEffect(() => {
    if (open === null) return;
    const leave = (event: Event) => {
      if (event.target instanceof Node && !ref.current?.contains(event.target)) setOpen(null);
    };
    addEventListener('pointerdown', leave);
    addEventListener('focusin', leave);
    return () => {
      removeEventListener('pointerdown', leave);
      removeEventListener('focusin', leave);
    };
  }, [open]);

  const toggle = (facet: Facet, value: string, on: boolean) => {
    const before = choice.values[facet].filter((it) => it !== value);
    onChange({ ...choice, values: { ...choice.values, [facet]: on ? [...before, value] : before } });
  };
  const ageWords = AGES.find(([days]) => days === choice.days)?.[1] ?? '';
  return (
    <div ref={ref} className="relative z-10">
      <div className="flex flex-wrap items-center gap-1">
        {TITLES.map(([facet, title]) => {
          const [first, ...more] = choice.values[facet];
          const words = first === undefined ? title : nameValue(facet, first, names);
          return (
            <FilterChip
              key={facet}
              name={title}
              words={more.length > 0 ? `${words} +${more.length}` : words}
              chosen={first !== undefined}
              open={open === facet}
              onToggle={() => setOpen(open === facet ? null : facet)}
            />
          );
        })}
        <FilterChip
          name="Age"
          words={choice.days === null ? 'Age' : ageWords}
          chosen={choice.days !== null}
          open={open === 'age'}
          onToggle={() => setOpen(open === 'age' ? null : 'age')}
        />
        {isNarrowed(choice) ? (
          <TextButton className="ms-1 text-meta" onClick={() => onChange(EVERYTHING)}>
            Clear
          </TextButton>
        ) : null}
      </div>
      {open === null ? null : (
        <fieldset className="scroll-area absolute inset-x-0 top-full mt-1 max-h-72 overflow-y-auto rounded-lg border border-line-2 bg-card !px-3 py-2 shadow-[0_6px_20px_oklch(20%_0.02_260/0.16)]">
          <legend className="sr-only">
            {open === 'age' ? 'Age' : TITLES.find(([facet]) => facet === open)?.[1]}
          </legend>
          {open === 'age' ? (
            AGES.map(([days, words]) => (
              <label key={words} className="flex min-h-7 items-center gap-2.5">
                <input
                  type="radio"
                  name="knowledge-age"
                  className="size-4 accent-[var(--accent)]"
                  checked={choice.days === days}
                  onChange={() => onChange({ ...choice, days })}
                />
                {words}
              </label>
            ))
          ) : (
            <FacetOptions
              facet={open}
              counts={counts}
              chosen={choice.values[open]}
              names={names}
              onToggle={(value, on) => toggle(open, value, on)}
            />
          )}
        </fieldset>
      )}
    </div>
  );
}

interface FilterChipProps {
  readonly name: string;
  readonly words: string;
  readonly chosen: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function FilterChip({ name, words, chosen, open, onToggle }: FilterChipProps) {
  const look = chosen
    ? 'bg-accent-soft font-semibold text-accent inset-ring-accent-line'
    : 'text-ink-2 inset-ring-line-2 hover:bg-sunk';
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-label={chosen ? `${name}: ${words}` : name}
      onClick={onToggle}
      className={`btn inline-flex h-6 max-w-40 items-center gap-0.5 rounded-full ps-2 pe-1 text-meta inset-ring-1 ${look}`}
    >
      <bdi className="min-w-0 truncate">{words}</bdi>
      <ChevronDown size={12} className={`shrink-0 ${open ? 'rotate-180' : ''}`} aria-hidden="true" />
    </button>
  );
}

interface FacetOptionsProps {
  readonly facet: Facet;
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly onToggle: (value: string, on: boolean) => void;
}

function FacetOptions({ facet, counts, chosen, names, onToggle }: FacetOptionsProps) {
  // Chosen ones go first when it opens, and stay where they are while it is open.
  const [first] = useState(chosen);
  const options = optionsOf(facet, counts, first);
  if (options.length === 0) return <p className="text-ink-3">No record says.</p>;
  return options.map(({ value, count }) => (
    <div key={value} className="flex min-h-7 items-center gap-2">
      <Checkbox checked={chosen.includes(value)} onChange={(on) => onToggle(value, on)}>
        <bdi className="block truncate">{nameValue(facet, value, names)}</bdi>
      </Checkbox>
      <span className="shrink-0 text-meta text-ink-3 tabular-nums">{count.toLocaleString('en')}</span>
    </div>
  ));
}
