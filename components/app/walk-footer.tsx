import { showExits } from '@/components/checklist/show-exits';
import { SendBar } from '@/components/handoff/send-bar';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { Escalation } from '@/lib/escalation/escalation';
import { datesFor, formatDeadline, priorityOf } from '@/lib/escalation/priority';
import { findDebt } from '@/lib/escalation/report/fields';
import { type Gap, issueGaps, STEPS, type Step, summarizeGaps } from '@/lib/escalation/report/readiness';
import type { EffectiveSeverity } from '@/lib/escalation/severity';
import type { Preview } from '@/lib/messages/protocol';
import type { Playbook } from '@/lib/playbook/playbook';
import { PRIMARY_KEY } from './keys-dialog';

const NEXT_LABEL: Record<Exclude<Step, 'hand-off'>, string> = {
  check: 'Classify',
  classify: 'Describe',
  describe: 'Preview',
};

interface WalkFooterProps {
  readonly escalation: Escalation;
  readonly step: Step;
  readonly gaps: readonly Gap[];
  readonly severity: EffectiveSeverity | null;
  readonly playbook: Playbook;
  readonly preview: Preview | null;
  readonly onStep: (step: Step) => void;
  readonly onProblem: (message: string) => void;
}

function datesLine({ massness }: Escalation, severity: EffectiveSeverity, playbook: Playbook): string {
  const { takenUpBy, controlPoint } = datesFor(severity.level, Date.now(), playbook);
  const takenUp = takenUpBy
    ? `taken up by ${formatDeadline(takenUpBy, playbook.calendar)}`
    : 'taken up at once';
  // At most a week away: its weekday names it.
  const control = new Date(`${controlPoint}T12:00`).toLocaleDateString(undefined, { weekday: 'short' });
  return `Priority ${priorityOf(severity.level, massness, playbook)} · ${takenUp} · control point ${control}`;
}

/** The sentence of readiness and, at the same place in every step, the one primary button. */
export function WalkFooter(props: WalkFooterProps) {
  const { escalation, step, gaps, severity, playbook, preview, onStep, onProblem } = props;
  // What the last step itself asks for can be settled once there is a preview.
  const before = issueGaps(gaps);
  const here = step === 'hand-off' && before.length > 0 ? before : gaps.filter((gap) => gap.step === step);
  const previous = STEPS[STEPS.indexOf(step) - 1];
  const next = STEPS[STEPS.indexOf(step) + 1];
  const sentence = () => {
    if (here.length > 0) return summarizeGaps(here);
    if (step === 'classify' && severity) return datesLine(escalation, severity, playbook);
    if (step === 'hand-off') {
      if (!preview) return '';
      return preview.connection
        ? `To ${preview.connection.trackerName}, ${preview.connection.place}. Undo for 10 seconds.`
        : 'No tracker connected: copy it and file it yourself.';
    }
    const debt = step === 'describe' ? findDebt(escalation, playbook).length : 0;
    return debt > 0 ? `Enough for now; ${debt} to be completed after handoff.` : 'Complete.';
  };
  return (
    <footer className="border-t border-line bg-card px-3.5 pt-2 pb-3">
      <p className="mb-2 flex min-h-[19px] items-start gap-1.5 text-[12.5px] text-ink-2" role="status">
        {here.length > 0 ? (
          <span aria-hidden="true" className="mt-[7px] size-1.5 shrink-0 rounded-full bg-s4" />
        ) : null}
        {sentence()}
      </p>
      <div className="flex gap-2 tiny:flex-wrap">
        {previous ? (
          <Button onClick={() => onStep(previous)}>Back</Button>
        ) : (
          <Button onClick={showExits}>Solved…</Button>
        )}
        {step === 'hand-off' ? (
          <SendBar
            escalationId={escalation.id}
            preview={gaps.length === 0 ? preview : null}
            shortcut={PRIMARY_KEY}
            onProblem={onProblem}
          />
        ) : (
          <Button
            variant="primary"
            className="flex-1"
            data-primary
            aria-keyshortcuts="Control+Enter"
            onClick={() => next && onStep(next)}
          >
            {NEXT_LABEL[step]} <Kbd onAccent>{PRIMARY_KEY}</Kbd>
          </Button>
        )}
      </div>
    </footer>
  );
}
