import { useLiveQuery } from 'dexie-react-hooks';
import { Keyboard, PhoneCall, Settings } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { browser } from 'wxt/browser';
import { CheckStep } from '@/components/checklist/check-step';
import { useSimilar } from '@/components/checklist/use-similar';
import { Deliveries } from '@/components/handoff/deliveries';
import { usePreview } from '@/components/handoff/use-preview';
import { DeskArticles } from '@/components/knowledge/desk-articles';
import { KnownMatches } from '@/components/knowledge/known-matches';
import { useKnown } from '@/components/knowledge/use-known';
import { PartialNotice } from '@/components/ticket/partial-notice';
import { TicketDetails } from '@/components/ticket/ticket-details';
import { TicketHeader } from '@/components/ticket/ticket-header';
import { Banner } from '@/components/ui/banner';
import { IconButton } from '@/components/ui/button';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { findGaps, issueGaps } from '@/lib/escalation/report/readiness';
import { effectiveSeverity } from '@/lib/escalation/severity';
import { isDraft } from '@/lib/escalation/transitions';
import { listFiles } from '@/lib/evidence/store';
import type { StoredRecord } from '@/lib/knowledge/knowledge-record';
import { searchClient } from '@/lib/knowledge/search-client';
import { toTicketQuery } from '@/lib/knowledge/ticket-query';
import { deskById } from '@/lib/ticket/desks';
import type { Ticket } from '@/lib/ticket/ticket';
import { EscalatedLine } from './escalated-line';
import { usePanelStore } from './panel-store';
import { StepTabs } from './step-tabs';
import { useExistingIssue } from './use-existing-issue';
import { useFindings } from './use-findings';
import { useLaterStep } from './use-later-step';
import { usePlaybook } from './use-playbook';
import { useStepFocus } from './use-step-focus';
import { useStepTimes } from './use-step-times';
import { WalkFooter } from './walk-footer';

// Waits for a question to be opened: the panel starts with less.
const InsertReply = lazy(() =>
  import('@/components/handoff/customer-message-reply').then((it) => ({ default: it.CustomerMessageReply })),
);

interface WalkProps {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  /** Tab of the ticket while it is in front; null otherwise. */
  readonly tabId: number | null;
  readonly patch: (patch: DraftPatch) => Promise<void>;
  /** False while something typed is still on its way into the store. */
  readonly saved: boolean;
  readonly saveError: string | null;
  readonly revision: number;
  readonly notice: ReactNode;
  /** Messages that came while the ticket was open here. */
  readonly newMessages: number;
}

/** The four steps for one ticket. */
export function Walk(props: WalkProps) {
  const { ticket, tabId, saved, saveError, revision, notice, newMessages } = props;
  const { step, goTo, openSearch, showKeys, showContacts } = usePanelStore();
  const playbook = usePlaybook();
  const draft = isDraft(props.escalation.state);
  const query = useMemo(() => toTicketQuery(ticket), [ticket]);
  const { known, again } = useKnown(searchClient(), query, draft && step === 'check');
  const similar = useSimilar(ticket, tabId, draft);
  const { escalation, patch, identification } = useFindings(
    props.escalation,
    { ticket, playbook, query, known, similar },
    props.patch,
  );
  const gaps = useMemo(() => (draft ? findGaps(escalation, playbook) : []), [draft, escalation, playbook]);
  const severity = effectiveSeverity(escalation, playbook);
  const existing = useExistingIssue(escalation);
  useStepTimes(escalation.id, step, draft);
  const desk = deskById(escalation.ticket.desk);
  const files = useLiveQuery(() => listFiles(escalation.id), [escalation.id], []);
  const fileNames = files.map((file) => file.name);
  const previewing = draft && step === 'hand-off' && issueGaps(gaps).length === 0 && saved;
  const preview = usePreview(escalation, previewing, fileNames.join('\n'));
  const [problem, setProblem] = useState('');
  // Gaps are said in red only once the agent wanted to hand off: an empty form does not shout.
  const [triedToHandOff, setTriedToHandOff] = useState(false);
  if (step === 'hand-off' && !triedToHandOff) setTriedToHandOff(true);
  const LaterStep = useLaterStep();
  const view = draft ? step : 'ended';
  const { mainRef, focusField } = useStepFocus(view === 'check' || LaterStep ? view : 'loading');

  const readRecord = ({ recordKey }: StoredRecord) => openSearch('', recordKey);
  const actions = (
    <>
      <IconButton
        label="Emergency contacts"
        className="max-[316px]:hidden"
        onClick={() => showContacts(true)}
      >
        <PhoneCall size={15} />
      </IconButton>
      <IconButton label="Keys" className="tiny:hidden" onClick={() => showKeys(true)}>
        <Keyboard size={16} />
      </IconButton>
      <IconButton label="Settings" onClick={() => void browser.runtime.openOptionsPage()}>
        <Settings size={16} />
      </IconButton>
    </>
  );
  const body = () => {
    if (view === 'check') {
      return (
        <CheckStep
          escalation={escalation}
          ticket={ticket}
          playbook={playbook}
          severity={severity}
          identification={identification}
          insertReply={(text) =>
            desk?.insertsReplies ? (
              <Suspense>
                <InsertReply ticket={ticket} tabId={tabId} text={text} />
              </Suspense>
            ) : null
          }
          patch={patch}
          onSearch={() => openSearch('')}
          onEscalate={() => goTo('classify')}
          onRequest={() => goTo('describe')}
          known={
            <>
              <KnownMatches
                ticket={ticket}
                escalation={escalation}
                client={searchClient()}
                known={known}
                again={again}
                patch={patch}
                onSearch={openSearch}
                onRead={readRecord}
              />
              <DeskArticles ticket={ticket} tabId={tabId} />
              <Deliveries escalationId={escalation.id} title="On their way" />
            </>
          }
        />
      );
    }
    if (!LaterStep) return <p aria-busy="true" className="text-ink-3" />;
    return (
      <LaterStep
        step={view}
        escalation={escalation}
        ticket={ticket}
        tabId={tabId}
        playbook={playbook}
        gaps={gaps}
        showGaps={triedToHandOff}
        preview={preview}
        fileNames={fileNames}
        canNote={desk?.writesNotes ?? false}
        existing={existing.issue}
        revision={revision}
        patch={patch}
        onGoTo={(gap) => {
          focusField(gap.field);
          goTo(gap.step);
        }}
      />
    );
  };
  return (
    <>
      <TicketHeader
        escalation={escalation}
        severity={severity}
        playbook={playbook}
        deskName={desk?.name ?? ''}
        actions={actions}
      >
        <EscalatedLine escalation={escalation} playbook={playbook} existing={existing} />
        {notice}
      </TicketHeader>
      {draft ? <StepTabs step={step} gaps={gaps} handedOff={false} onStep={goTo} /> : null}
      <main
        ref={mainRef}
        tabIndex={-1}
        className="scroll-area relative min-h-0 flex-1 py-3.5 outline-none"
        key={view}
      >
        {step === 'check' && draft ? (
          <div className="mb-3 space-y-2">
            <PartialNotice ticket={ticket} />
            <TicketDetails ticket={ticket} newMessages={newMessages} />
          </div>
        ) : null}
        {saveError || problem ? (
          <div className="mb-3">
            <Banner tone="error" role="alert">
              {saveError || problem}
            </Banner>
          </div>
        ) : null}
        {body()}
      </main>
      {draft ? (
        <WalkFooter
          escalation={escalation}
          step={step}
          gaps={gaps}
          severity={severity}
          playbook={playbook}
          preview={preview.current ? preview.preview : null}
          onStep={goTo}
          onProblem={setProblem}
        />
      ) : null}
    </>
  );
}
