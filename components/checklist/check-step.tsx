import type { ReactNode } from 'react';
import { Card, SectionTitle } from '@/components/ui/card';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { askedFor, COLLECTED } from '@/lib/escalation/readiness';
import type { Playbook } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import { CheckRow } from './check-row';

interface CheckStepProps {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  /** Tab of the ticket while it is in front; null otherwise. */
  readonly tabId: number | null;
  readonly playbook: Playbook;
  readonly patch: (patch: DraftPatch) => void;
  /** What is known already. */
  readonly known: ReactNode;
}

/** What must be true before engineering is disturbed; first of all, what is already known. */
export function CheckStep({ escalation, playbook, patch, known }: CheckStepProps) {
  const settled = playbook.checklist.filter(
    (item) => (escalation.checks[item.id]?.status ?? 'open') !== 'open',
  ).length;
  return (
    <div className="space-y-4">
      {known}
      <section>
        <SectionTitle remark={`${settled} of ${playbook.checklist.length}`}>
          Before engineering is disturbed
        </SectionTitle>
        <Card>
          {playbook.checklist.map((item) => (
            <CheckRow
              key={`${escalation.id} ${item.id}`}
              item={item}
              asked={item.id === COLLECTED ? askedFor(escalation) : []}
              check={escalation.checks[item.id]}
              onChange={(check) => patch({ [`checks.${item.id}`]: check })}
            />
          ))}
        </Card>
      </section>
    </div>
  );
}
