import { Lightbulb } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import { LevelBadge } from '@/components/ui/chip';
import { ChoiceCard } from '@/components/ui/choice';
import { Kbd } from '@/components/ui/kbd';
import type { Signal } from '@/lib/classification/severity-signals';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import type { Playbook } from '@/lib/playbook/playbook';

interface SeverityChoiceProps {
  readonly escalation: Escalation;
  readonly playbook: Playbook;
  /** What the customer's words speak for; null when they say nothing. */
  readonly proposal: Signal | null;
  readonly patch: (patch: DraftPatch) => void;
  /** Questions about the choice, right below the cards. */
  readonly children?: ReactNode;
}

/** How badly work is hit: chosen by definition and example, never by a bare word. */
export function SeverityChoice({ escalation, playbook, proposal, patch, children }: SeverityChoiceProps) {
  const choose = (severity: number) => patch({ severity, loweredBecause: '' });
  return (
    <section aria-label="How badly is work hit" className="space-y-1.5">
      <fieldset data-field="severity" className="min-w-0">
        <legend className="contents">
          <SectionTitle>How badly is work hit?</SectionTitle>
        </legend>
        {proposal ? (
          <div className="mb-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-ink-2">
            <Lightbulb size={14} aria-hidden="true" className="shrink-0 text-ink-3" />
            <p className="min-w-0 flex-1 basis-48">
              Proposed <b className="font-semibold text-ink">{proposal.level}</b>: “
              <bdi>{proposal.quote}</bdi>
              ”, {proposal.why}
            </p>
            {escalation.severity === null ? (
              <Button
                size="sm"
                aria-keyshortcuts={`Enter ${proposal.level}`}
                onClick={() => choose(proposal.level)}
              >
                Take {proposal.level} <Kbd>{String(proposal.level)}</Kbd>
              </Button>
            ) : null}
          </div>
        ) : null}
        <div className="space-y-1.5">
          {playbook.severities.map((severity) => (
            <ChoiceCard
              key={severity.level}
              name="severity"
              shortcut={String(severity.level)}
              checked={escalation.severity === severity.level}
              onChoose={() => choose(severity.level)}
              className={`px-2.5 py-2 ${
                escalation.severity === null && proposal?.level === severity.level
                  ? 'border border-dashed border-accent'
                  : ''
              }`}
            >
              <span className="flex items-center gap-2.5">
                <LevelBadge level={severity.level} />
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold">{severity.label}</span>
                  <span className="block text-meta text-ink-3">{severity.examples.join(' · ')}</span>
                </span>
                <Kbd>{String(severity.level)}</Kbd>
              </span>
            </ChoiceCard>
          ))}
        </div>
      </fieldset>
      {children}
    </section>
  );
}
