import { CheckCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { TextButton } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { UndoLine } from '@/components/ui/undo-line';
import type { Escalation } from '@/lib/escalation/escalation';
import { EXIT_NAMES } from '@/lib/escalation/exit';
import { UNDO_MS } from '@/lib/outbox/delivery';
import type { Playbook } from '@/lib/playbook/playbook';
import { takeBack } from './end-walk';
import { composeExpertQuestion } from './expert-question';

interface ExitedProps {
  readonly escalation: Escalation;
  readonly exit: NonNullable<Escalation['exit']>;
  readonly playbook: Playbook;
  /** What can be done with what was learned. */
  readonly children?: ReactNode;
}

/** The end without engineering by the agent's own decision: why, how to take it back, what is left to be done. */
export function Exited({ escalation, exit, playbook, children }: ExitedProps) {
  const [problem, setProblem] = useState('');
  const asked = exit.kind === 'consultation';
  return (
    <div className="space-y-4">
      <UndoLine
        until={exit.at + UNDO_MS}
        leaves={false}
        onUndo={() => takeBack(escalation.id, 'taken back by the agent')}
      >
        Saved as prevented.
      </UndoLine>
      <section className="rounded-lg border border-line bg-card px-3.5 py-3 shadow-card" role="status">
        <p className="flex items-start gap-2 font-bold">
          <CheckCheck size={17} className="mt-px shrink-0 text-ok" aria-hidden="true" />
          <span>{EXIT_NAMES[exit.kind]}</span>
        </p>
        <p dir="auto" className="mt-1 whitespace-pre-wrap wrap-anywhere">
          {exit.reason}
        </p>
        <p className="mt-1 text-ink-2">
          {asked
            ? 'Counted as prevented. Paste the question where your expert reads it; the ticket stays yours.'
            : 'Engineering is not disturbed: counted as prevented.'}
        </p>
      </section>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {asked ? (
          <CopyButton
            text={composeExpertQuestion(escalation, playbook, exit.reason)}
            label="Copy the question again"
          />
        ) : null}
        {children}
        <TextButton
          className="text-meta"
          onClick={() =>
            void takeBack(escalation.id, 'opened again').then((refused) => setProblem(refused ?? ''))
          }
        >
          Not over after all: go on with the walk
        </TextButton>
      </div>
      {problem ? (
        <Banner tone="error" role="alert">
          {problem}
        </Banner>
      ) : null}
    </div>
  );
}
