/** Where something was found, and why it was taken for what it is. */
export interface Source {
  /** Index into the messages; -1 is the subject. */
  readonly message: number;
  /** Characters of that text, `end` not included. */
  readonly start: number;
  readonly end: number;
  /** For the agent, in words. */
  readonly reason: string;
}

/** A piece of the ticket: `value` is exactly what stands at its source. */
export interface Find {
  readonly value: string;
  readonly source: Source;
}

/** A find within one text, before it is known which. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** Leaves out ranges that lie inside another or begin inside one found earlier. */
export function withoutOverlaps(ranges: readonly Range[]): Range[] {
  const kept: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (range.end > range.start && (!last || range.start >= last.end)) kept.push(range);
  }
  return kept;
}
