import { useEffect, useMemo, useState } from 'react';
import type { Identification } from '@/lib/identification/answers';
import type { QuestionSet } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';

type Identify = typeof import('@/lib/identification/identify').identify;

/**
 * What to ask the customer, null when the playbook asks nothing. Undefined until what was learned about symptoms is
 * loaded, once the panel stands.
 */
export function useIdentification(
  ticket: Ticket,
  sets: readonly QuestionSet[],
  chosenId: string | undefined,
): Identification | null | undefined {
  const [identify, setIdentify] = useState<Identify | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('@/lib/identification/identify').then((it) => wanted && setIdentify(() => it.identify));
    return () => {
      wanted = false;
    };
  }, []);
  return useMemo(() => identify?.(ticket, sets, chosenId), [identify, ticket, sets, chosenId]);
}
