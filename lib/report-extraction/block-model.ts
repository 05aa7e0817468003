import {
  blockMarks,
  borderFeatures,
  type Layout,
  openingFeatures,
  sentenceFeatures,
  sizeFeatures,
} from './features';
import { type BlockScore, FIELDS } from './segment';
import type { Sentence } from './sentence';

/** Everything said about a text that has a weight: names of features, by where they count. */
export interface Evidence {
  /** Per sentence, counted for every sentence of a block. */
  readonly each: readonly (readonly string[])[];
  /** Per sentence, counted when a block opens with it. */
  readonly opening: readonly (readonly string[])[];
  /** Per sentence, counted when a block opens with it and another stands before. */
  readonly border: readonly (readonly string[])[];
  /** Per sentence, counted once for a block in which any sentence has it. */
  readonly any: readonly (readonly string[])[];
  /** Words up to a sentence. */
  readonly wordsBefore: readonly number[];
  readonly layout: Layout;
}

export function toEvidence(sentences: readonly Sentence[], titleWords: ReadonlySet<string>): Evidence {
  const wordsBefore = [0];
  for (const { words } of sentences) wordsBefore.push((wordsBefore.at(-1) ?? 0) + words.length);
  const paragraphs = sentences.filter(({ gap }, at) => at === 0 || gap === 'paragraph').length;
  const layout: Layout = paragraphs < 3 ? 'few' : 'many';
  return {
    layout,
    each: sentences.map((it) => sentenceFeatures(it, titleWords).map((name) => `e ${name}`)),
    opening: sentences.map((it) => openingFeatures(it, titleWords).map((name) => `o ${name}`)),
    border: sentences.map((it, at) => {
      const before = sentences[at - 1];
      return before ? borderFeatures(before, it, layout).map((name) => `b ${name}`) : [];
    }),
    any: sentences.map((it) => blockMarks(it).map((name) => `a ${name}`)),
    wordsBefore,
  };
}

export function sizeNames({ wordsBefore, layout }: Evidence, from: number, to: number): string[] {
  const words = (wordsBefore[to] ?? 0) - (wordsBefore[from] ?? 0);
  return sizeFeatures(to - from, words, layout).map((name) => `n ${name}`);
}

/** The weights of a feature for steps, actual and expected; undefined when nothing was learned of it. */
export type WeightOf = (name: string) => ArrayLike<number> | undefined;

/** Scores of all blocks of a text, worked out once. */
export function toBlockScore(evidence: Evidence, weightOf: WeightOf): BlockScore {
  const count = evidence.each.length;
  const kinds = FIELDS.length;
  const table = new Float64Array(kinds * count * (count + 1));
  const sum = (names: readonly string[], into: Float64Array) => {
    for (const name of names) {
      const weights = weightOf(name);
      if (weights)
        for (let field = 0; field < kinds; field++) into[field] = (into[field] ?? 0) + (weights[field] ?? 0);
    }
  };
  const each = evidence.each.map((names) => {
    const own = new Float64Array(kinds);
    sum(names, own);
    return own;
  });
  for (let from = 0; from < count; from++) {
    const running = new Float64Array(kinds);
    sum(evidence.opening[from] ?? [], running);
    sum(evidence.border[from] ?? [], running);
    const seen = new Set<string>();
    for (let to = from + 1; to <= count; to++) {
      for (let field = 0; field < kinds; field++)
        running[field] = (running[field] ?? 0) + (each[to - 1]?.[field] ?? 0);
      const fresh = (evidence.any[to - 1] ?? []).filter((name) => !seen.has(name));
      for (const name of fresh) seen.add(name);
      sum(fresh, running);
      const whole = Float64Array.from(running);
      sum(sizeNames(evidence, from, to), whole);
      for (let field = 0; field < kinds; field++)
        table[(field * count + from) * (count + 1) + to] = whole[field] ?? 0;
    }
  }
  return (field, from, to) => table[(field * count + from) * (count + 1) + to] ?? 0;
}
