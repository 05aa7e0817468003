import type { QuestionSet } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Identification } from './answers';
import { chooseQuestionSet } from './choose-set';
import { findAnswers } from './find-answers';

/** The questions for this ticket, and what its thread answers already. Null when the playbook asks none. */
export function identify(
  ticket: Pick<Ticket, 'subject' | 'messages'>,
  sets: readonly QuestionSet[],
  chosenId: string | undefined,
): Identification | null {
  const own = sets.find(({ id }) => id === chosenId);
  const chosen = own ? { set: own, because: [] } : chooseQuestionSet(ticket, sets);
  return chosen && { ...chosen, said: findAnswers(ticket, chosen.set.questions) };
}
