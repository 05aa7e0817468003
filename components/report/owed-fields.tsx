import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { findDebt, NO_VALUE } from '@/lib/escalation/report/fields';
import type { Playbook } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import { ReportField } from './report-field';
import { useFinds } from './use-finds';

interface OwedFieldsProps {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  readonly playbook: Playbook;
  readonly patch: (patch: DraftPatch) => void;
}

/** What a critical escalation left open at its handoff: what is typed is kept until the issue is told. */
export function OwedFields({ escalation, ticket, playbook, patch }: OwedFieldsProps) {
  const finds = useFinds(ticket, playbook.parts);
  return (
    <div className="space-y-3">
      {findDebt(escalation, playbook).map((field) => (
        <ReportField
          key={`${escalation.id} ${field.id}`}
          field={field}
          current={escalation.completion?.[field.id] ?? NO_VALUE}
          finds={finds[field.id] ?? []}
          gap={undefined}
          suggestions={field.id === 'part' ? playbook.parts.map(({ name }) => name) : []}
          onChange={(next) => patch({ [`completion.${field.id}`]: next })}
        />
      ))}
    </div>
  );
}
