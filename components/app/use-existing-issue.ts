import { useEffect, useState } from 'react';
import type { Escalation } from '@/lib/escalation/escalation';
import { isDraft } from '@/lib/escalation/transitions';
import { send } from '@/lib/messages/send';
import type { IssueRef } from '@/lib/trackers/new-issue';

export interface ExistingIssue {
  readonly issue: IssueRef | null;
  /** True when the tracker could not be asked: nothing is known, which is not the same as none. */
  readonly unknown: boolean;
}

const NONE: ExistingIssue = { issue: null, unknown: false };

/** Asks the tracker whether another browser has escalated this ticket already. Once per ticket shown. */
export function useExistingIssue(escalation: Escalation | undefined): ExistingIssue {
  const [answer, setAnswer] = useState<ExistingIssue & { key: string }>({ ...NONE, key: '' });
  const key = escalation && isDraft(escalation.state) ? escalation.issueKey : null;
  useEffect(() => {
    if (!key) return;
    let current = true;
    send('lookUpIssue', { issueKey: key }).then(
      (found) => {
        if (current) setAnswer({ key, issue: found.ok ? found.value : null, unknown: !found.ok });
      },
      () => current && setAnswer({ key, issue: null, unknown: true }),
    );
    return () => {
      current = false;
    };
  }, [key]);
  return answer.key === key ? answer : NONE;
}
