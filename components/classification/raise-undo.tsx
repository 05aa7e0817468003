import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { UndoLine } from '@/components/ui/undo-line';
import type { Escalation } from '@/lib/escalation/escalation';
import { send } from '@/lib/messages/send';
import { UNDO_MS } from '@/lib/outbox/delivery';
import { listDeliveries } from '@/lib/outbox/store';

interface RaiseUndoProps {
  /** An escalation that was handed off. */
  readonly escalation: Escalation;
  /** Called once the raise and the report that brought it are taken back. */
  readonly onUndone?: () => void;
}

/** A further report raised the level: while the issue has not heard of it, a mistake is taken back. */
export function RaiseUndo({ escalation, onUndone }: RaiseUndoProps) {
  const raise = escalation.raises?.at(-1);
  if (!raise?.before || raise.to <= raise.from) return null;
  const { id, issue } = escalation;
  return (
    <Fresh key={`${id} ${raise.at}`} escalationId={id} at={raise.at} onUndone={onUndone}>
      {`Severity of ${issue?.key ?? 'the issue'} raised from ${raise.from} to ${raise.to}.`}
    </Fresh>
  );
}

interface FreshProps {
  readonly escalationId: string;
  readonly at: number;
  readonly onUndone: (() => void) | undefined;
  readonly children: string;
}

/** Nothing for a raise that was over before anybody looked. */
function Fresh({ escalationId, at, onUndone, children }: FreshProps) {
  const [fresh] = useState(() => Date.now() < at + UNDO_MS);
  const waits = useLiveQuery(
    async () =>
      (await listDeliveries(escalationId)).some(
        ({ payload, createdAt }) =>
          payload.kind === 'comment' && payload.about === 'raise' && createdAt === at,
      ),
    [escalationId, at],
  );
  if (!fresh || waits === undefined) return null;
  return (
    <UndoLine
      until={at + UNDO_MS}
      leaves={waits}
      onUndo={async () => {
        const answer = await send('undoRaise', { escalationId }).catch(() => null);
        if (answer?.ok) onUndone?.();
        return answer?.ok ? null : (answer?.error.message ?? 'Baton’s background did not answer. Try again.');
      }}
      onOver={() => void send('nudgeOutbox', { deskKey: null })}
    >
      {children}
    </UndoLine>
  );
}
