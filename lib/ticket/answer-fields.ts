import * as v from 'valibot';

/** What is only shown may be missing or of any type: `toLine` and its sisters take it as it comes. */
export const loose = v.optional(v.unknown());

/** For desks that write ids as strings in some places and as numbers in others. */
export const scalar = v.custom<string | number>(
  (value) => typeof value === 'string' || Number.isFinite(value),
);
