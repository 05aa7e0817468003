import { useLiveQuery } from 'dexie-react-hooks';
import { Eye } from 'lucide-react';
import { useMemo } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button, TextButton } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { showAddress } from '@/lib/browser/tabs';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import { likeEarlySignals } from '@/lib/escalation/early-signal';
import type { Escalation } from '@/lib/escalation/escalation';
import { listEarlySignals } from '@/lib/escalation/store';
import type { Ticket } from '@/lib/ticket/ticket';

const day = (at: number) => new Date(at).toLocaleDateString(undefined, { day: 'numeric', month: 'short' });

/** A ticket like one that is watched: the second one makes a signal a problem. */
export function SignalNudge({ ticket }: { ticket: Ticket }) {
  const signals = useLiveQuery(() => listEarlySignals(), [], []);
  const like = useMemo(() => likeEarlySignals(ticket, signals), [ticket, signals]);
  return like.map(({ id, ticket: watched, earlySignal }) => (
    <Banner key={id} tone="warn" role="status" icon={<Eye size={15} />}>
      A second ticket like{' '}
      <TextButton className="-my-1" onClick={() => void showAddress(watched.url)}>
        #{watched.number}
      </TextButton>
      , marked as early signal by you on {day(earlySignal?.at ?? 0)}
      {earlySignal?.note.trim() ? (
        <>
          : <bdi>{earlySignal.note}</bdi>
        </>
      ) : (
        '.'
      )}
    </Banner>
  ));
}

interface EarlySignalProps {
  readonly escalation: Escalation;
  readonly patch: (patch: DraftPatch) => void;
}

/** Marks a ticket to be watched: not escalated, but counted when a second one comes. */
export function EarlySignal({ escalation, patch }: EarlySignalProps) {
  const { earlySignal } = escalation;
  if (!earlySignal) {
    return (
      <p className="flex flex-wrap items-center gap-x-1.5 text-meta text-ink-3">
        Too early to tell?
        <TextButton onClick={() => patch({ earlySignal: { note: '', at: Date.now() } })}>
          Mark as early signal
        </TextButton>
      </p>
    );
  }
  return (
    <section
      aria-label="Early signal"
      className="space-y-2 rounded-lg bg-accent-soft px-2.5 py-2 text-[12.5px]"
    >
      <p role="status" className="flex items-start gap-2 leading-[18px]">
        <Eye size={15} className="mt-px shrink-0" aria-hidden="true" />
        <span className="min-w-0 flex-1">
          Early signal since {day(earlySignal.at)}: not escalated; it counts when another ticket matches, and
          Baton says so there.
        </span>
      </p>
      <Field
        key={escalation.id}
        label="What to watch for"
        value={earlySignal.note}
        onChange={(note) => patch({ 'earlySignal.note': note })}
        placeholder="e.g. second odd total this week"
      />
      <Button size="sm" onClick={() => patch({ earlySignal: null })}>
        Take the mark back
      </Button>
    </section>
  );
}
