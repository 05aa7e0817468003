import { type ReactNode, useId, useMemo, useState } from 'react';
import { TextButton } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { ticketLanguage } from '@/lib/customer-message/ticket-language';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { answerTo, type Identification } from '@/lib/identification/answers';
import { toCustomerReply } from '@/lib/identification/customer-reply';
import type { Question, QuestionSet } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import { QuestionRow } from './question-row';

interface AskCustomerProps {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  readonly sets: readonly QuestionSet[];
  readonly identification: Identification;
  /** The button that puts a text into the desk's reply box; null where Baton cannot. */
  readonly insertReply: (text: string) => ReactNode;
  readonly patch: (patch: DraftPatch) => void;
}

/** Open questions shown at first; what is answered always shows. */
const SHOWN = 3;

/** What to ask before engineering is disturbed, by symptom; what the thread answers is answered already. */
export function AskCustomer(props: AskCustomerProps) {
  const { escalation, ticket, sets, identification, insertReply, patch } = props;
  const { set, because, said } = identification;
  const [openId, setOpenId] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const selectId = useId();
  const language = useMemo(() => ticketLanguage(ticket), [ticket]);
  const replyOf = (question: Question) => toCustomerReply(question, ticket, language);
  const answered = set.questions.filter((question) => answerTo(escalation, question) !== '');
  const next = set.questions.filter((question) => !answered.includes(question)).slice(0, SHOWN);
  const shown = set.questions.filter(
    (question) => all || answered.includes(question) || next.includes(question) || question.id === openId,
  );
  const hidden = set.questions.length - shown.length;
  return (
    <section aria-label="Ask the customer" data-field="ask-customer">
      <SectionTitle remark={`${answered.length} of ${set.questions.length} answered`}>
        Ask the customer
      </SectionTitle>
      <Card>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-3 py-1.5 text-meta text-ink-3">
          <label htmlFor={selectId}>Symptom</label>
          <select
            id={selectId}
            value={set.id}
            onChange={(event) => patch({ questionSetId: event.target.value })}
            className="h-7 max-w-full min-w-0 rounded-md bg-card px-1.5 text-ink inset-ring-1 inset-ring-line-2"
          >
            {sets.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
          {because.length > 0 ? (
            <span className="min-w-0 wrap-anywhere">
              from <bdi>{because.map((words) => `“${words}”`).join(', ')}</bdi>
            </span>
          ) : null}
        </div>
        {shown.map((question) => (
          <QuestionRow
            key={question.id}
            question={question}
            given={escalation.answers?.[question.id]}
            message={
              escalation.answers?.[question.id]?.quote ? (said.get(question.id)?.message ?? null) : null
            }
            reply={replyOf(question)}
            insert={insertReply(replyOf(question))}
            open={openId === question.id}
            onToggle={() => setOpenId(openId === question.id ? null : question.id)}
            onAnswer={(answer) =>
              patch({
                questionSetId: set.id,
                [`answers.${question.id}`]: { ask: question.ask, answer, quote: '', at: Date.now() },
              })
            }
          />
        ))}
        {hidden > 0 ? (
          <div className="px-3 py-0.5">
            <TextButton quiet className="text-meta" onClick={() => setAll(true)}>
              {hidden === 1 ? '1 more question' : `${hidden} more questions`}
            </TextButton>
          </div>
        ) : null}
      </Card>
    </section>
  );
}
