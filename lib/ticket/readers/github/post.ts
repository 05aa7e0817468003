/** The issue's own text or a comment, wherever on the page it was found. */
export interface Post {
  /** `issuecomment-…` without its word; the issue's own is `description`. */
  readonly id: string;
  readonly author: string;
  readonly html: string;
  readonly at: string;
  /** `MEMBER`, `Owner` …; empty when the page does not say. */
  readonly association: string;
  readonly isBot: boolean;
  /** An event of the timeline, in words. */
  readonly isEvent?: boolean;
}

/** What both sources of the page tell. */
export interface IssuePage {
  readonly title: string;
  readonly state: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly posts: readonly Post[];
  /** True when the page keeps parts of the conversation back. */
  readonly hidesMore: boolean;
}
