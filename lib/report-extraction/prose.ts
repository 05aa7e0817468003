import { splitByRole, tellsChain } from './clauses';
import { tellsFactsOnly } from './fact-sentence';
import { asksOnly, commands, tellsActual, tellsExpected, tellsStep } from './presence';
import { FIELDS, type Field } from './segment';
import { hasCue, type Sentence } from './sentence';

/** Sentences of one field that follow one another. */
export interface Told {
  readonly field: Field;
  readonly sentences: readonly Sentence[];
}

/** The field a sentence of free conversation tells by its own words. */
function fieldOf(sentence: Sentence): Field | 'fact' | null {
  const label = sentence.shapes.has('colon') && sentence.words.length <= 4;
  if (label || hasCue(sentence, 'asking')) return null;
  if (sentence.shapes.has('log')) return 'actual';
  if (tellsFactsOnly(sentence.text)) return 'fact';
  const steps = tellsChain(sentence) || commands(sentence) || sentence.shapes.has('numbered');
  if (steps) return 'steps';
  if (tellsExpected(sentence)) return 'expected';
  // `When I press Save, nothing happens` tells both; what went wrong is what it is said for.
  if (tellsActual(sentence)) return 'actual';
  return tellsStep(sentence) ? 'steps' : null;
}

/** How much a run tells its field: lists and chains before single deeds, what fails before what only appears. */
function worth({ field, sentences }: Told): number {
  const of = (it: Sentence): number => {
    if (field === 'steps') return it.shapes.has('numbered') || tellsChain(it) ? 3 : 1;
    if (field === 'actual') return hasCue(it, 'failure') || hasCue(it, 'negation') ? 3 : 1;
    return 1;
  };
  return Math.max(...sentences.map(of));
}

/** The runs of sentences that tell one field, in order. */
function toRuns(sentences: readonly Sentence[]): Told[] {
  const runs: { field: Field; sentences: Sentence[] }[] = [];
  let open: Field | null = null;
  for (const sentence of sentences) {
    const field = fieldOf(sentence);
    if (field !== null && field !== 'fact' && field === open) runs.at(-1)?.sentences.push(sentence);
    else if (field !== null && field !== 'fact') runs.push({ field, sentences: [sentence] });
    open = field === 'fact' ? null : field;
  }
  return runs;
}

/**
 * What free conversation tells, given as runs between what stands under headings: sentences are cut where they turn from one thing to another, each is taken for what its
 * own words say, and of several runs the one that says most counts. What says nothing by itself is left out.
 */
export function findProse(given: readonly (readonly Sentence[])[]): Partial<Record<Field, Told>> {
  const free = given.map((it) => it.flatMap(splitByRole));
  if (asksOnly(free.flat())) return {};
  const runs = free.flatMap(toRuns);
  const found: Partial<Record<Field, Told>> = {};
  for (const field of FIELDS)
    for (const run of runs) {
      const best = found[field];
      if (run.field === field && (!best || worth(run) > worth(best))) found[field] = run;
    }
  if (!found.actual) addLikely(free.flat(), found);
  return found;
}

/** What tells nothing by its words is most likely what went wrong: the longest run of it. */
function addLikely(pieces: readonly Sentence[], found: Partial<Record<Field, Told>>): void {
  let longest: Sentence[] = [];
  let run: Sentence[] = [];
  for (const it of pieces) {
    const silent = fieldOf(it) === null && it.words.length > 2 && !it.shapes.has('question');
    run = silent ? [...run, it] : [];
    if (run.length > longest.length) longest = run;
  }
  if (longest.length > 0) found.actual = { field: 'actual', sentences: longest };
}
