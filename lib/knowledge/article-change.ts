export const FLAGS = ['wrong', 'outdated', 'missing-step'] as const;
export type Flag = (typeof FLAGS)[number];

/** What an agent wants changed in the knowledge base. Markdown throughout; the adapter turns it into its own markup. */
export type ArticleChange =
  /** `where`: which of the three things the agent tripped over. */
  | {
      readonly kind: 'flag';
      readonly recordId: string;
      readonly title: string;
      readonly url: string;
      readonly flag: Flag;
      readonly where: 'internal-article' | 'public-article' | 'internal-tool';
      readonly note: string;
    }
  | { readonly kind: 'fix'; readonly recordId: string; readonly title: string; readonly markdown: string }
  /** Knowledge-centered service: issue, environment, cause, resolution as sections of `markdown`. */
  | {
      readonly kind: 'add';
      readonly title: string;
      readonly markdown: string;
      readonly audience: 'internal' | 'public';
      readonly labels: readonly string[];
    };
