import type { Escalation, EscalationState } from './escalation';

/** What may follow what. `ready ← queued` is undo, `in-progress ← resolved | confirmed` is *came back*. */
const NEXT: Record<EscalationState, readonly EscalationState[]> = {
  draft: ['ready', 'queued', 'sent', 'prevented'],
  ready: ['draft', 'queued', 'sent', 'prevented'],
  queued: ['ready', 'sent'],
  sent: ['received', 'needs-info', 'in-progress', 'resolved', 'declined'],
  received: ['needs-info', 'in-progress', 'resolved', 'declined'],
  'needs-info': ['in-progress', 'resolved', 'declined'],
  'in-progress': ['needs-info', 'resolved', 'declined'],
  resolved: ['confirmed', 'in-progress'],
  confirmed: ['in-progress'],
  declined: ['in-progress'],
  prevented: ['draft'],
};

export const isDraft = (state: EscalationState): boolean => state === 'draft' || state === 'ready';

export function mayFollow(from: EscalationState, to: EscalationState): boolean {
  return NEXT[from].includes(to);
}

/** The escalation in its next state with the step in its history. Throws on a step the table does not allow: a bug. */
export function moveTo(escalation: Escalation, state: EscalationState, why: string, at: number): Escalation {
  if (!mayFollow(escalation.state, state)) {
    throw new Error(`An escalation cannot go from ${escalation.state} to ${state}.`);
  }
  return {
    ...escalation,
    state,
    history: [...escalation.history, { at, state, why }],
    updatedAt: at,
  };
}
