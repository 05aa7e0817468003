import { ArrowUp } from 'lucide-react';
import { Banner } from '@/components/ui/banner';
import { Field } from '@/components/ui/field';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { effectiveSeverity } from '@/lib/escalation/severity';
import type { Playbook } from '@/lib/playbook/playbook';

interface RaiseNoteProps {
  readonly escalation: Escalation;
  readonly playbook: Playbook;
  readonly patch: (patch: DraftPatch) => void;
}

/** Says when massness raised the level and lets the agent lower it again, with a reason. */
export function RaiseNote({ escalation, playbook, patch }: RaiseNoteProps) {
  const severity = effectiveSeverity(escalation, playbook);
  if (!severity || severity.proposedRaise === 0 || escalation.severity === null) return null;
  const reason = playbook.massness.find((entry) => entry.id === escalation.massness)?.label.toLowerCase();
  return (
    <div className="space-y-2">
      <div role="status">
        <Banner tone="warn" icon={<ArrowUp size={15} />}>
          {severity.raisedBy > 0 ? (
            <>
              <b className="font-bold">
                Raised from {escalation.severity} to {severity.level}:
              </b>{' '}
              hit are <bdi>{reason}</bdi>.
            </>
          ) : (
            <>
              <b className="font-bold">Kept at {severity.level}</b> although hit are <bdi>{reason}</bdi>.
            </>
          )}
        </Banner>
      </div>
      <Field
        key={`${escalation.id} ${escalation.massness} ${escalation.severity}`}
        label="Keep the lower level because"
        value={escalation.loweredBecause}
        onChange={(loweredBecause) => patch({ loweredBecause })}
        placeholder="Empty = raised. The reason reaches the engineer."
      />
    </div>
  );
}
