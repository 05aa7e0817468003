/** A report, ticket or comment linked to a known bug: its words lead to the bug. */
export interface LinkedText {
  readonly title: string;
  readonly text: string;
}

/** What the index takes in: a known bug, an article or a feature card, as plain data. */
export interface SearchRecord {
  /** Unique over all sources; the caller builds it, the index gives it back. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Error codes, exception names, messages that the source itself calls an error signature. */
  readonly signatures?: readonly string[];
  /** Parts, components, products. */
  readonly parts?: readonly string[];
  readonly versions?: readonly string[];
  /** Milliseconds since 1970 when it was last seen to happen, else created. Without it age says nothing. */
  readonly at?: number;
  readonly linked?: readonly LinkedText[];
  /** How many reports are linked, where the source counts more than it hands out; at least `linked.length`. */
  readonly linkedCount?: number;
  /** What results can be narrowed by, in the caller's own words: `kind:article`, `source:jira-1`, `status:open`. */
  readonly labels?: readonly string[];
}

/** The open ticket, or what somebody typed (`body` empty). */
export interface SearchQuery {
  readonly title: string;
  readonly body?: string;
  /** The last word of the title may be unfinished: it is also found by its beginning. */
  readonly typing?: true;
  /** The parts the ticket is filed under. */
  readonly parts?: readonly string[];
  readonly version?: string;
  /** Milliseconds since 1970 the age of a record is counted from; without it age is left out. */
  readonly now?: number;
}

/** Where words stand in the record, in UTF-16 units. */
export interface TextRange {
  readonly field: 'title' | 'text';
  readonly start: number;
  readonly end: number;
}

export type ReasonKind = 'same error code' | 'same page' | 'same part' | 'same version' | 'rare words';

/** Why a record was found, as data: the screen words it and marks the ranges. */
export interface Reason {
  readonly kind: ReasonKind;
  /** What both have in common, as the record writes it; the most telling first. */
  readonly words: readonly string[];
  /** Empty where it comes from a field that is not shown (parts, versions, linked reports). */
  readonly ranges: readonly TextRange[];
}

export interface Match {
  readonly id: string;
  /** Orders the matches of one query; not comparable between queries. */
  readonly score: number;
  /** 0…1, comparable between queries: how much of what the ticket says was found in the record. */
  readonly strength: number;
  readonly reasons: readonly Reason[];
}

/** Narrows what is found or listed. */
export interface SearchFilter {
  /** Every group must be met, by any of its labels; an empty group is met by none. */
  readonly labels: readonly (readonly string[])[];
  /** Milliseconds since 1970; leaves out records whose `at` is older, and those that have none. */
  readonly since?: number;
}
