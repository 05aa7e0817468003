import { CircleAlert, PencilLine } from 'lucide-react';
import { LevelBadge } from '@/components/ui/chip';
import { showAddress } from '@/lib/browser/tabs';
import { owesReport } from '@/lib/escalation/completion';
import type { Escalation } from '@/lib/escalation/escalation';
import { formatDeadline } from '@/lib/escalation/priority';
import { findDebt } from '@/lib/escalation/report/fields';
import { effectiveSeverity } from '@/lib/escalation/severity';
import { isDraft } from '@/lib/escalation/transitions';
import { send } from '@/lib/messages/send';
import { type Delivery, isPartOfHandOff } from '@/lib/outbox/delivery';
import { whatToDo } from '@/lib/outbox/retry-policy';
import type { Playbook } from '@/lib/playbook/playbook';
import { formatAgo } from '@/lib/std/time';

interface PendingRowProps {
  readonly playbook: Playbook;
  readonly escalation: Escalation;
  /** Deliveries that wait with a reason or are blocked. */
  readonly stuck: readonly Delivery[];
  readonly owed: boolean;
}

/** Where it stands, or why it waits, in one line. */
function stateWords(escalation: Escalation, playbook: Playbook, stuck: readonly Delivery[]): string {
  const [first] = stuck;
  if (first?.error) return `${first.error.message} ${whatToDo(first.error.kind, isPartOfHandOff(first))}`;
  if (escalation.state === 'prevented') return 'Prevented';
  if (escalation.unconfirmed) return 'Copied out: save the address of the issue';
  if (owesReport(escalation, playbook)) {
    const owed = findDebt(escalation, playbook).length;
    return `Report to be completed: ${owed} ${owed === 1 ? 'field' : 'fields'}`;
  }
  if (isDraft(escalation.state) && escalation.earlySignal)
    return ['Early signal', escalation.earlySignal.note.trim()].filter(Boolean).join(' · ');
  if (isDraft(escalation.state)) return `Draft · ${formatAgo(escalation.updatedAt, Date.now())}`;
  if (escalation.state === 'queued') return 'On its way to the tracker';
  const { stage } = escalation;
  if (!stage) return 'Sent';
  return [stage.status, stage.assignee, `seen ${formatAgo(stage.at, Date.now())}`]
    .filter(Boolean)
    .join(' · ');
}

const linkClass =
  'inline-flex min-h-6 items-center font-semibold text-accent underline-offset-2 hover:underline';

export function PendingRow({ escalation, playbook, stuck, owed }: PendingRowProps) {
  const { ticket, issue, takenUpBy } = escalation;
  const severity = effectiveSeverity(escalation, playbook);
  const draft = isDraft(escalation.state);
  const due = draft ? '' : takenUpBy ? formatDeadline(takenUpBy, playbook.calendar) : 'at once';
  return (
    <li
      className={`grid grid-cols-[24px_1fr_auto] gap-x-2.5 px-3.5 py-2.5 ${owed ? 'bg-accent-soft' : 'bg-card'}`}
    >
      {owed ? (
        <span className="grid size-6 place-items-center rounded-[6px] bg-s4-soft text-s4">
          <CircleAlert size={15} aria-label="needs you" />
        </span>
      ) : draft || !severity ? (
        <span className="grid size-6 place-items-center rounded-[6px] bg-sunk text-ink-3">
          <PencilLine size={14} aria-label="draft" />
        </span>
      ) : (
        <LevelBadge level={severity.level} small />
      )}
      <div className="min-w-0">
        <p dir="auto" className="line-clamp-2 font-semibold">
          {escalation.report.title.value || ticket.subject || 'No subject'}
        </p>
        <p className="mt-px text-meta text-ink-3">{stateWords(escalation, playbook, stuck)}</p>
        <p className="flex flex-wrap gap-x-3 text-meta">
          <button type="button" className={linkClass} onClick={() => void showAddress(ticket.url)}>
            Ticket #{ticket.number}
          </button>
          {issue ? (
            <a className={linkClass} href={issue.url} target="_blank" rel="noopener noreferrer">
              Issue {issue.key}
            </a>
          ) : null}
          {stuck.length > 0 ? (
            <button
              type="button"
              className={linkClass}
              onClick={() => {
                for (const row of stuck) void send('retryDelivery', { deliveryId: row.id });
              }}
            >
              Try again
            </button>
          ) : null}
        </p>
      </div>
      <p className="max-w-28 text-end text-meta text-ink-2">
        {due ? <span className="sr-only">due </span> : null}
        {due}
      </p>
    </li>
  );
}
