import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextButton } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import type { Playbook } from '@/lib/playbook/playbook';
import { CheckRow } from './check-row';

interface CheckStepProps {
  readonly escalation: Escalation;
  readonly playbook: Playbook;
  readonly patch: (patch: DraftPatch) => void;
  readonly onSearch: () => void;
  /** What the desk's own help center says. */
  readonly known: ReactNode;
}

/** What must be true before engineering is disturbed; first of all, what is already known. */
export function CheckStep({ escalation, playbook, patch, onSearch, known }: CheckStepProps) {
  const settled = playbook.checklist.filter(
    (item) => (escalation.checks[item.id]?.status ?? 'open') !== 'open',
  ).length;
  return (
    <div className="space-y-4">
      <section>
        <SectionTitle remark="no knowledge source yet">Probably known</SectionTitle>
        {known}
        <div className="flex items-start gap-2 rounded-lg border border-dashed border-line-2 px-3 py-2.5 text-ink-2">
          <Search size={15} className="mt-0.5 shrink-0 text-ink-3" aria-hidden="true" />
          <p>
            Known bugs and articles will show here as soon as a source is connected. Until then, search where
            your team keeps them and note the result below.{' '}
            <TextButton onClick={onSearch}>Search here</TextButton>
          </p>
        </div>
      </section>
      <section>
        <SectionTitle remark={`${settled} of ${playbook.checklist.length}`}>
          Before engineering is disturbed
        </SectionTitle>
        <Card>
          {playbook.checklist.map((item) => (
            <CheckRow
              key={`${escalation.id} ${item.id}`}
              item={item}
              check={escalation.checks[item.id]}
              onChange={(check) => patch({ [`checks.${item.id}`]: check })}
            />
          ))}
        </Card>
      </section>
    </div>
  );
}
