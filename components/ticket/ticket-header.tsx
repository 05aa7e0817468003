import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import type { Escalation } from '@/lib/escalation/escalation';
import type { EffectiveSeverity } from '@/lib/escalation/severity';
import type { Playbook } from '@/lib/playbook/playbook';
import { ElapsedClock } from './elapsed-clock';

interface TicketHeaderProps {
  readonly escalation: Escalation;
  readonly severity: EffectiveSeverity | null;
  readonly playbook: Playbook;
  readonly deskName: string;
  readonly actions: ReactNode;
  /** Whether the ticket is escalated already, and other states of the page. */
  readonly children?: ReactNode;
}

/** Always in sight: which ticket this is. Customer text runs in its own direction. */
export function TicketHeader({
  escalation,
  severity,
  playbook,
  deskName,
  actions,
  children,
}: TicketHeaderProps) {
  const { ticket } = escalation;
  const massness = playbook.massness.find((entry) => entry.id === escalation.massness);
  return (
    <header className="border-b border-line bg-card px-3.5 pt-2.5 pb-2.5">
      <div className="flex items-center gap-2">
        {ticket.number ? (
          <span className="font-mono text-meta font-semibold text-ink-2">#{ticket.number}</span>
        ) : null}
        <span className="truncate text-meta text-ink-3 tiny:hidden">{deskName}</span>
        <span className="flex-1" />
        <ElapsedClock since={escalation.createdAt} until={escalation.handedOffAt} />
        {actions}
      </div>
      <h1
        dir="auto"
        className="mt-1 mb-1 line-clamp-3 text-title font-bold tracking-[-0.005em]"
        title={ticket.subject}
      >
        {ticket.subject || <span className="text-ink-3">No subject</span>}
      </h1>
      <div className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-[12.5px] text-ink-2">
        <bdi>{ticket.requester || 'Unknown requester'}</bdi>
        {ticket.organization ? (
          <>
            <span aria-hidden="true">·</span>
            <bdi>{ticket.organization}</bdi>
          </>
        ) : null}
        {severity ? <Chip tone={`s${severity.level}`}>Severity {severity.level}</Chip> : null}
        {massness ? <Chip>{massness.label}</Chip> : null}
      </div>
      {children ? <div className="mt-2 space-y-2 empty:hidden">{children}</div> : null}
    </header>
  );
}
