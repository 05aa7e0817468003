import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import type { Escalation } from '@/lib/escalation/escalation';
import { newEscalation, toEscalationId } from '@/lib/escalation/new-escalation';
import { type DraftPatch, loadEscalation, patchDraft } from '@/lib/escalation/store';
import { type Ticket, toTicketKey } from '@/lib/ticket/ticket';
import { openedAt } from './opened-at';

export interface EscalationHandle {
  /** Stored draft or a fresh one; undefined while loading. */
  readonly escalation: Escalation | undefined;
  /** Writes single fields at once. The panel never waits for it. */
  readonly patch: (patch: DraftPatch) => void;
  /** Why the last write failed; what was typed is still on the screen. */
  readonly saveError: string | null;
}

const SAVE_FAILED =
  'Not saved: the browser’s storage refused the write, perhaps because the disk is full. What you typed stays here while the panel is open; copy it before you close it.';

/** The escalation of a ticket, live from the store. Keyed by desk and ticket, never by tab. */
export function useEscalation(ticket: Ticket | null): EscalationHandle {
  const id = ticket ? toEscalationId(toTicketKey(ticket)) : null;
  const [base, setBase] = useState<Escalation | undefined>();
  const [saveError, setSaveError] = useState<string | null>(null);
  const stored = useLiveQuery(async () => ({ id, row: id ? await loadEscalation(id) : undefined }), [id]);

  useEffect(() => {
    if (!ticket) return;
    let current = true;
    void newEscalation(ticket, openedAt(toTicketKey(ticket))).then((fresh) => {
      if (current) setBase(fresh);
    });
    return () => {
      current = false;
    };
  }, [ticket]);

  const patch = useCallback(
    (change: DraftPatch) => {
      if (!base || base.id !== id) return;
      patchDraft(base, change, Date.now()).then(
        (kept) =>
          setSaveError(kept ? null : 'This escalation has been handed off; it can no longer be changed.'),
        () => setSaveError(SAVE_FAILED),
      );
    },
    [base, id],
  );

  const known = stored?.id === id ? stored : undefined;
  const fresh = base?.id === id ? base : undefined;
  return { escalation: known ? (known.row ?? fresh) : undefined, patch, saveError };
}
