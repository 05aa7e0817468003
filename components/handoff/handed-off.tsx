import { CheckCheck, ExternalLink } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { UndoLine } from '@/components/ui/undo-line';
import { owesReport } from '@/lib/escalation/completion';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { formatDeadline } from '@/lib/escalation/priority';
import { effectiveSeverity } from '@/lib/escalation/severity';
import { updateEscalation } from '@/lib/escalation/store';
import { send } from '@/lib/messages/send';
import { UNDO_MS } from '@/lib/outbox/delivery';
import type { Playbook } from '@/lib/playbook/playbook';
import { MINUTE_MS } from '@/lib/std/time';
import type { Ticket } from '@/lib/ticket/ticket';
import { ChatCard } from './chat-card';
import { CompleteReport } from './complete-report';
import { CustomerMessageCard } from './customer-message-card';
import { Deliveries } from './deliveries';
import { StepTimes } from './step-times';
import { WhatNext } from './what-next';

/** After Copy out: the link is what lets the ticket and the popup point at the issue. */
function AddressForm({ escalation }: { escalation: Escalation }) {
  const [url, setUrl] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const confirm = async () => {
    const answer = await send('confirmAddress', { escalationId: escalation.id, url });
    setProblem(answer.ok ? undefined : answer.error.message);
  };
  return (
    <form
      className="space-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <Field
        label="Address of the issue you filed"
        value={url}
        onChange={setUrl}
        mono
        placeholder="https://…"
        error={problem}
        help="With it, Baton can link ticket and issue."
      />
      <Button variant="primary" type="submit">
        Save address
      </Button>
    </form>
  );
}

interface HandedOffProps {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  /** Tab of the ticket while it is in front; null otherwise. */
  readonly tabId: number | null;
  readonly playbook: Playbook;
  /** The fields a critical escalation still owes. */
  readonly owed: ReactNode;
}

/** The handoff is made: where the issue stands, who does what by when, and what the customer hears. */
export function HandedOff({ escalation, ticket, tabId, playbook, owed }: HandedOffProps) {
  const { issue, stage, takenUpBy, completed } = escalation;
  const [openedAt] = useState(Date.now);
  const patch = (change: DraftPatch) => void updateEscalation(escalation.id, change, Date.now());
  const severity = effectiveSeverity(escalation, playbook);
  const comesBack = issue !== null && Date.now() - (escalation.handedOffAt ?? 0) > MINUTE_MS;
  useEffect(() => {
    // Whoever comes back to the ticket sees where it stands; a fresh handoff has no stage to ask for.
    if (comesBack) void send('refreshStages', undefined).catch(() => undefined);
  }, [comesBack]);
  return (
    <div className="space-y-4">
      {escalation.state === 'queued' ? (
        <UndoLine
          until={(escalation.handedOffAt ?? 0) + UNDO_MS}
          onUndo={async () => {
            const answer = await send('undoHandOff', { escalationId: escalation.id });
            return answer.ok ? null : answer.error.message;
          }}
          onOver={() => void send('nudgeOutbox', { deskKey: null })}
        >
          Saved.
        </UndoLine>
      ) : null}
      {issue ? (
        <section className="rounded-lg border border-line bg-card px-3.5 py-3 shadow-card" role="status">
          <p className="flex items-center gap-2 font-bold">
            <CheckCheck size={17} className="shrink-0 text-ok" aria-hidden="true" />
            <span>
              Filed as{' '}
              <a
                href={issue.url}
                target="_blank"
                rel="noopener noreferrer"
                className="text-accent underline underline-offset-2"
              >
                {issue.key} <ExternalLink size={12} className="inline" aria-label="opens in a new tab" />
              </a>
            </span>
          </p>
          <p className="mt-1 text-ink-2">
            {stage ? `${stage.status}${stage.assignee ? ` · ${stage.assignee}` : ''}` : 'Stage not known yet'}
            {' · '}
            {takenUpBy
              ? `taken into work by ${formatDeadline(takenUpBy, playbook.calendar)}`
              : 'to be taken into work at once'}
          </p>
        </section>
      ) : null}
      {escalation.unconfirmed ? (
        <>
          <Banner tone="warn" role="status">
            Copied out, not confirmed: Baton cannot see whether the issue was filed.
          </Banner>
          <AddressForm escalation={escalation} />
        </>
      ) : null}
      {completed && completed.at + UNDO_MS > openedAt ? (
        <UndoLine
          key={completed.at}
          until={completed.at + UNDO_MS}
          leaves={completed.deliveryKey !== null}
          onUndo={async () => {
            const answer = await send('undoCompletion', { escalationId: escalation.id });
            return answer.ok ? null : answer.error.message;
          }}
          onOver={() => void send('nudgeOutbox', { deskKey: null })}
        >
          The report is complete.
        </UndoLine>
      ) : null}
      {owesReport(escalation, playbook) && escalation.state !== 'queued' ? (
        <CompleteReport escalation={escalation} playbook={playbook} fields={owed} patch={patch} />
      ) : null}
      <Deliveries
        escalationId={escalation.id}
        title={escalation.state === 'queued' ? 'What leaves' : 'What was sent'}
      />
      <WhatNext escalation={escalation} playbook={playbook} />
      {severity?.level === 4 ? <ChatCard escalation={escalation} playbook={playbook} severity={4} /> : null}
      <CustomerMessageCard
        escalation={escalation}
        ticket={ticket}
        tabId={tabId}
        playbook={playbook}
        takenUpBy={takenUpBy}
        patch={patch}
      />
      <StepTimes escalation={escalation} playbook={playbook} />
    </div>
  );
}
