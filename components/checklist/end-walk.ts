import type { Escalation } from '@/lib/escalation/escalation';
import { asFeatureRequest, type EndingExit, endWithout, takeExitBack } from '@/lib/escalation/exit';
import { stepEscalation } from '@/lib/escalation/store';

const REFUSED = 'This escalation was changed in another window. Look at it there, then try again.';
const NOT_SAVED = 'Not saved: the browser’s storage refused the write. Nothing has changed; try again.';

/** Answers with why it was refused, in words, or null. */
async function step(id: string, change: (stored: Escalation) => Escalation | null): Promise<string | null> {
  return stepEscalation(id, change).then(
    (done) => (done ? null : REFUSED),
    () => NOT_SAVED,
  );
}

/** Ends the walk without engineering. The draft must be stored. */
export const endWalk = (id: string, kind: EndingExit, reason: string): Promise<string | null> =>
  step(id, (stored) => endWithout(stored, kind, reason, Date.now()));

/** Goes on as a feature request. The draft must be stored. */
export const turnIntoRequest = (id: string, reason: string): Promise<string | null> =>
  step(id, (stored) => asFeatureRequest(stored, reason, Date.now()));

export const takeBack = (id: string, why: string): Promise<string | null> =>
  step(id, (stored) => takeExitBack(stored, why, Date.now()));
