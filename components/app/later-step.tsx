import { Exited } from '@/components/checklist/exited';
import { OwnWordsFirst } from '@/components/checklist/own-words-first';
import { PolicyNote } from '@/components/checklist/policy-note';
import { ClassifyStep } from '@/components/classification/classify-step';
import { RaiseUndo } from '@/components/classification/raise-undo';
import { EvidenceList } from '@/components/evidence/evidence-list';
import { KeptFiles } from '@/components/evidence/kept-files';
import { pickAttachment } from '@/components/evidence/pick-attachment';
import { Deliveries } from '@/components/handoff/deliveries';
import { HandOffStep } from '@/components/handoff/hand-off-step';
import { HandedOff } from '@/components/handoff/handed-off';
import type { PreviewState } from '@/components/handoff/use-preview';
import { AddArticle } from '@/components/knowledge/add-article';
import { Prevented } from '@/components/knowledge/prevented';
import { DescribeStep } from '@/components/report/describe-step';
import { OwedFields } from '@/components/report/owed-fields';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import type { Gap, Step } from '@/lib/escalation/report/readiness';
import { effectiveSeverity } from '@/lib/escalation/severity';
import { updateEscalation } from '@/lib/escalation/store';
import type { Playbook } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import type { IssueRef } from '@/lib/trackers/new-issue';
import { usePanelStore } from './panel-store';

export interface LaterStepProps {
  readonly step: Exclude<Step, 'check'> | 'ended';
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  /** Tab of the ticket while it is in front; null otherwise. */
  readonly tabId: number | null;
  readonly playbook: Playbook;
  readonly gaps: readonly Gap[];
  /** True once the agent wanted to hand off: from then on gaps are said at their fields. */
  readonly showGaps: boolean;
  readonly preview: PreviewState;
  readonly fileNames: readonly string[];
  readonly canNote: boolean;
  /** The issue another browser has filed for this ticket. */
  readonly existing: IssueRef | null;
  /** Changes when a field was written from outside. */
  readonly revision: number;
  readonly patch: (patch: DraftPatch) => Promise<void>;
  readonly onGoTo: (gap: Gap) => void;
}

/** Everything after Check: loaded once Check stands on the screen, so that the panel opens with less. */
export function LaterStep(props: LaterStepProps) {
  const { step, escalation, ticket, tabId, playbook, gaps, patch } = props;
  const shared = { escalation, ticket, tabId, playbook, patch };
  const { captureAsked, askCapture } = usePanelStore();
  switch (step) {
    case 'classify':
      return (
        <ClassifyStep
          {...shared}
          onGoTo={props.onGoTo}
          policy={
            escalation.severity === null ? null : (
              <PolicyNote
                playbook={playbook}
                severity={effectiveSeverity(escalation, playbook)?.level ?? null}
                massness={escalation.massness}
              />
            )
          }
        />
      );
    case 'describe':
      return (
        <OwnWordsFirst key={escalation.id} escalation={escalation} playbook={playbook} patch={patch}>
          <DescribeStep
            {...shared}
            gaps={props.showGaps ? gaps : []}
            revision={props.revision}
            evidence={
              <EvidenceList
                escalation={escalation}
                ticket={ticket}
                tabId={tabId}
                patch={patch}
                captureAsked={captureAsked}
                onCaptureTaken={() => askCapture(false)}
              />
            }
          />
        </OwnWordsFirst>
      );
    case 'hand-off':
      return (
        <HandOffStep
          {...shared}
          gaps={gaps}
          preview={props.preview}
          fileNames={props.fileNames}
          canNote={props.canNote}
          existing={props.existing}
          onGoTo={props.onGoTo}
          onPick={(attachment, limit) => pickAttachment(escalation, attachment, tabId, limit)}
        />
      );
    case 'ended':
      return <Ended escalation={escalation} ticket={ticket} tabId={tabId} playbook={playbook} />;
  }
}

/** What became of it: handed off, or not needed because it is known. */
function Ended({
  escalation,
  ticket,
  tabId,
  playbook,
}: Pick<LaterStepProps, 'escalation' | 'ticket' | 'tabId' | 'playbook'>) {
  const { id, state, knownUse, exit } = escalation;
  const prevented = state === 'prevented';
  return (
    <div className="space-y-4">
      {knownUse ? (
        <Prevented escalationId={id} use={knownUse} ended={prevented}>
          {prevented ? <Deliveries escalationId={id} title="What leaves" /> : null}
        </Prevented>
      ) : prevented && exit ? (
        <Exited escalation={escalation} exit={exit} playbook={playbook}>
          {exit.kind === 'consultation' ? null : <AddArticle escalation={escalation} />}
        </Exited>
      ) : null}
      {prevented ? null : (
        <>
          <RaiseUndo escalation={escalation} />
          <HandedOff
            escalation={escalation}
            ticket={ticket}
            tabId={tabId}
            playbook={playbook}
            owed={
              <OwedFields
                escalation={escalation}
                ticket={ticket}
                playbook={playbook}
                patch={(change) => void updateEscalation(id, change, Date.now())}
              />
            }
          />
        </>
      )}
      <KeptFiles escalationId={id} />
    </div>
  );
}
