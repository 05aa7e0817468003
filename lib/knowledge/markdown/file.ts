import type { Article } from '@/lib/knowledge/article';

/** A Markdown file from wherever it came. */
export interface MarkdownFile {
  /** Becomes the record's id; its folders and name say what it is, e.g. `docs/feature-cards/export.md`. */
  readonly path: string;
  readonly content: string;
  /** Where people read it; empty = nowhere. */
  readonly url: string;
  /** Epoch milliseconds; null = only the file itself may say. */
  readonly updatedAt: number | null;
  /** For files that do not say it themselves. */
  readonly audience: Article['audience'];
}
