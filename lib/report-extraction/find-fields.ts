import { toBlockScore, toEvidence, type WeightOf } from './block-model';
import type { CueKind } from './cues/cue';
import type { Range } from './find';
import { findSections, type Section } from './headings';
import { tells } from './presence';
import { findProse } from './prose';
import { type Block, FIELDS, type Field, segment } from './segment';
import type { Sentence } from './sentence';

/** What makes a field recognisable, the most telling first. */
const TELLING: Readonly<Record<Field, readonly CueKind[]>> = {
  steps: ['reproduction', 'condition', 'command', 'done', 'imperative', 'doing', 'sequence'],
  actual: ['failure', 'negation', 'outcome'],
  expected: ['expectation', 'duty', 'wish', 'normal', 'before', 'instead'],
};

const MEANING: Readonly<Record<Field, string>> = {
  steps: 'tells what was done',
  actual: 'tells what went wrong',
  expected: 'tells what should be',
};

/** Why a block was taken for its field, with the word that says most. */
function explain(field: Field, given: readonly Sentence[]): string {
  const telling = given.filter((it) => tells(field, [it]));
  const sentences = telling.length > 0 ? telling : given;
  for (const kind of TELLING[field]) {
    for (const { cues, words } of sentences) {
      const cue = cues.find((it) => it.kind === kind);
      if (!cue) continue;
      const quoted = words.slice(cue.at, cue.at + cue.size).map(({ text }) => text);
      return `“${quoted.join(' ')}” ${MEANING[field]}`;
    }
  }
  if (field === 'steps' && sentences.some(({ shapes }) => shapes.has('numbered'))) return 'a numbered list';
  return `${MEANING[field]}, by its place among the other sentences`;
}

/** `sure` when a heading or a sentence inside says so by itself. */
export interface FieldRange extends Range {
  readonly sure: boolean;
}

export type FieldRanges = Partial<Record<Field, FieldRange>>;

/**
 * The parts of one message: what stands under headings first, the rest cut into blocks by what was learned from
 * reports, unless the language is unknown and there are no weights for it. Every field at most once, as one run of
 * sentences.
 */
export function findFields(
  sentences: readonly Sentence[],
  titleWords: ReadonlySet<string>,
  weightOf: WeightOf | null,
): FieldRanges {
  const found: FieldRanges = {};
  const sections = findSections(sentences);
  for (const { field, heading, to, start } of sections) {
    const end = sentences[to - 1]?.end;
    if (!found[field] && end !== undefined && end > start)
      found[field] = { start, end, reason: `under “${heading}”`, sure: true };
  }
  const runs = freeRuns(sentences, sections);
  const free = runs.reduce<readonly Sentence[]>((best, it) => (it.length > best.length ? it : best), []);
  const open = FIELDS.filter((field) => !found[field]);
  if (open.length === 0 || free.length === 0 || !weightOf) return found;
  if (isProse(free)) {
    addProse(runs, open, found);
    return found;
  }
  for (const block of cut(free, titleWords, weightOf, open)) {
    const told = free.slice(block.from, block.to);
    const [first] = told;
    const last = told.at(-1);
    if (first && last)
      found[block.field] = {
        start: first.start,
        end: last.end,
        reason: explain(block.field, told),
        sure: tells(block.field, told),
      };
  }
  for (const field of open) if (!found[field]?.sure) addTelling(field, free, found);
  return found;
}

/** Fewer paragraphs than a form has parts: somebody tells it as it comes. */
function isProse(sentences: readonly Sentence[]): boolean {
  return sentences.filter(({ gap }, at) => at === 0 || gap === 'paragraph').length < FIELDS.length;
}

function addProse(runs: readonly (readonly Sentence[])[], open: readonly Field[], found: FieldRanges): void {
  const prose = findProse(runs);
  for (const field of open) {
    const told = prose[field]?.sentences ?? [];
    const [first] = told;
    const last = told.at(-1);
    if (first && last)
      found[field] = {
        start: first.start,
        end: last.end,
        reason: explain(field, told),
        sure: tells(field, told),
      };
  }
}

/** A field whose block does not tell it, though other sentences do: their first run. What was only likely gives way. */
function addTelling(field: Field, sentences: readonly Sentence[], found: FieldRanges): void {
  const from = sentences.findIndex((it) => tells(field, [it]));
  const [first] = sentences.slice(from);
  if (from < 0 || !first) return;
  let to = from + 1;
  while (to < sentences.length && tells(field, sentences.slice(to, to + 1))) to++;
  const end = sentences[to - 1]?.end ?? first.end;
  const others = FIELDS.filter((other) => other !== field && overlaps(found[other], first.start, end));
  if (others.some((other) => found[other]?.sure)) return;
  for (const other of others) delete found[other];
  found[field] = { start: first.start, end, reason: explain(field, sentences.slice(from, to)), sure: true };
}

function overlaps(range: Range | undefined, start: number, end: number): boolean {
  return range !== undefined && range.start < end && range.end > start;
}

/** The runs of sentences that stand under no heading: what is told never reaches over a section. */
function freeRuns(sentences: readonly Sentence[], sections: readonly Section[]): Sentence[][] {
  const runs: Sentence[][] = [];
  let open = false;
  sentences.forEach((sentence, at) => {
    const isHeading = (it: Section) => at === it.from - 1 && it.start === sentences[it.from]?.start;
    const taken = sections.some((it) => (at >= it.from && at < it.to) || isHeading(it));
    if (!taken && open) runs.at(-1)?.push(sentence);
    else if (!taken) runs.push([sentence]);
    open = !taken;
  });
  return runs;
}

/** Fields that stand under a heading are out of the question for the rest. */
function cut(
  sentences: readonly Sentence[],
  titleWords: ReadonlySet<string>,
  weightOf: WeightOf,
  open: readonly Field[],
): Block[] {
  const score = toBlockScore(toEvidence(sentences, titleWords), weightOf);
  const closed = FIELDS.map((field) => !open.includes(field));
  return segment(sentences.length, (field, from, to) =>
    closed[field] ? Number.NEGATIVE_INFINITY : score(field, from, to),
  );
}
