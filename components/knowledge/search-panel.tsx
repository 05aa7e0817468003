import { ArrowLeft, BookOpen } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';

interface SearchPanelProps {
  readonly query: string;
  readonly onClose: () => void;
}

/** Search over known bugs and articles. Honest while there is no source to search in. */
export function SearchPanel({ query, onClose }: SearchPanelProps) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    // Opened by hand there are no words yet: the agent is about to type. Words come from a page, which keeps its focus.
    if (query === '') ref.current?.querySelector('textarea')?.focus();
  }, [query]);
  return (
    <section ref={ref} aria-label="Search known bugs" className="py-3.5">
      <Button size="sm" variant="quiet" className="-ms-2 mb-2" onClick={onClose}>
        <ArrowLeft size={14} className="rtl:rotate-180" /> Back to the ticket
      </Button>
      <h1 className="mb-1.5 text-title font-bold">Search known bugs</h1>
      <Field
        labelHidden
        key={query}
        name="query"
        label="Search known bugs"
        value={query}
        onChange={() => undefined}
        placeholder="Words, error code, page"
        multiline
      />
      <EmptyState icon={<BookOpen size={20} />} title="Nothing to search in yet">
        No knowledge source is connected. Your words stay here; copy them to search where your team keeps
        known bugs.
      </EmptyState>
    </section>
  );
}
