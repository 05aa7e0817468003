import { ChevronRight, ExternalLink } from 'lucide-react';
import { Banner } from '@/components/ui/banner';
import { Card, SectionTitle } from '@/components/ui/card';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import type { Gap } from '@/lib/escalation/readiness';
import type { Playbook } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import type { IssueRef } from '@/lib/trackers/new-issue';
import { PreviewCard } from './preview-card';
import type { PreviewState } from './use-preview';

interface HandOffStepProps {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  /** Tab of the ticket while it is in front; null otherwise. */
  readonly tabId: number | null;
  readonly playbook: Playbook;
  readonly gaps: readonly Gap[];
  readonly preview: PreviewState;
  readonly fileNames: readonly string[];
  readonly canNote: boolean;
  /** The issue another browser has filed for this ticket. */
  readonly existing: IssueRef | null;
  readonly patch: (patch: DraftPatch) => void;
  readonly onGoTo: (gap: Gap) => void;
}

/** What is missing, else exactly what leaves. Sending itself is the footer's one button. */
export function HandOffStep({
  escalation,
  gaps,
  preview,
  fileNames,
  canNote,
  existing,
  patch,
  onGoTo,
}: HandOffStepProps) {
  if (gaps.length > 0) {
    return (
      <section>
        <SectionTitle remark={`${gaps.length} open`}>Before it can leave</SectionTitle>
        <Card>
          {gaps.map((gap) => (
            <button
              key={`${gap.step} ${gap.field}`}
              type="button"
              onClick={() => onGoTo(gap)}
              className="flex w-full items-center gap-2.5 px-3 py-[7px] text-start -outline-offset-2 hover:bg-sunk"
            >
              <span aria-hidden="true" className="size-1.5 shrink-0 rounded-full bg-s4" />
              <span className="min-w-0 flex-1">{gap.sentence}</span>
              <ChevronRight size={15} className="shrink-0 text-ink-3 rtl:rotate-180" aria-hidden="true" />
            </button>
          ))}
        </Card>
      </section>
    );
  }
  return (
    <div className="space-y-4">
      {existing ? (
        <Banner tone="warn" role="status">
          This ticket is escalated already as{' '}
          <a
            href={existing.url}
            target="_blank"
            rel="noopener noreferrer"
            className="font-semibold text-accent underline"
          >
            {existing.key} <ExternalLink size={12} className="inline" aria-label="opens in a new tab" />
          </a>
          . Handing off joins it: no second issue is made, and your report stays here.
        </Banner>
      ) : null}
      {preview.problem ? (
        <Banner tone="error" role="alert">
          {preview.problem}
        </Banner>
      ) : null}
      {preview.preview ? (
        <PreviewCard
          preview={preview.preview}
          noteOnTicket={escalation.noteOnTicket}
          canNote={canNote}
          fileNames={fileNames}
          onNote={(noteOnTicket) => patch({ noteOnTicket })}
        />
      ) : preview.problem ? null : (
        <p className="text-ink-3" aria-busy="true">
          Drawing the preview…
        </p>
      )}
    </div>
  );
}
