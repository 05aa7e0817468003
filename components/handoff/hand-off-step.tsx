import { ChevronRight, ExternalLink } from 'lucide-react';
import { useRef } from 'react';
import { Banner } from '@/components/ui/banner';
import { Card, SectionTitle } from '@/components/ui/card';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { datesFor } from '@/lib/escalation/priority';
import { type Gap, issueGaps } from '@/lib/escalation/report/readiness';
import { effectiveSeverity } from '@/lib/escalation/severity';
import type { FileLimit } from '@/lib/evidence/evidence-problems';
import type { Playbook } from '@/lib/playbook/playbook';
import type { Attachment, Ticket } from '@/lib/ticket/ticket';
import type { IssueRef } from '@/lib/trackers/new-issue';
import { ChatCard } from './chat-card';
import { CustomerMessageCard } from './customer-message-card';
import { LintCard } from './lint-card';
import { MaskProvider } from './mask-context';
import { NoteCard } from './note-card';
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
  /** Takes a copy of an attachment along; answers with what went wrong, or null. */
  readonly onPick: (attachment: Attachment, limit: FileLimit | null) => Promise<string | null>;
}

const NO_IDS: readonly string[] = [];

/** What is missing, else exactly what leaves. Sending itself is the footer's one button. */
export function HandOffStep(props: HandOffStepProps) {
  const { escalation, ticket, tabId, playbook, gaps, preview, canNote, existing } = props;
  const { patch, onGoTo, onPick } = props;
  const message = useRef<HTMLElement>(null);
  const severity = effectiveSeverity(escalation, playbook);
  const open = issueGaps(gaps);
  if (open.length > 0) {
    return (
      <section>
        <SectionTitle remark={`${open.length} open`}>Before it can leave</SectionTitle>
        <Card>
          {open.map((gap) => (
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
      <LintCard
        escalation={escalation}
        ticket={ticket}
        playbook={playbook}
        patch={patch}
        onGoTo={onGoTo}
        onMessage={() => {
          message.current?.scrollIntoView({ block: 'center' });
          message.current?.querySelector('textarea')?.focus({ preventScroll: true });
        }}
        onPick={onPick}
      />
      {preview.preview ? (
        <MaskProvider masks={preview.preview.masks} unmasked={escalation.unmasked ?? NO_IDS} patch={patch}>
          <PreviewCard preview={preview.preview} />
          <NoteCard
            note={preview.preview.note}
            marker={`${escalation.issueKey}note`}
            wanted={escalation.noteOnTicket}
            canNote={canNote}
            onNote={(noteOnTicket) => patch({ noteOnTicket })}
          />
        </MaskProvider>
      ) : preview.problem ? null : (
        <p className="text-ink-3" aria-busy="true">
          Drawing the preview…
        </p>
      )}
      {severity?.level === 4 ? <ChatCard escalation={escalation} playbook={playbook} severity={4} /> : null}
      <CustomerMessageCard
        ref={message}
        escalation={escalation}
        ticket={ticket}
        tabId={tabId}
        playbook={playbook}
        takenUpBy={severity ? datesFor(severity.level, Date.now(), playbook).takenUpBy : null}
        patch={patch}
      />
    </div>
  );
}
