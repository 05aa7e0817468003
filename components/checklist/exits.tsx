import { useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button, TextButton } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { clientSideAnswers } from '@/lib/identification/answers';
import type { Playbook, QuestionSet } from '@/lib/playbook/playbook';
import { endWalk, takeBack, turnIntoRequest } from './end-walk';
import { ExitForm, type WrittenExit } from './exit-form';
import { composeExpertQuestion } from './expert-question';
import { EXITS_ID } from './show-exits';

interface ExitsProps {
  readonly escalation: Escalation;
  readonly playbook: Playbook;
  readonly set: QuestionSet | null;
  readonly patch: (patch: DraftPatch) => Promise<void>;
  /** Opens everything known, to look for the bug or the article. */
  readonly onSearch: () => void;
  readonly onEscalate: () => void;
  /** The walk goes on as a feature request. */
  readonly onRequest: () => void;
}

const CHOICES: readonly (readonly [WrittenExit, string])[] = [
  ['solved', 'Solved with the customer'],
  ['article', 'Answered by an article'],
  ['feature-request', 'Feature request'],
  ['consultation', 'Ask an expert'],
];

/** The ways out of the walk: each but the last keeps engineering undisturbed, and says why. */
export function Exits({ escalation, playbook, set, patch, onSearch, onEscalate, onRequest }: ExitsProps) {
  const { id, exit, exitDraft } = escalation;
  const [problem, setProblem] = useState('');
  const fresh = useRef(false);
  const clientSide = set ? clientSideAnswers(escalation, set) : [];
  const because = clientSide.map(({ answer }) => answer).join('; ');
  const choose = (kind: WrittenExit) => {
    fresh.current = true;
    const reason = exitDraft?.kind === kind ? exitDraft.reason : kind === 'solved' ? because : '';
    void patch({ exitDraft: { kind, reason } });
  };
  const end = async (kind: WrittenExit, reason: string) => {
    setProblem('');
    // The draft may not be stored yet: nothing has been typed.
    await patch({});
    if (kind === 'feature-request') {
      const refused = await turnIntoRequest(id, reason);
      return refused === null ? onRequest() : setProblem(refused);
    }
    if (kind === 'consultation') {
      const text = composeExpertQuestion(escalation, playbook, reason);
      const copied = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      );
      if (!copied) return setProblem('The browser refused the clipboard. Copy the text above by hand.');
    }
    setProblem((await endWalk(id, kind, reason)) ?? '');
  };
  const kind = exitDraft && exitDraft.kind !== 'known-bug' ? exitDraft.kind : null;
  const reason = exitDraft?.reason ?? '';
  return (
    <section id={EXITS_ID} aria-label="How it ends" className="space-y-2">
      <SectionTitle remark="what ends here counts as prevented">Engineering not needed?</SectionTitle>
      {exit?.kind === 'feature-request' ? (
        <Banner
          tone="accent"
          role="status"
          actions={
            <Button
              size="sm"
              onClick={() =>
                void takeBack(id, 'a bug after all').then((refused) => setProblem(refused ?? ''))
              }
            >
              Back to a bug
            </Button>
          }
        >
          Goes on as a feature request: <bdi>{exit.reason}</bdi>
        </Banner>
      ) : null}
      {because && kind === null ? (
        <Banner
          tone="accent"
          role="status"
          actions={
            <Button size="sm" onClick={() => choose('solved')}>
              Solved with the customer
            </Button>
          }
        >
          Lies on the customer’s side: <bdi>{because}</bdi>
        </Banner>
      ) : null}
      {/* Even edges at every width: rows that fill up where two columns are too narrow. */}
      <div className="flex flex-wrap gap-1.5 *:flex-auto min-[372px]:grid min-[372px]:grid-cols-2">
        {CHOICES.map(([choice, label]) => (
          <Button
            key={choice}
            size="sm"
            aria-pressed={kind === choice}
            className={kind === choice ? 'bg-accent-soft' : ''}
            onClick={() => choose(choice)}
          >
            {label}
          </Button>
        ))}
        <Button size="sm" onClick={onSearch}>
          Known bug
        </Button>
        <Button size="sm" onClick={onEscalate}>
          Escalate
        </Button>
      </div>
      {kind ? (
        <ExitForm
          kind={kind}
          reason={reason}
          fresh={fresh.current}
          onReason={(next) => void patch({ exitDraft: { kind, reason: next } })}
          onEnd={() => void end(kind, reason)}
          onCancel={() => {
            fresh.current = false;
            void patch({ exitDraft: null });
          }}
        >
          {kind === 'article' ? (
            <TextButton onClick={onSearch}>Search the articles, and use one</TextButton>
          ) : kind === 'consultation' && reason.trim() ? (
            <p
              dir="auto"
              className="max-h-40 overflow-auto text-meta whitespace-pre-wrap text-ink-2 wrap-anywhere"
            >
              {composeExpertQuestion(escalation, playbook, reason)}
            </p>
          ) : null}
        </ExitForm>
      ) : null}
      {problem ? (
        <Banner tone="error" role="alert">
          {problem}
        </Banner>
      ) : null}
    </section>
  );
}
