/**
 * What a word or phrase says about the sentence it stands in. The same kinds in every language, so that what was learned
 * from English reports holds for the others.
 */
export const CUE_KINDS = [
  /** Must, should, is meant to. */
  'duty',
  /** Expected, expectation. */
  'expectation',
  /** I would like, it would be better. */
  'wish',
  /** As before, used to. */
  'before',
  /** Normally, correctly, without error. */
  'normal',
  /** Instead of. */
  'instead',
  /** Not, never, nothing, cannot. */
  'negation',
  /** Error, crash, fails, blank. */
  'failure',
  /** It shows, it appears, I get. */
  'outcome',
  /** Open, click: told to do. */
  'imperative',
  /** Those of them that are hardly anything else: no noun, no word of the trade. */
  'command',
  /** I opened, I clicked. */
  'done',
  /** Opening, clicking. */
  'doing',
  /** When, if, after. */
  'condition',
  /** First, then, next. */
  'sequence',
  /** I, we, my. */
  'self',
  /** You, the user: anybody who may do it. */
  'person',
  /** To reproduce, can be repeated. */
  'reproduction',
  /** As expected: takes the meaning from the words it covers. */
  'neutral',
  /** But, although, yet. */
  'contrast',
  /** How can I: a question about use, no report. */
  'asking',
] as const;

export type CueKind = (typeof CUE_KINDS)[number];

/** The phrases of one language, separated by commas; a star ends a word that may go on. */
export type CueLexicon = Readonly<Record<CueKind, string>>;
