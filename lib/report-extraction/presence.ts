import { tellsChain } from './clauses';
import type { CueKind } from './cues/cue';
import { findSections, isBareHeading } from './headings';
import type { Field } from './segment';
import { hasCue, type Sentence } from './sentence';

/** Whether one sentence tells what should be, by its own words. */
export function tellsExpected(sentence: Sentence): boolean {
  if (sentence.shapes.has('log') || sentence.shapes.has('code')) return false;
  if (hasCue(sentence, 'expectation') || hasCue(sentence, 'wish')) return !sentence.shapes.has('question');
  return hasCue(sentence, 'duty') || tellsHabit(sentence);
}

/** `Works correctly.` says nothing of how it was. */
const LEAST_WORDS = 4;
const HABITS: readonly CueKind[] = ['before', 'normal'];
const NO_HABIT: readonly CueKind[] = ['failure', 'negation', 'contrast'];
const DEEDS: readonly CueKind[] = ['done', 'doing', 'imperative'];

/** `Usually it is there at once`, `Before the update it logged us in`: how it was, and nothing that fails. */
function tellsHabit({ cues, words, shapes }: Sentence): boolean {
  if (words.length < LEAST_WORDS || shapes.has('question')) return false;
  const opening = cues.find(({ kind, at }) => HABITS.includes(kind) && at === 0);
  if (!opening) return false;
  // `Before I press Save`: not how it was, but when.
  const subject = cues.some(({ kind, at }) => kind === 'self' && at === opening.size) ? 1 : 0;
  const isDeed = (kind: CueKind, at: number) => DEEDS.includes(kind) && at === opening.size + subject;
  return !cues.some(({ kind, at }) => NO_HABIT.includes(kind) || isDeed(kind, at));
}

/** A cue of one kind that follows one of another within some words. */
function follows(
  sentence: Sentence,
  first: readonly CueKind[],
  then: readonly CueKind[],
  within: number,
): boolean {
  const ends = sentence.cues.filter(({ kind }) => first.includes(kind)).map(({ at, size }) => at + size);
  const starts = sentence.cues.filter(({ kind }) => then.includes(kind)).map(({ at }) => at);
  return ends.some((end) => starts.some((start) => start >= end && start - end < within));
}

/** A list entry, or a sentence, that begins with a verb one does: `1. Open the page`. A word or two alone may be a label. */
function tellsToDo(sentence: Sentence, at: number): boolean {
  return sentence.words.length >= 3 && sentence.cues.some((cue) => cue.kind === 'imperative' && cue.at <= at);
}

function isEmptyHeading({ shapes, words }: Sentence): boolean {
  return shapes.has('colon') && words.length <= 4;
}

const FAILING = new Set<CueKind>(['failure', 'negation', 'outcome']);

/** `Open the page, then press Save`: begins with a verb one does, and says what to do it with. */
export function commands(sentence: Sentence): boolean {
  const { words, shapes } = sentence;
  if (words.length < 3 || shapes.has('log') || shapes.has('code') || shapes.has('question')) return false;
  const opens = (kind: CueKind, place: number) =>
    sentence.cues.some((it) => it.kind === kind && it.at === place);
  const verb = opens('command', 0) || (opens('command', 1) && opens('sequence', 0));
  // `Export fails at 42 %`: a noun.
  const failing = sentence.cues.some(({ kind, at }) => FAILING.has(kind) && at === 1);
  return verb && !failing && !hasCue(sentence, 'wish') && !hasCue(sentence, 'duty');
}

/** Whether one sentence tells something a person did or is to do. */
export function tellsStep(sentence: Sentence): boolean {
  const { shapes } = sentence;
  if (shapes.has('log') || shapes.has('code')) return false;
  if (shapes.has('numbered') || (shapes.has('bullet') && tellsToDo(sentence, 2))) return true;
  if (hasCue(sentence, 'reproduction') && !isEmptyHeading(sentence)) return true;
  if (shapes.has('arrow')) return true;
  if (follows(sentence, ['condition'], ['doing'], 2)) return true;
  if (follows(sentence, ['condition'], ['self'], 2) && follows(sentence, ['self'], ['imperative', 'done'], 3))
    return true;
  if (
    follows(sentence, ['condition'], ['person'], 3) &&
    follows(sentence, ['person'], ['imperative', 'done'], 3)
  )
    return true;
  return false;
}

/** Whether one sentence tells what goes wrong. */
export function tellsActual(sentence: Sentence): boolean {
  return hasCue(sentence, 'failure') || hasCue(sentence, 'negation') || hasCue(sentence, 'outcome');
}

const TELLS: Readonly<Record<Field, (sentence: Sentence) => boolean>> = {
  steps: tellsStep,
  actual: tellsActual,
  expected: tellsExpected,
};

/** Whether any of the sentences tells the field by its own words. Of deeds told in the past it takes two. */
export function tells(field: Field, sentences: readonly Sentence[]): boolean {
  if (sentences.some(TELLS[field])) return true;
  if (field !== 'steps') return false;
  if (sentences.some(tellsChain)) return true;
  const narrated = sentences.filter((it) => !it.shapes.has('code') && follows(it, ['self'], ['done'], 2));
  return sentences.some(commands) || narrated.length >= 2;
}

/**
 * A question of use: `How do I change the language? I cannot find it in the settings.` That something was looked for in
 * vain is no failure of the product.
 */
export function asksOnly(sentences: readonly Sentence[]): boolean {
  return (
    sentences.some((it) => hasCue(it, 'asking')) &&
    !sentences.some((it) => hasCue(it, 'failure') || hasCue(it, 'outcome') || hasCue(it, 'duty'))
  );
}

export type Presence = Readonly<Record<Field, boolean>>;

/** Which of the three parts the sentences tell. */
export function findPresence(sentences: readonly Sentence[]): Presence {
  const sections = findSections(sentences);
  const told = sentences.filter((it) => !isBareHeading(it));
  const asks = asksOnly(told);
  const isTold = (field: Field) => sections.some((it) => it.field === field) || (!asks && tells(field, told));
  return { steps: isTold('steps'), actual: isTold('actual'), expected: isTold('expected') };
}
