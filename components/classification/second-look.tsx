import { Eye } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { findContradiction } from '@/lib/classification/second-look';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { effectiveSeverity } from '@/lib/escalation/severity';
import type { Playbook, Severity } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';

interface SecondLookProps {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  readonly playbook: Playbook;
  readonly patch: (patch: DraftPatch) => void;
}

const STOPS: Severity = 4;

/** Asks once when a low level stands beside words such as `cannot` or `nobody`. */
export function SecondLook({ escalation, ticket, playbook, patch }: SecondLookProps) {
  const level = effectiveSeverity(escalation, playbook)?.level ?? null;
  const quote = escalation.secondLook ? null : findContradiction(ticket, level);
  const isAsked = quote !== null;
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAsked) question.current?.scrollIntoView({ block: 'nearest' });
  }, [isAsked]);
  if (level === null || quote === null) return null;
  const answer = (severity: Severity) => ({ secondLook: { level: severity, quote, at: Date.now() } });
  return (
    <div role="status" ref={question}>
      <Banner
        tone="warn"
        icon={<Eye size={15} />}
        actions={
          <>
            <Button size="sm" onClick={() => patch(answer(level))}>
              Keep {level}
            </Button>
            <Button
              size="sm"
              onClick={() => patch({ severity: STOPS, loweredBecause: '', ...answer(STOPS) })}
            >
              Make it {STOPS}
            </Button>
          </>
        }
      >
        The customer writes: “<bdi>{quote}</bdi>”. Is {level} still right?
      </Banner>
    </div>
  );
}
