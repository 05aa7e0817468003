import { toWords } from '@/lib/language/words';
import type { Question } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import { denies, toClauses, toSentences, wordsBeside } from './clauses';
import { PhraseIndex } from './phrase-index';

/** A question the thread answers. */
export interface ThreadAnswer {
  readonly questionId: string;
  /** The question as the agent reads it. */
  readonly ask: string;
  /** Label of the answer. */
  readonly answer: string;
  /** The customer's statement, word for word. */
  readonly quote: string;
  /** 1 = the first message of the thread. */
  readonly message: number;
}

type Answer = Question['answers'][number];

/** What follows in a longer message is a log or a signature. */
const MAX_MESSAGE = 20_000;
const MAX_QUOTE = 240;

const indexes = new WeakMap<readonly Question[], PhraseIndex<{ question: Question; answer: Answer }>>();

function indexOf(questions: readonly Question[]): PhraseIndex<{ question: Question; answer: Answer }> {
  const known = indexes.get(questions);
  if (known) return known;
  const lists = questions.flatMap((question) =>
    question.answers.map((answer) => ({ of: { question, answer }, phrases: answer.saidBy })),
  );
  const index = new PhraseIndex(lists);
  indexes.set(questions, index);
  return index;
}

function findIn(text: string, message: number, questions: readonly Question[]): ThreadAnswer[] {
  const words = toWords(text);
  const sentences = toSentences(text);
  const clauses = toClauses(text);
  const longest = new Map<string, number>();
  return indexOf(questions)
    .find(words)
    .flatMap(({ of: { question, answer }, at, size }) => {
      const phrase = words.slice(at, at + size);
      const place = phrase[0]?.start ?? 0;
      const sentence = sentences.around(place);
      const clause = clauses.around(place);
      const said = text.slice(sentence.start, sentence.end).trim();
      // A question says what somebody wonders, not what is.
      if (/[?？]/.test(said.slice(-1))) return [];
      // `Nothing works on my phone` must not pass for `works on my phone`: such an answer would end the escalation.
      if (answer.clientSide && denies(wordsBeside(text, clause, phrase))) return [];
      // `in the app and in the browser` also holds `in the app`: within one statement the longer phrase is meant.
      const key = `${question.id} ${sentence.start}`;
      if (size < (longest.get(key) ?? 0)) return [];
      longest.set(key, size);
      const whole = said.length <= MAX_QUOTE ? said : text.slice(clause.start, clause.end).trim();
      const quote = whole.length <= MAX_QUOTE ? whole : text.slice(place, phrase.at(-1)?.end);
      return [{ questionId: question.id, ask: question.ask, answer: answer.label, quote, message }];
    });
}

/** What the customer has answered already, by question: the last word counts. One pass over the thread. */
export function findAnswers(
  { messages }: Pick<Ticket, 'messages'>,
  questions: readonly Question[],
): Map<string, ThreadAnswer> {
  const found = new Map<string, ThreadAnswer>();
  for (const [index, { role, text }] of messages.entries()) {
    if (role !== 'customer') continue;
    for (const answer of findIn(text.slice(0, MAX_MESSAGE), index + 1, questions))
      found.set(answer.questionId, answer);
  }
  return found;
}
