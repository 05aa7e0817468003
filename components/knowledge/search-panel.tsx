import { ArrowLeft, BookOpen } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';

interface SearchPanelProps {
  readonly query: string;
  readonly onClose: () => void;
}

/** Search over known bugs and articles. Honest while there is no source to search in. */
export function SearchPanel({ query, onClose }: SearchPanelProps) {
  return (
    <section aria-label="Search known bugs" className="p-3.5">
      <Button size="sm" variant="quiet" className="-ms-2 mb-2" onClick={onClose}>
        <ArrowLeft size={14} className="rtl:rotate-180" /> Back to the ticket
      </Button>
      <Field
        key={query}
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
