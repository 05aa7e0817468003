import { useEffect, useState } from 'react';
import type { Escalation } from '@/lib/escalation/escalation';
import type { Preview } from '@/lib/messages/protocol';
import { send } from '@/lib/messages/send';

export interface PreviewState {
  readonly preview: Preview | null;
  readonly problem: string | null;
}

const WORKER_GONE =
  'Baton’s background part did not answer. Reload the panel; everything you wrote is saved.';

/** What would leave now; asked anew whenever the draft, its files or the connection changed. */
export function usePreview(escalation: Escalation, ready: boolean, stamp: string): PreviewState {
  const [state, setState] = useState<PreviewState>({ preview: null, problem: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: stamp and updatedAt say that what is previewed changed
  useEffect(() => {
    if (!ready) return;
    let current = true;
    send('previewIssue', { escalationId: escalation.id }).then(
      (answer) => {
        if (!current) return;
        setState(
          answer.ok
            ? { preview: answer.value, problem: null }
            : { preview: null, problem: answer.error.message },
        );
      },
      () => current && setState({ preview: null, problem: WORKER_GONE }),
    );
    return () => {
      current = false;
    };
  }, [escalation.id, escalation.updatedAt, ready, stamp]);
  return state;
}
