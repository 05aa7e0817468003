import { lazy, type ReactNode, Suspense } from 'react';
import { Card, SectionTitle } from '@/components/ui/card';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { askedFor, COLLECTED } from '@/lib/escalation/report/readiness';
import type { EffectiveSeverity } from '@/lib/escalation/severity';
import type { Identification } from '@/lib/identification/answers';
import type { Playbook } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import { CheckRow } from './check-row';
import { EarlySignal, SignalNudge } from './early-signal';
import { PolicyNote } from './policy-note';

// Loaded once Check stands: the panel opens with less.
const AskCustomer = lazy(() => import('./ask-customer').then((it) => ({ default: it.AskCustomer })));
const Exits = lazy(() => import('./exits').then((it) => ({ default: it.Exits })));

interface CheckStepProps {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  readonly playbook: Playbook;
  readonly severity: EffectiveSeverity | null;
  /** What to ask the customer; null when the playbook asks nothing, undefined until it is known. */
  readonly identification: Identification | null | undefined;
  readonly patch: (patch: DraftPatch) => Promise<void>;
  /** What is known already. */
  readonly known: ReactNode;
  /** The button that puts a text into the desk's reply box; null where Baton cannot. */
  readonly insertReply: (text: string) => ReactNode;
  /** Opens everything known. */
  readonly onSearch: () => void;
  readonly onEscalate: () => void;
  /** The walk goes on as a feature request. */
  readonly onRequest: () => void;
}

/** Keeps the place of the questions. */
function AskingSoon() {
  return <div aria-busy="true" className="h-44 rounded-lg border border-line bg-card" />;
}

/** What must be true before engineering is disturbed: known already, asked, checked; and the ways out. */
export function CheckStep(props: CheckStepProps) {
  const { escalation, ticket, playbook, severity, identification, patch, known } = props;
  const settled = playbook.checklist.filter(
    (item) => (escalation.checks[item.id]?.status ?? 'open') !== 'open',
  ).length;
  return (
    <div className="space-y-4">
      <div className="space-y-2 empty:hidden">
        <SignalNudge ticket={ticket} />
      </div>
      {known}
      {identification === undefined ? <AskingSoon /> : null}
      {identification ? (
        <Suspense fallback={<AskingSoon />}>
          <AskCustomer
            key={`${escalation.id} ${identification.set.id}`}
            escalation={escalation}
            ticket={ticket}
            sets={playbook.questionSets}
            identification={identification}
            insertReply={props.insertReply}
            patch={patch}
          />
        </Suspense>
      ) : null}
      <section>
        <SectionTitle remark={`${settled} of ${playbook.checklist.length}`}>
          Before engineering is disturbed
        </SectionTitle>
        <Card>
          {playbook.checklist.map((item, at) => (
            <CheckRow
              key={`${escalation.id} ${item.id}`}
              item={item}
              shortcut={at < 9 ? String(at + 1) : ''}
              asked={item.id === COLLECTED ? askedFor(escalation) : []}
              check={escalation.checks[item.id]}
              onChange={(check) => patch({ [`checks.${item.id}`]: check })}
            />
          ))}
        </Card>
      </section>
      <Suspense>
        <Exits
          escalation={escalation}
          playbook={playbook}
          set={identification?.set ?? null}
          patch={patch}
          onSearch={props.onSearch}
          onEscalate={props.onEscalate}
          onRequest={props.onRequest}
        />
      </Suspense>
      <EarlySignal escalation={escalation} patch={patch} />
      <PolicyNote playbook={playbook} severity={severity?.level ?? null} massness={escalation.massness} />
    </div>
  );
}
