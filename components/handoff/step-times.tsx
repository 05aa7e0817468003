import type { Escalation } from '@/lib/escalation/escalation';
import { templateOf } from '@/lib/escalation/report/fields';
import { formatStepTimes, toStepTimes } from '@/lib/escalation/step-times';
import type { Playbook } from '@/lib/playbook/playbook';

const STEPS = [
  { id: 'check', label: 'Check' },
  { id: 'classify', label: 'Classify' },
  { id: 'describe', label: 'Describe' },
  { id: 'hand-off', label: 'Hand off' },
];

/** Where the time went, in one line, to learn from. Nothing is late. */
export function StepTimes({ escalation, playbook }: { escalation: Escalation; playbook: Playbook }) {
  const { createdAt, handedOffAt, stepMs } = escalation;
  if (handedOffAt === null) return null;
  const fields = templateOf(playbook, escalation).fields;
  const checks = playbook.checklist.map(({ id, title }) => ({ id, label: title }));
  const times = toStepTimes(stepMs ?? {}, STEPS, [...fields, ...checks]);
  return <p className="text-meta text-ink-3">{formatStepTimes(handedOffAt - createdAt, times)}</p>;
}
