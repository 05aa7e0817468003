import { stringify } from 'yaml';
import { cleanLine } from '@/lib/std/text';
import type { ArticleChange } from './article-change';
import { toNewFile } from './markdown/change';

/** Letters and digits of any language, because titles are; short enough for every disk. */
const toFileName = (title: string): string =>
  cleanLine(title)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '') || 'article';

function toText(change: ArticleChange): string {
  if (change.kind === 'add') return toNewFile(change);
  const { title, recordId: id } = change;
  const facts =
    change.kind === 'fix'
      ? { title, id }
      : { title, id, ...(change.url ? { url: change.url } : {}), flag: change.flag, where: change.where };
  const content = change.kind === 'fix' ? change.markdown : change.note;
  return `---\n${stringify(facts)}---\n\n${content.trim()}\n`;
}

/** The change as a Markdown file with front matter: shown before it leaves, and handed out where the source is only read. */
export function toChangeFile(change: ArticleChange): { readonly name: string; readonly text: string } {
  return { name: `${toFileName(change.title)}.md`, text: toText(change) };
}
