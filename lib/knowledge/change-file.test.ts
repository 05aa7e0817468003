import { expect, it } from 'vitest';
import type { ArticleChange } from './article-change';
import { toChangeFile } from './change-file';
import { readFrontMatter } from './markdown/front-matter';

const flag: ArticleChange = {
  kind: 'flag',
  recordId: 'docs/a.md',
  title: 'Größe: “ändern”?\n---',
  url: 'https://docs.example/a',
  flag: 'missing-step',
  where: 'internal-tool',
  note: 'Press Save first.\n',
};

it.each<[string, ArticleChange, Record<string, string>, string]>([
  [
    'a flag',
    flag,
    { id: 'docs/a.md', flag: 'missing-step', where: 'internal-tool', url: 'https://docs.example/a' },
    'Press Save first.',
  ],
  [
    'a fix',
    { kind: 'fix', recordId: 'x: y', title: flag.title, markdown: '# New\n\ntext' },
    { id: 'x: y' },
    '# New\n\ntext',
  ],
  [
    'a new article',
    { kind: 'add', title: flag.title, markdown: '## Issue\n\nx', audience: 'internal', labels: [] },
    { audience: 'internal' },
    '## Issue\n\nx',
  ],
])('%s can be read back', (_, change, facts, content) => {
  const { text } = toChangeFile(change);
  const file = readFrontMatter(text);
  for (const [name, value] of Object.entries({ ...facts, title: flag.title })) {
    expect(file.fields.get(name)).toBe(value);
  }
  expect(file.content.trim()).toBe(content);
});

it.each([
  ['Größe: “ändern”?', 'größe-ändern.md'],
  ['../../etc/passwd', 'etc-passwd.md'],
  ['???', 'article.md'],
  ['x'.repeat(300), `${'x'.repeat(60)}.md`],
])('names the file of %j %s', (title, name) => {
  expect(toChangeFile({ ...flag, title }).name).toBe(name);
});
