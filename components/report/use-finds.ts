import { useEffect, useState } from 'react';
import type { PartNames, ReportFinds } from '@/lib/escalation/report/find';
import { findReport } from '@/lib/escalation/report/finds';
import type { Ticket } from '@/lib/ticket/ticket';

/** What the ticket says about the fields, once it has been searched; nothing until then. */
export function useFinds(ticket: Ticket, parts: readonly PartNames[]): ReportFinds {
  const [finds, setFinds] = useState<ReportFinds>({});
  useEffect(() => {
    let wanted = true;
    void findReport(ticket, parts).then(
      (found) => wanted && setFinds(found),
      // Without the rules nothing is offered; every field can be typed.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [ticket, parts]);
  return finds;
}
