import { Check } from 'lucide-react';
import { type Gap, STEPS, type Step } from '@/lib/escalation/report/readiness';

const TITLES: Record<Step, string> = {
  check: 'Check',
  classify: 'Classify',
  describe: 'Describe',
  'hand-off': 'Hand off',
};

interface StepTabsProps {
  readonly step: Step;
  readonly gaps: readonly Gap[];
  readonly handedOff: boolean;
  readonly onStep: (step: Step) => void;
}

/** The four steps in the order an agent meets them. Any of them may be opened at any time. */
export function StepTabs({ step, gaps, handedOff, onStep }: StepTabsProps) {
  const isDone = (name: Step) =>
    name === 'hand-off' ? handedOff : handedOff || !gaps.some((gap) => gap.step === name);
  return (
    <nav aria-label="Steps" className="flex border-b border-line bg-card px-2 tiny:flex-wrap">
      {STEPS.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === step ? 'step' : undefined}
          onClick={() => onStep(name)}
          className={`flex min-w-min flex-1 items-center justify-center gap-1 border-b-2 px-0.5 whitespace-nowrap -outline-offset-2 pt-2.5 pb-2 text-[12.5px] hover:text-ink ${
            name === step ? 'border-accent font-bold text-ink' : 'border-transparent font-medium text-ink-2'
          }`}
        >
          {isDone(name) ? (
            <span className="grid size-[13px] shrink-0 place-items-center rounded-full bg-ok text-card">
              <Check size={9} strokeWidth={4} aria-label="done" />
            </span>
          ) : null}
          {TITLES[name]}
        </button>
      ))}
    </nav>
  );
}
