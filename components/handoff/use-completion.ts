import { useEffect, useState } from 'react';
import type { Escalation } from '@/lib/escalation/escalation';
import type { CompletionPreview } from '@/lib/messages/protocol';
import { send } from '@/lib/messages/send';

interface Completion {
  /** The comment as it would leave now; null until it is drawn. */
  readonly preview: CompletionPreview | null;
  readonly problem: string | null;
  /** False while the preview shows what was typed before. */
  readonly current: boolean;
}

const WORKER_GONE =
  'Baton’s background part did not answer. Reload the panel; everything you wrote is saved.';

/** The comment that completes the report, drawn anew from what is stored whenever that changes. */
export function useCompletion({ id, completion, unmasked }: Escalation): Completion {
  const wanted = JSON.stringify([id, completion, unmasked]);
  const [drawn, setDrawn] = useState({
    of: '',
    preview: null as CompletionPreview | null,
    problem: null as string | null,
  });
  useEffect(() => {
    let current = true;
    const show = (preview: CompletionPreview | null, problem: string | null) => {
      if (current) setDrawn({ of: wanted, preview, problem });
    };
    send('previewCompletion', { escalationId: id }).then(
      (answer) => (answer.ok ? show(answer.value, null) : show(null, answer.error.message)),
      () => show(null, WORKER_GONE),
    );
    return () => {
      current = false;
    };
  }, [id, wanted]);
  return { preview: drawn.preview, problem: drawn.problem, current: drawn.of === wanted };
}
