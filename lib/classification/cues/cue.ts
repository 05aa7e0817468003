/** What a word or phrase says about how badly work is hit, or about how many are. The same kinds in every language. */
export const CUE_KINDS = [
  /** The product as a whole, or its mail. */
  'core',
  /** A part of it: a section, a function, a button. */
  'part',
  /** What a template or a page looks like when it is right. */
  'layout',
  /** Not, never, nobody. */
  'not',
  /** What the product does for people: open, load, save. With `not` it fails. */
  'act',
  /** Getting in. */
  'enter',
  /** Letters and messages getting through. */
  'deliver',
  /** Fails by itself, without a `not`. */
  'fails',
  /** Locked out. */
  'out',
  /** Work stands still. */
  'stands',
  /** An error is shown. */
  'error',
  /** Wrong or shaky, but it goes on. */
  'flaw',
  /** Now and then. */
  'rare',
  /** There is a way round it. */
  'anyway',
  /** The result is there; softens after a `contrast`. */
  'done',
  /** But, although. */
  'contrast',
  /** Looks and comfort. */
  'look',
  /** Pretty, handy; with `not` it is about looks and comfort. */
  'nice',
  /** Words that do not go with a low level. */
  'alarm',
  /** The requester alone. */
  'onlyMe',
  /** People of the requester's own organization. */
  'ours',
  /** More than one of them. */
  'many',
  /** People of other organizations. */
  'others',
  /** They have it as well. */
  'too',
  /** With them it works. */
  'fine',
] as const;

export type CueKind = (typeof CUE_KINDS)[number];

/** The phrases of one language, separated by commas; a star ends a word that may go on. */
export type Cues = Readonly<Record<CueKind, string>>;
