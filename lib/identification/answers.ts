import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import type { Question, QuestionSet } from '@/lib/playbook/playbook';
import type { ThreadAnswer } from './find-answers';

export interface Identification {
  readonly set: QuestionSet;
  /** Words of the ticket the set was chosen by; empty when the agent chose it or nothing spoke for one. */
  readonly because: readonly string[];
  /** What the thread answers, by question id. */
  readonly said: ReadonlyMap<string, ThreadAnswer>;
}

/**
 * What the thread answers, as the draft keeps it. What the agent answered, or took back, stays; what the thread said
 * before follows what it says now. Empty when nothing changes.
 */
export function toAnswersPatch(
  { answers = {} }: Pick<Escalation, 'answers'>,
  said: Identification['said'],
  now: number,
): DraftPatch {
  const news = [...said.values()].filter(({ questionId, answer, quote }) => {
    const kept = answers[questionId];
    return !kept || (kept.quote !== '' && (kept.answer !== answer || kept.quote !== quote));
  });
  return Object.fromEntries(
    news.map(({ questionId, ask, answer, quote }) => [
      `answers.${questionId}`,
      { ask, answer, quote, at: now },
    ]),
  );
}

/** The answer in force: empty while the question is open. */
export const answerTo = ({ answers }: Pick<Escalation, 'answers'>, question: Question): string =>
  answers?.[question.id]?.answer ?? '';

/** Answers that lay the cause with the customer: the exit *solved* is proposed by them. */
export function clientSideAnswers(
  escalation: Pick<Escalation, 'answers'>,
  set: QuestionSet,
): { question: Question; answer: string }[] {
  return set.questions.flatMap((question) => {
    const given = answerTo(escalation, question);
    const meant = question.answers.find(({ label }) => label === given);
    return meant?.clientSide ? [{ question, answer: given }] : [];
  });
}
