import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { applyPatch, type DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { newEscalation, toEscalationId } from '@/lib/escalation/new-escalation';
import { warmUpFinds } from '@/lib/escalation/report/finds';
import { loadEscalation, patchDraft } from '@/lib/escalation/store';
import { toPlaybook } from '@/lib/playbook/parse-playbook';
import { storedPlaybook } from '@/lib/settings/settings';
import { type Ticket, toTicketKey } from '@/lib/ticket/ticket';
import { openedAt } from './opened-at';

export interface EscalationHandle {
  /** Stored draft or a fresh one; undefined while loading. */
  readonly escalation: Escalation | undefined;
  /** Shows and stores single fields at once; resolves when they are stored or the refusal is shown. */
  readonly patch: (patch: DraftPatch) => Promise<void>;
  /** False while something shown is still on its way into the store. */
  readonly saved: boolean;
  /** Why the last write failed; what was typed is still on the screen. */
  readonly saveError: string | null;
}

const SAVE_FAILED =
  'Not saved: the browser’s storage refused the write, perhaps because the disk is full. What you typed stays here while the panel is open; copy it before you close it.';

const HANDED_OFF = 'This escalation has been handed off; it can no longer be changed.';

/**
 * The escalation of a ticket, keyed by desk and ticket, never by tab. What is typed shows at once and is stored at
 * once; whichever is newer, the screen's or the store's (another window, the background), is shown.
 */
export function useEscalation(ticket: Ticket | null): EscalationHandle {
  const id = ticket ? toEscalationId(toTicketKey(ticket)) : null;
  const [shown, setShown] = useState<Escalation | undefined>();
  const [saveError, setSaveError] = useState<string | null>(null);
  const [writes, setWrites] = useState(0);
  const latest = useRef<Escalation | undefined>(undefined);
  const stored = useLiveQuery(async () => ({ id, row: id ? await loadEscalation(id) : undefined }), [id]);

  const show = useCallback((next: Escalation) => {
    latest.current = next;
    setShown(next);
  }, []);

  useEffect(() => {
    // Without the rules a ticket waits for them; it is not worth an error.
    warmUpFinds().catch(() => undefined);
  }, []);

  useEffect(() => {
    if (!ticket || !stored || stored.id !== id) return;
    const current = latest.current;
    if (stored.row) {
      const newer = current?.id !== id || stored.row.updatedAt >= current.updatedAt;
      if (newer) show(stored.row);
      return;
    }
    if (current?.id === id) return;
    let wanted = true;
    void storedPlaybook
      .getValue()
      .then((playbook) => newEscalation(ticket, openedAt(toTicketKey(ticket)), toPlaybook(playbook).parts))
      .then((fresh) => {
        if (wanted && latest.current?.id !== id) show(fresh);
      });
    return () => {
      wanted = false;
    };
  }, [ticket, stored, id, show]);

  const patch = useCallback(
    async (change: DraftPatch) => {
      const base = latest.current;
      if (!base || base.id !== id) return;
      const now = Date.now();
      show(applyPatch(base, change, now));
      setWrites((count) => count + 1);
      await patchDraft(base, change, now).then(
        (kept) => setSaveError(kept ? null : HANDED_OFF),
        () => setSaveError(SAVE_FAILED),
      );
      setWrites((count) => count - 1);
    },
    [id, show],
  );
  return { escalation: shown?.id === id ? shown : undefined, patch, saved: writes === 0, saveError };
}
