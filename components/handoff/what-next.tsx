import type { ReactNode } from 'react';
import { Card, SectionTitle } from '@/components/ui/card';
import type { Escalation } from '@/lib/escalation/escalation';
import { datesFor, formatDeadline } from '@/lib/escalation/priority';
import { partOf } from '@/lib/escalation/report/fields';
import { effectiveSeverity } from '@/lib/escalation/severity';
import type { Playbook } from '@/lib/playbook/playbook';

interface Next {
  readonly id: string;
  /** Local date; empty = at once. */
  readonly on: string;
  readonly what: ReactNode;
}

/** Who does what by when, now that engineering has it; the soonest first. */
export function WhatNext({ escalation, playbook }: { escalation: Escalation; playbook: Playbook }) {
  const severity = effectiveSeverity(escalation, playbook);
  if (!severity) return null;
  const { takenUpBy, owner, nextUpdateOn, handedOffAt, updatedAt } = escalation;
  const { controlPoint } = datesFor(severity.level, handedOffAt ?? updatedAt, playbook);
  const part = partOf(playbook, escalation);
  const steps: Next[] = [
    {
      id: 'work',
      on: takenUpBy ?? '',
      what: (
        <>
          Engineering takes it into work{part ? ': ' : ''}
          <bdi>{part?.name}</bdi>
        </>
      ),
    },
    {
      id: 'control point',
      on: controlPoint,
      what: (
        <>
          Control point with <bdi>{part?.administrator || 'the tracker’s administrator'}</bdi>
        </>
      ),
    },
  ];
  if (nextUpdateOn)
    steps.push({
      id: 'customer',
      on: nextUpdateOn,
      what: (
        <>
          <bdi>{owner?.trim() || 'Somebody of yours'}</bdi> tells the customer how it stands
        </>
      ),
    });
  return (
    <section aria-label="What happens next">
      <SectionTitle>What happens next</SectionTitle>
      <Card>
        <dl className="divide-y divide-line">
          {steps
            .toSorted((a, b) => a.on.localeCompare(b.on))
            .map(({ id, on, what }) => (
              <div key={id} className="grid grid-cols-[84px_minmax(0,1fr)] gap-x-2 px-3 py-1.5">
                <dt className="text-ink-3">{on ? formatDeadline(on, playbook.calendar) : 'At once'}</dt>
                <dd>{what}</dd>
              </div>
            ))}
        </dl>
      </Card>
    </section>
  );
}
