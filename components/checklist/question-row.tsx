import { Check, ChevronDown, MessageCircleQuestion } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { TextButton } from '@/components/ui/button';
import { ChoiceCard } from '@/components/ui/choice';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import type { Escalation } from '@/lib/escalation/escalation';
import type { Question } from '@/lib/playbook/playbook';

type Given = NonNullable<Escalation['answers']>[string];

interface QuestionRowProps {
  readonly question: Question;
  /** What is known; absent while the question is open. */
  readonly given: Given | undefined;
  /** Number of the message the quote stands in; null when the agent answered. */
  readonly message: number | null;
  /** The question as the customer reads it. */
  readonly reply: string;
  /** Puts the question into the desk's reply box; null where Baton cannot. */
  readonly insert: ReactNode;
  readonly open: boolean;
  readonly onToggle: () => void;
  /** Empty = not answered after all. */
  readonly onAnswer: (answer: string) => void;
}

/** One question: folded with its answer and where it comes from, or open with what can be answered and asked. */
export function QuestionRow(props: QuestionRowProps) {
  const { question, given, message, reply, insert, open, onToggle, onAnswer } = props;
  const id = useId();
  const answer = given?.answer ?? '';
  const labels = question.answers.map(({ label }) => label);
  const listed = labels.includes(answer);
  const Icon = answer ? Check : MessageCircleQuestion;
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        className="flex w-full items-start gap-2 px-3 py-1.5 text-start -outline-offset-2 hover:bg-sunk"
        onClick={onToggle}
      >
        <Icon
          size={15}
          aria-hidden="true"
          className={`mt-0.5 shrink-0 ${answer ? 'text-ok' : 'text-ink-3'}`}
        />
        <span className="min-w-0 flex-1 wrap-anywhere">
          <span dir="auto" className={answer ? 'text-ink-2' : 'font-medium'}>
            {question.ask}
          </span>
          {answer ? (
            <>
              {' '}
              <bdi className="font-medium">{answer}</bdi>
            </>
          ) : null}
          {given?.quote && !open ? <Quote quote={given.quote} message={message} /> : null}
        </span>
        <ChevronDown
          size={15}
          aria-hidden="true"
          className={`mt-0.5 shrink-0 text-ink-3 ${open ? 'rotate-180' : ''}`}
        />
      </button>
      {open ? (
        <div id={id} className="space-y-2 px-3 ps-[35px] pb-2.5">
          {given?.quote ? <Quote quote={given.quote} message={message} /> : null}
          <fieldset className="flex flex-wrap gap-1.5">
            <legend className="sr-only">{question.ask}</legend>
            {labels.map((label) => (
              <ChoiceCard
                key={label}
                name={`${id} answer`}
                checked={label === answer}
                onChoose={() => onAnswer(label)}
                className="min-h-6 px-2 py-1 text-meta"
              >
                <bdi>{label}</bdi>
              </ChoiceCard>
            ))}
          </fieldset>
          <Field
            key={listed ? answer : 'own'}
            label="In other words"
            value={listed ? '' : answer}
            onChange={onAnswer}
            placeholder="What the customer said"
          />
          <p dir="auto" className="text-meta text-ink-3 wrap-anywhere">
            {reply}
          </p>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {insert}
            <CopyButton text={reply} label="Copy reply" />
            {answer ? (
              <TextButton quiet className="text-meta" onClick={() => onAnswer('')}>
                Not answered
              </TextButton>
            ) : null}
          </div>
        </div>
      ) : null}
    </div>
  );
}

function Quote({ quote, message }: { quote: string; message: number | null }) {
  return (
    <span className="block text-meta text-ink-3">
      <q dir="auto">{quote}</q>
      {message === null ? null : ` · message ${message}`}
    </span>
  );
}
