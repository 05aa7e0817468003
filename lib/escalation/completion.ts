import type { Playbook, TemplateField } from '@/lib/playbook/playbook';
import { applyPatch } from './draft-patch';
import type { Escalation } from './escalation';
import { findDebt, NO_VALUE, toFieldPath } from './report/fields';
import { isDraft } from './transitions';

/** Fields the agent filled in after handoff and the issue has not been told yet. */
export function filledSince(escalation: Escalation, playbook: Playbook): TemplateField[] {
  const { completion = {} } = escalation;
  return findDebt(escalation, playbook).filter(({ id }) => completion[id]?.value.trim());
}

/** Whether engineering still waits for the rest of the report; nobody does once the issue is closed. */
export function owesReport(escalation: Escalation, playbook: Playbook): boolean {
  const { state, stage } = escalation;
  const open = !isDraft(state) && state !== 'prevented' && state !== 'resolved' && !stage?.closed;
  return open && findDebt(escalation, playbook).length > 0;
}

/** The report with what was filled in since the handoff: nothing is owed any more. */
export function withCompletion(
  escalation: Escalation,
  playbook: Playbook,
  deliveryKey: string | null,
  now: number,
): Escalation {
  const fields = filledSince(escalation, playbook).map(({ id }) => id);
  const told = fields.map((id) => [toFieldPath(id), escalation.completion?.[id]]);
  return applyPatch(
    escalation,
    { ...Object.fromEntries(told), completed: { fields, deliveryKey, at: now } },
    now,
  );
}

/** The report is owed again, as it was filled in; null when nothing was told. */
export function withoutCompletion(escalation: Escalation, now: number): Escalation | null {
  const { completed } = escalation;
  if (!completed) return null;
  const emptied = completed.fields.map((id) => [toFieldPath(id), NO_VALUE]);
  return applyPatch(escalation, { ...Object.fromEntries(emptied), completed: null }, now);
}
