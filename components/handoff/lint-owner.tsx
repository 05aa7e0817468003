import { useEffect } from 'react';
import { Field } from '@/components/ui/field';
import { useSetting } from '@/components/ui/use-setting';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import { agentName } from '@/lib/settings/settings';

interface LintOwnerProps {
  /** Undefined until somebody was named. */
  readonly owner: string | undefined;
  readonly patch: (patch: DraftPatch) => void;
}

/** Who answers for it on our side; the name given last is proposed next time. */
export function LintOwner({ owner, patch }: LintOwnerProps) {
  const known = useSetting(agentName);
  const proposed = owner === undefined ? known : undefined;
  useEffect(() => {
    if (proposed) patch({ owner: proposed });
  }, [proposed, patch]);
  // The field keeps its own text: it starts once it is known what with.
  if (known === undefined) return null;
  return (
    <div className="w-36">
      <Field
        label="Who answers for it"
        labelHidden
        name="owner"
        value={owner ?? known}
        placeholder="Your name"
        onChange={(name) => patch({ owner: name })}
        onLeave={() => {
          if (owner?.trim()) void agentName.setValue(owner.trim());
        }}
      />
    </div>
  );
}
