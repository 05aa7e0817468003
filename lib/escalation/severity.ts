import type { Massness, Playbook, Severity } from '@/lib/playbook/playbook';
import type { Escalation } from './escalation';

export interface EffectiveSeverity {
  readonly level: Severity;
  /** Levels added by massness; 0 when nothing was raised or the agent lowered it with a reason. */
  readonly raisedBy: number;
  /** What massness would add, whether or not the agent followed it. */
  readonly proposedRaise: number;
}

const clamp = (level: number): Severity => Math.min(4, Math.max(1, level)) as Severity;

function raiseOf(playbook: Playbook, massness: Massness | null): number {
  return playbook.massness.find((entry) => entry.id === massness)?.raises ?? 0;
}

/** The level that counts: the agent's choice plus what massness raises, capped at 4; null until one is chosen. */
export function effectiveSeverity(
  escalation: Pick<Escalation, 'severity' | 'massness' | 'loweredBecause'>,
  playbook: Playbook,
): EffectiveSeverity | null {
  if (escalation.severity === null) return null;
  const raised = clamp(escalation.severity + raiseOf(playbook, escalation.massness));
  const proposedRaise = raised - escalation.severity;
  const raisedBy = escalation.loweredBecause.trim() === '' ? proposedRaise : 0;
  return { level: clamp(escalation.severity + raisedBy), raisedBy, proposedRaise };
}
