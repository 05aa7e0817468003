import { useLiveQuery } from 'dexie-react-hooks';
import { CircleAlert, CornerDownRight } from 'lucide-react';
import { Banner } from '@/components/ui/banner';
import type { Escalation } from '@/lib/escalation/escalation';
import { formatDeadline } from '@/lib/escalation/priority';
import { isDraft } from '@/lib/escalation/transitions';
import { listDeliveries } from '@/lib/outbox/store';
import type { Playbook } from '@/lib/playbook/playbook';
import type { ExistingIssue } from './use-existing-issue';

const linkClass = 'font-semibold text-accent underline-offset-2 hover:underline';

interface EscalatedLineProps {
  readonly escalation: Escalation;
  readonly playbook: Playbook;
  readonly existing: ExistingIssue;
}

/** Whether this ticket is escalated already, by this browser or another one; says so when nobody can be asked. */
export function EscalatedLine({ escalation, playbook, existing }: EscalatedLineProps) {
  const stuck = useLiveQuery(
    async () => (await listDeliveries(escalation.id)).some((row) => row.state === 'blocked'),
    [escalation.id],
    false,
  );
  const { issue, stage, takenUpBy } = escalation;
  const icon = <CornerDownRight size={15} />;
  // How it ended is the whole screen below.
  if (escalation.state === 'prevented') return null;
  if (!isDraft(escalation.state)) {
    const onItsWay = stuck ? 'not sent yet, it needs you' : 'on its way';
    const sent = escalation.unconfirmed ? 'copied out, its address is missing' : escalation.state;
    const state = stage?.status ?? (escalation.state === 'queued' ? onItsWay : sent);
    return (
      <Banner tone={stuck ? 'error' : 'accent'} icon={icon}>
        {issue ? (
          <a href={issue.url} target="_blank" rel="noopener noreferrer" className={linkClass}>
            {issue.key}
          </a>
        ) : (
          'Escalated'
        )}{' '}
        · {state}
        {takenUpBy ? ` · due ${formatDeadline(takenUpBy, playbook.calendar)}` : ''}
      </Banner>
    );
  }
  if (existing.issue) {
    return (
      <Banner tone="warn" icon={icon} role="status">
        Already escalated as{' '}
        <a href={existing.issue.url} target="_blank" rel="noopener noreferrer" className={linkClass}>
          {existing.issue.key}
        </a>
      </Banner>
    );
  }
  if (existing.unknown) {
    return (
      <Banner icon={<CircleAlert size={15} />}>
        The tracker could not be asked whether this is escalated already. Baton asks again before anything is
        filed.
      </Banner>
    );
  }
  return null;
}
