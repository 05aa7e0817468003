import { ArrowUp } from 'lucide-react';
import { Banner } from '@/components/ui/banner';
import { SectionTitle } from '@/components/ui/card';
import { LevelBadge } from '@/components/ui/chip';
import { ChoiceCard } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { effectiveSeverity } from '@/lib/escalation/severity';
import type { Playbook } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import { SimilarTickets } from './similar-tickets';

interface ClassifyStepProps {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  /** Tab of the ticket while it is in front; null otherwise. */
  readonly tabId: number | null;
  readonly playbook: Playbook;
  readonly patch: (patch: DraftPatch) => void;
}

/** How many are hit and how badly: chosen by definition and example, never by a bare word. */
export function ClassifyStep({ escalation, ticket, tabId, playbook, patch }: ClassifyStepProps) {
  const chosen = playbook.massness.find((entry) => entry.id === escalation.massness);
  return (
    <div className="space-y-4">
      <fieldset data-field="massness" className="min-w-0">
        <legend className="contents">
          <SectionTitle remark={chosen?.meaning ?? 'count requesters and organizations apart'}>
            How many are hit?
          </SectionTitle>
        </legend>
        <div className="grid grid-cols-2 gap-1.5 min-[372px]:flex">
          {playbook.massness.map((entry) => (
            <ChoiceCard
              key={entry.id}
              name="massness"
              checked={escalation.massness === entry.id}
              onChoose={() => patch({ massness: entry.id, loweredBecause: '' })}
              className="grid min-h-11 min-w-min flex-1 place-items-center px-1 py-1.5 text-center text-meta font-medium text-ink-2 has-checked:font-semibold has-checked:text-ink"
            >
              {entry.label}
            </ChoiceCard>
          ))}
        </div>
      </fieldset>
      <SimilarTickets ticket={ticket} tabId={tabId} />
      <fieldset data-field="severity" className="min-w-0">
        <legend className="contents">
          <SectionTitle>How badly is work hit?</SectionTitle>
        </legend>
        <div className="space-y-1.5">
          {playbook.severities.map((severity) => (
            <ChoiceCard
              key={severity.level}
              name="severity"
              shortcut={String(severity.level)}
              checked={escalation.severity === severity.level}
              onChoose={() => patch({ severity: severity.level, loweredBecause: '' })}
              className="px-2.5 py-2"
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
      <RaiseNote escalation={escalation} playbook={playbook} patch={patch} />
    </div>
  );
}

/** Says when massness raised the level and lets the agent lower it again, with a reason. */
function RaiseNote({ escalation, playbook, patch }: Omit<ClassifyStepProps, 'ticket' | 'tabId'>) {
  const severity = effectiveSeverity(escalation, playbook);
  if (!severity || severity.proposedRaise === 0 || escalation.severity === null) return null;
  const reason = playbook.massness.find((entry) => entry.id === escalation.massness)?.label.toLowerCase();
  return (
    <div className="space-y-2">
      <div role="status">
        <Banner tone="warn" icon={<ArrowUp size={15} />}>
          {severity.raisedBy > 0 ? (
            <>
              <b className="font-bold">
                Raised from {escalation.severity} to {severity.level}:
              </b>{' '}
              hit are {reason}.
            </>
          ) : (
            <>
              <b className="font-bold">Kept at {severity.level}</b> although hit are {reason}.
            </>
          )}
        </Banner>
      </div>
      <Field
        key={`${escalation.id} ${escalation.massness} ${escalation.severity}`}
        label="Keep the lower level because"
        value={escalation.loweredBecause}
        onChange={(loweredBecause) => patch({ loweredBecause })}
        placeholder="Empty = raised. The reason reaches the engineer."
      />
    </div>
  );
}
