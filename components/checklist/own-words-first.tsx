import { type ReactNode, useState } from 'react';
import { Field } from '@/components/ui/field';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { missingOwnWords } from '@/lib/escalation/report/readiness';
import type { Playbook } from '@/lib/playbook/playbook';

interface OwnWordsFirstProps {
  readonly escalation: Escalation;
  readonly playbook: Playbook;
  readonly patch: (patch: DraftPatch) => void;
  readonly children: ReactNode;
}

/**
 * What is behind it rests until the agent has said the problem in a sentence of their own. The sentence is asked for
 * right here: nobody is sent back.
 */
export function OwnWordsFirst({ escalation, playbook, patch, children }: OwnWordsFirstProps) {
  const missing = missingOwnWords(escalation, playbook);
  // Those asked for here stay while they are written.
  const [asked] = useState(missing);
  return (
    <div className="space-y-3">
      {asked.map((item) => (
        <section
          key={item.id}
          aria-label={item.title}
          data-field={item.id}
          className="rounded-lg border border-line bg-card px-3 py-2.5 shadow-card"
        >
          <p className="mb-1.5 font-semibold">First, in your own words</p>
          <Field
            label="The problem in one sentence"
            labelHidden
            value={escalation.checks[item.id]?.note ?? ''}
            onChange={(note) =>
              patch({
                [`checks.${item.id}`]: {
                  status: note.trim() ? 'done' : 'open',
                  note,
                  at: note.trim() ? Date.now() : null,
                },
              })
            }
            multiline
            placeholder="What stops working, for whom, since when"
            help={missing.length > 0 ? 'Required before describing: the fields below wait for it.' : ''}
          />
        </section>
      ))}
      <div inert={missing.length > 0} className={missing.length > 0 ? 'opacity-50' : ''}>
        {children}
      </div>
    </div>
  );
}
