import { useEffect, useMemo, useState } from 'react';
import type { Escalation } from '@/lib/escalation/escalation';
import type { ThreadFact } from '@/lib/escalation/lint/add-facts';
import type { missingFacts } from '@/lib/escalation/lint/thread-facts';
import type { Playbook } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';

/** Facts of the thread that are not in the report; null until the rules are loaded. `picked`: attachments that go along. */
export function useMissingFacts(
  ticket: Ticket,
  escalation: Escalation,
  playbook: Playbook,
  picked: readonly string[],
): readonly ThreadFact[] | null {
  const [find, setFind] = useState<typeof missingFacts | null>(null);
  useEffect(() => {
    let wanted = true;
    import('@/lib/escalation/lint/thread-facts').then(
      (rules) => wanted && setFind(() => rules.missingFacts),
      // Without the rules nothing is known to be missing.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  const ids = picked.join('\n');
  return useMemo(
    () => find?.(ticket, escalation, playbook, new Set(ids.split('\n'))) ?? null,
    [find, ticket, escalation, playbook, ids],
  );
}
