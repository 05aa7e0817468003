import { type ReactNode, useMemo } from 'react';
import { countMassness } from '@/lib/classification/count-massness';
import { proposeSeverity } from '@/lib/classification/propose-severity';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { CountedTicket, Escalation } from '@/lib/escalation/escalation';
import type { Gap } from '@/lib/escalation/report/readiness';
import type { Playbook } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import { MassnessChoice } from './massness-choice';
import { RaiseNote } from './raise-note';
import { SecondLook } from './second-look';
import { SeverityChoice } from './severity-choice';
import { SimilarTickets } from './similar-tickets';

interface ClassifyStepProps {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  /** Tab of the ticket while it is in front; null otherwise. */
  readonly tabId: number | null;
  readonly playbook: Playbook;
  readonly patch: (patch: DraftPatch) => void;
  readonly onGoTo: (gap: Gap) => void;
  /** Who gets involved at the level that counts. */
  readonly policy: ReactNode;
}

/** How many are hit and how badly: both are proposed with their reason, and the agent decides. */
export function ClassifyStep(props: ClassifyStepProps) {
  const { escalation, ticket, tabId, playbook, patch, onGoTo, policy } = props;
  const count = useMemo(() => countMassness(escalation, ticket, playbook), [escalation, ticket, playbook]);
  const proposal = useMemo(() => proposeSeverity(ticket, playbook), [ticket, playbook]);

  /** The massness follows what is confirmed, unless the agent chose another one than was counted. */
  const keep = (counted: CountedTicket[]) => {
    const next = countMassness({ ...escalation, counted }, ticket, playbook);
    const follows = escalation.massness === count.massness && next.massness !== count.massness;
    patch({ counted, ...(follows ? { massness: next.massness, loweredBecause: '' } : {}) });
  };
  return (
    <div className="space-y-4">
      <MassnessChoice
        escalation={escalation}
        playbook={playbook}
        count={count}
        patch={patch}
        onClientSide={() => onGoTo({ step: 'check', field: 'ask-customer', sentence: '' })}
        onEscalate={() => onGoTo({ step: 'describe', field: 'title', sentence: '' })}
      />
      <SimilarTickets escalation={escalation} ticket={ticket} tabId={tabId} count={count} onCounted={keep} />
      <SeverityChoice escalation={escalation} playbook={playbook} proposal={proposal} patch={patch}>
        <SecondLook escalation={escalation} ticket={ticket} playbook={playbook} patch={patch} />
      </SeverityChoice>
      <RaiseNote escalation={escalation} playbook={playbook} patch={patch} />
      {policy}
    </div>
  );
}
