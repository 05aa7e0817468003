import { type ReactNode, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { filledSince } from '@/lib/escalation/completion';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { findDebt } from '@/lib/escalation/report/fields';
import { send } from '@/lib/messages/send';
import type { Playbook } from '@/lib/playbook/playbook';
import { MaskProvider } from './mask-context';
import { MaskList } from './mask-list';
import { MaskedText } from './masked-text';
import { useCompletion } from './use-completion';

interface CompleteReportProps {
  readonly escalation: Escalation;
  readonly playbook: Playbook;
  /** The fields that are owed. */
  readonly fields: ReactNode;
  readonly patch: (patch: DraftPatch) => void;
}

const NO_IDS: readonly string[] = [];

/** The rest of a critical report: filled in once there is time, looked at, and told to the issue in one comment. */
export function CompleteReport({ escalation, playbook, fields, patch }: CompleteReportProps) {
  const { preview, problem, current } = useCompletion(escalation);
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);
  const owed = findDebt(escalation, playbook).length;
  const filled = filledSince(escalation, playbook).length;
  const add = async (seen: string) => {
    setBusy(true);
    const answer = await send('completeReport', { escalationId: escalation.id, seen }).catch(() => null);
    setBusy(false);
    setRefused(answer?.ok ? '' : (answer?.error.message ?? 'Baton’s background did not answer. Try again.'));
  };
  const trouble = refused || problem;
  return (
    <section aria-label="To be completed" className="space-y-3">
      <div>
        <SectionTitle remark={`${owed} owed, named in the issue`}>To be completed</SectionTitle>
        {fields}
      </div>
      {trouble ? (
        <Banner tone="error" role="alert">
          {trouble}
        </Banner>
      ) : null}
      {filled === 0 ? (
        <p className="text-meta text-ink-3">
          Fill in what you know; what stays open is named in the issue as not known.
        </p>
      ) : preview ? (
        <MaskProvider masks={preview.masks} unmasked={escalation.unmasked ?? NO_IDS} patch={patch}>
          <div>
            <SectionTitle
              remark={preview.copied ? 'you carry it over' : `as one comment on ${escalation.issue?.key}`}
            >
              Exactly this leaves
            </SectionTitle>
            <p
              dir="auto"
              data-testid="completion-text"
              className="relative rounded-lg border border-line bg-card px-3.5 py-3 text-[12.5px] wrap-anywhere whitespace-pre-line shadow-card"
            >
              <MaskedText text={preview.text} />
            </p>
            <MaskList />
          </div>
          {preview.copied ? (
            <CopyButton
              text={preview.text}
              label="Copy for the issue"
              onCopied={() => void add(preview.hash)}
            />
          ) : (
            <Button
              variant="primary"
              className="w-full"
              disabled={!current || busy}
              onClick={(event) => {
                // The button goes with what it sent: the focus stays on the screen.
                event.currentTarget.closest('main')?.focus({ preventScroll: true });
                void add(preview.hash);
              }}
            >
              Add to the issue
            </Button>
          )}
        </MaskProvider>
      ) : null}
    </section>
  );
}
