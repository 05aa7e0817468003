import type { Root } from 'mdast';

/** Facts that trackers with fields of their own can store as such; every one of them also stands in the body. */
export interface IssueFacts {
  readonly severity: 1 | 2 | 3 | 4;
  readonly priority: 'low' | 'normal' | 'high' | 'urgent';
  /** The part of the system, empty when unknown. */
  readonly part: string;
  /** Local date `YYYY-MM-DD` by which engineering takes it into work; null means at once. */
  readonly takenUpBy: string | null;
  /** Address of the ticket, http(s). */
  readonly ticketUrl: string;
  readonly ticketNumber: string;
}

/**
 * A neutral issue: trackers know nothing of escalations. The body is a syntax tree, so that text written by a
 * customer stays text in whatever markup the tracker speaks; `key` also stands in the body's last line.
 */
export interface NewIssue {
  readonly title: string;
  readonly body: Root;
  readonly facts: IssueFacts;
}

/** An issue that exists. `id` is the API's id, `key` what people say, e.g. `APP-12` or `#12`. */
export interface IssueRef {
  readonly id: string;
  readonly key: string;
  readonly url: string;
}

/** What the tracker says about an issue now. */
export interface IssueState {
  readonly ref: IssueRef;
  readonly title: string;
  /** The tracker's own word, e.g. `In Progress`. */
  readonly status: string;
  readonly closed: boolean;
  readonly assignee: string;
  /** Local date `YYYY-MM-DD` or empty. */
  readonly dueDate: string;
  /** Epoch milliseconds. */
  readonly updatedAt: number;
}

export interface IssueFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Blob;
}
