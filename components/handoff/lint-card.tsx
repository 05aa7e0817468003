import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button, TextButton } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Kbd } from '@/components/ui/kbd';
import { useAnswer } from '@/components/ui/use-answer';
import { useSingleKey } from '@/components/ui/use-single-key';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { addFacts, type ThreadFact } from '@/lib/escalation/lint/add-facts';
import { proposeFollowUp, teamDay } from '@/lib/escalation/lint/dates';
import { type Lamp, lint } from '@/lib/escalation/lint/lint';
import { datesFor } from '@/lib/escalation/priority';
import type { Gap } from '@/lib/escalation/report/readiness';
import { effectiveSeverity } from '@/lib/escalation/severity';
import { evidenceProblems, type FileLimit } from '@/lib/evidence/evidence-problems';
import { listFiles } from '@/lib/evidence/store';
import { send } from '@/lib/messages/send';
import type { Playbook } from '@/lib/playbook/playbook';
import type { Attachment, Ticket } from '@/lib/ticket/ticket';
import { LintFacts } from './lint-facts';
import { LintFollowUp } from './lint-follow-up';
import { LintLamp } from './lint-lamp';
import { LintOwner } from './lint-owner';
import { useMissingFacts } from './use-missing-facts';

export interface LintCardProps {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  readonly playbook: Playbook;
  readonly patch: (patch: DraftPatch) => void;
  readonly onGoTo: (gap: Gap) => void;
  /** Brings the customer message into sight. */
  readonly onMessage: () => void;
  /** Takes a copy of an attachment along; answers with what went wrong, or null. */
  readonly onPick: (attachment: Attachment, limit: FileLimit | null) => Promise<string | null>;
}

/** The last look before something leaves. It warns and proposes; only a missing owner stands in the way. */
export function LintCard(props: LintCardProps) {
  const { escalation, ticket, playbook, patch, onGoTo, onMessage, onPick } = props;
  const files = useLiveQuery(() => listFiles(escalation.id), [escalation.id], []);
  const { answer: limit = null } = useAnswer('file limit', () => send('fileLimit').catch(() => null));
  const picked = files.map(({ attachmentId }) => attachmentId);
  const facts = useMissingFacts(ticket, escalation, playbook, picked);
  const [problem, setProblem] = useState<string | null>(null);
  const today = teamDay(Date.now(), playbook);
  const lamps = lint({
    escalation,
    playbook,
    today,
    facts: facts?.length ?? null,
    evidence: evidenceProblems(files, limit).map(({ sentence }) => sentence),
  });
  const open = lamps.filter(({ ok }) => !ok);
  const remark = open.some(({ kind }) => kind === 'owner') ? 'one holds you up' : 'none holds you up';

  const add = async (wanted: readonly ThreadFact[]) => {
    setProblem(null);
    const change = addFacts(wanted, escalation, playbook);
    if (Object.keys(change).length > 0) patch(change);
    for (const { attachmentId } of wanted) {
      const attachment = ticket.attachments.find(({ id }) => id === attachmentId);
      const failed = attachment && (await onPick(attachment, limit));
      if (failed) setProblem(failed);
    }
  };
  const dismiss = ({ id }: ThreadFact) =>
    patch({ dismissedFacts: [...(escalation.dismissedFacts ?? []), id] });
  const addAll = facts && facts.length > 0 ? () => void add(facts) : undefined;
  useSingleKey('a', addAll);

  const actionOf = ({ kind, ok }: Lamp) => {
    const severity = effectiveSeverity(escalation, playbook);
    switch (kind) {
      case 'owner':
        return <LintOwner owner={escalation.owner} patch={patch} />;
      case 'follow-up':
        return severity ? (
          <LintFollowUp
            date={escalation.nextUpdateOn ?? ''}
            proposed={proposeFollowUp(datesFor(severity.level, Date.now(), playbook), today)}
            today={today}
            patch={patch}
          />
        ) : null;
      case 'message':
        return ok ? null : <TextButton onClick={onMessage}>Look at it</TextButton>;
      case 'top':
        return ok ? null : (
          <TextButton onClick={() => onGoTo({ step: 'check', field: 'own-words', sentence: '' })}>
            Shorten it
          </TextButton>
        );
      case 'evidence':
        return (
          <TextButton onClick={() => onGoTo({ step: 'describe', field: 'evidence', sentence: '' })}>
            Look at it
          </TextButton>
        );
      case 'facts':
        return addAll ? (
          <Button size="sm" aria-keyshortcuts="a" onClick={addAll}>
            {facts?.length === 1 ? 'Add it' : 'Add all'} <Kbd>a</Kbd>
          </Button>
        ) : null;
    }
  };
  return (
    <section aria-label="Last look">
      <SectionTitle remark={open.length > 0 ? `${open.length} to look at; ${remark}` : 'all there'}>
        Last look
      </SectionTitle>
      <Card>
        {lamps.map((lamp) => (
          <LintLamp
            key={`${lamp.kind} ${lamp.kind === 'evidence' ? lamp.words : ''}`}
            lamp={lamp}
            action={actionOf(lamp)}
          >
            {lamp.kind === 'facts' && facts && facts.length > 0 ? (
              <LintFacts facts={facts} onAdd={(fact) => void add([fact])} onDismiss={dismiss} />
            ) : null}
          </LintLamp>
        ))}
      </Card>
      {problem ? (
        <p role="alert" className="mt-1.5 text-meta text-s4">
          {problem}
        </p>
      ) : null}
    </section>
  );
}
