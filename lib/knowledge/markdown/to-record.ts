import type { KnowledgeRecord } from '@/lib/knowledge/knowledge-record';
import { toBody, toLine, toLines, toMoment, toTitle } from '@/lib/knowledge/text/foreign-text';
import { markdownToCard } from './card';
import type { MarkdownFile } from './file';
import { type FrontMatter, fieldValue, fieldValues, readFrontMatter } from './front-matter';
import { splitSections } from './lines';
import { markdownToText } from './text';

/** Both may be there: a file whose front matter is broken keeps its text, and the problem is told. */
export interface MarkdownRecord {
  readonly record: KnowledgeRecord;
  /** In words, without the file's text; null = all is well. */
  readonly problem: string | null;
}

const CARD = /^feature[ _-]?cards?$/i;

/** A file is a card by its front matter (`type: feature-card`), its folder (`feature-cards/`) or its name (`x.feature-card.md`). */
function isCard({ fields }: FrontMatter, path: string): boolean {
  const type = fieldValue(fields, 'type', 'kind');
  if (type) return CARD.test(type);
  return path.split(/[/.]/).some((part) => CARD.test(part));
}

/** What a file is called that has neither a title nor a heading: `reset-password.md` → `reset password`. */
function toNameTitle(path: string): string {
  const name = path.split('/').at(-1) ?? '';
  return (
    toTitle(name.replace(/\.(md|markdown|mdx)$/i, '').replace(/[_-]+/g, ' ')) || toTitle(path) || 'Untitled'
  );
}

/** The title a Markdown file gives itself, else its first heading, else its name. */
function titleOf({ fields, content }: FrontMatter, path: string): string {
  const own = toTitle(fieldValue(fields, 'title', 'name'));
  if (own) return own;
  const heading = splitSections(content.slice(0, 50_000)).find((section) => section.heading !== '')?.heading;
  return toTitle(markdownToText(heading ?? '')) || toNameTitle(path);
}

/** An article or a feature card from a Markdown file with or without front matter. */
export function markdownToRecord(file: MarkdownFile): MarkdownRecord {
  const front = readFrontMatter(file.content);
  const title = titleOf(front, file.path);
  const problem = front.problem && `${front.problem}; its text was taken without it`;
  if (isCard(front, file.path)) return { record: markdownToCard(front, title, file), problem };
  const { fields, content } = front;
  const audience = fieldValue(fields, 'audience').toLowerCase();
  return {
    problem,
    record: {
      kind: 'article',
      id: file.path,
      title,
      text: markdownToText(content),
      body: toBody('markdown', content),
      labels: toLines(fieldValues(fields, 'labels', 'tags', 'categories', 'keywords')),
      audience: audience === 'public' || audience === 'internal' ? audience : file.audience,
      owner: toLine(fieldValue(fields, 'owner', 'author', 'maintainer')),
      verifiedAt: toMoment(fieldValue(fields, 'verified', 'verifiedAt', 'lastVerified', 'reviewed')),
      url: file.url,
      createdAt: toMoment(fieldValue(fields, 'created', 'createdAt')),
      updatedAt:
        file.updatedAt ?? toMoment(fieldValue(fields, 'updated', 'updatedAt', 'date', 'lastModified')),
    },
  };
}
