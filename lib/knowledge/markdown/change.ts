import { stringify } from 'yaml';
import type { ArticleChange } from '@/lib/knowledge/article-change';
import { err } from '@/lib/std/result';
import { readFrontMatter } from './front-matter';

type Add = Extract<ArticleChange, { kind: 'add' }>;
type FlagChange = Extract<ArticleChange, { kind: 'flag' }>;

/** The file with its text replaced; its front matter stays as it was written. */
export function replaceText(file: string, markdown: string): string {
  const { content } = readFrontMatter(file);
  const frontMatter = file.slice(0, file.length - content.length);
  return `${frontMatter}${markdown.trim()}\n`;
}

/** A new article as a file with front matter. */
export function toNewFile({ title, audience, labels, markdown }: Add): string {
  return `---\n${stringify({ title, audience, labels })}---\n\n${markdown.trim()}\n`;
}

/** Where a new article goes: named after its title, and after the key so that it never meets another file. */
export function toNewPath(folder: string, title: string, key: string): string {
  const name = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  const below = folder.replace(/^\/+|\/+$/g, '');
  return `${below && `${below}/`}${name || 'article'}-${key.slice(-6)}.md`;
}

const FLAGS = { wrong: 'is wrong', outdated: 'is outdated', 'missing-step': 'lacks a step' } as const;
const WHERE = {
  'internal-article': 'internal article',
  'public-article': 'public article',
  'internal-tool': 'internal tool',
} as const;

/** A flag as an issue in Markdown. The agent's note is quoted as code, so that it mentions and links nobody. */
export function toFlagIssue({ title, recordId, flag, where, note }: FlagChange, key: string) {
  const fence = '`'.repeat(Math.max(3, ...[...note.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const body = [
    `An agent says that this ${WHERE[where]} ${FLAGS[flag]}.`,
    `File: \`${recordId.replace(/`/g, '')}\``,
    ...(note.trim() ? [`${fence}\n${note.trim()}\n${fence}`] : []),
    toKeyLine(key),
  ].join('\n\n');
  return { title: `“${title}” ${FLAGS[flag]}`.slice(0, 250), body };
}

/** Told in every description that is written, so that a retry finds it. */
export const toKeyLine = (key: string) => `Baton key: \`${key}\``;

/** Title of the commit and of the request that proposes it. */
export const toChangeTitle = ({ kind, title }: ArticleChange) =>
  `${kind === 'add' ? 'Add' : 'Fix'} article: ${title}`.slice(0, 250);

/** The branch a change waits on: named after the key, so that a retry finds it. */
export const toBranch = (key: string) => `baton/${key}`;

/** The answer of a source that can be read without a token and not written. */
export const needsToken = (token: string) =>
  err({ kind: 'unauthorized', message: `Changes need an ${token} in the settings of this source.` } as const);
