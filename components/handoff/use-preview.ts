import { useEffect, useState } from 'react';
import type { Escalation } from '@/lib/escalation/escalation';
import type { Preview } from '@/lib/messages/protocol';
import { send } from '@/lib/messages/send';

export interface PreviewState {
  /** The latest preview, perhaps of the draft before the last change. */
  readonly preview: Preview | null;
  readonly problem: string | null;
  /** True when the preview shows the draft as it is stored now: only then may it leave. */
  readonly current: boolean;
}

const WORKER_GONE =
  'Baton’s background part did not answer. Reload the panel; everything you wrote is saved.';

/**
 * What would leave now; asked anew whenever the draft, its files or the connection changed. `ready` waits for the store:
 * the background draws the preview from what is stored, not from what is on the screen.
 */
export function usePreview(escalation: Escalation, ready: boolean, stamp: string): PreviewState {
  const wanted = `${escalation.id} ${escalation.updatedAt} ${stamp}`;
  const [answer, setAnswer] = useState({
    of: '',
    preview: null as Preview | null,
    problem: null as string | null,
  });
  useEffect(() => {
    if (!ready) return;
    let current = true;
    const show = (preview: Preview | null, problem: string | null) => {
      if (current) setAnswer({ of: wanted, preview, problem });
    };
    send('previewIssue', { escalationId: escalation.id }).then(
      (drawn) => (drawn.ok ? show(drawn.value, null) : show(null, drawn.error.message)),
      () => show(null, WORKER_GONE),
    );
    return () => {
      current = false;
    };
  }, [escalation.id, wanted, ready]);
  return { preview: answer.preview, problem: answer.problem, current: ready && answer.of === wanted };
}
