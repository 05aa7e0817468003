// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { CARD_QUESTIONS, countAnswers } from '@/lib/knowledge/feature-card';
import { KnowledgeRecordSchema } from '@/lib/knowledge/knowledge-record';
import type { MarkdownFile } from './file';
import { markdownToRecord } from './to-record';

const fileOf = (content: string, more: Partial<MarkdownFile> = {}): MarkdownFile => ({
  path: 'docs/reset-password.md',
  content,
  url: 'https://git.example/docs/reset-password.md',
  updatedAt: null,
  audience: 'internal',
  ...more,
});
const read = (content: string, more?: Partial<MarkdownFile>) => {
  const { record, problem } = markdownToRecord(fileOf(content, more));
  expect(KnowledgeRecordSchema.safeParse(record).error?.issues).toBeUndefined();
  return { record, problem };
};
const cardOf = (content: string, path = 'feature-cards/export.md') => {
  const { record } = read(content, { path });
  if (record.kind !== 'feature-card') throw new Error(record.kind);
  return record;
};

describe('markdownToRecord: articles', () => {
  it('takes what the front matter says', () => {
    const { record, problem } = read(
      '---\ntitle: Reset a password\nlabels: [login, sso]\naudience: public\nowner: Ada Birch\nverified: 2026-10-01\nupdated: 2026-10-02T08:00:00Z\n---\n# Steps\n\nOpen **Settings**.',
    );
    expect(problem).toBeNull();
    expect(record).toEqual({
      kind: 'article',
      id: 'docs/reset-password.md',
      title: 'Reset a password',
      text: 'Steps\n\nOpen Settings.',
      body: { format: 'markdown', content: '# Steps\n\nOpen **Settings**.' },
      labels: ['login', 'sso'],
      audience: 'public',
      owner: 'Ada Birch',
      verifiedAt: Date.UTC(2026, 9, 1),
      url: 'https://git.example/docs/reset-password.md',
      createdAt: null,
      updatedAt: Date.UTC(2026, 9, 2, 8),
    });
  });

  it('is named by its heading, else by its file', () => {
    expect(read('intro\n\nHow `to` *reset*\n===\n').record.title).toBe('How to reset');
    expect(read('only text').record.title).toBe('reset password');
    expect(read('').record.title).toBe('reset password');
    expect(read('---\ntitle: "\\u202E \\u200B"\n---\n# \u200B\n', { path: '__.md' }).record.title).toBe(
      '__.md',
    );
  });

  it('keeps the text below broken front matter, internal, and tells', () => {
    const { record, problem } = read('---\naudience: [public\n---\n# Steps\nOpen it.');
    expect(record).toMatchObject({ title: 'Steps', text: 'Steps\nOpen it.', audience: 'internal' });
    expect(problem).toMatch(/no valid YAML.*its text was taken/);
  });

  it('leaves scripts out of the text and keeps hostile names harmless', () => {
    const { record } = read(
      '---\n__proto__: {audience: public}\nconstructor: 1\ntitle: <script>alert(1)</script>\n---\n<script>alert(2)</script>\nok',
    );
    expect(record).toMatchObject({ title: '<script>alert(1)</script>', text: 'ok', audience: 'internal' });
  });
});

describe('markdownToRecord: feature cards', () => {
  const QUESTIONS = [
    'What is the name of the feature?',
    'What’s the goal behind this feature?',
    'Who is its ideal audience?',
    'Where can it be found?',
    'What does it look like?',
    'How do you turn it off?',
    'Can you access debug logs?',
    'How can this feature go wrong?',
    'When it does go wrong, what needs to be collected?',
    'Are there any known issues?',
    'What are some of the tradeoffs you had to make for technical reasons?',
  ];

  it('finds the answers under the eleven questions', () => {
    const card = cardOf(
      `# Export\n\n${QUESTIONS.map((question, n) => `## ${n + 1}. **${question}**\n\nAnswer ${n}`).join('\n\n')}`,
    );
    expect(countAnswers(card)).toBe(11);
    for (const [n, question] of CARD_QUESTIONS.entries()) expect(card.answers[question]).toBe(`Answer ${n}`);
  });

  it('is a card by type, folder or name, and an article when it says so', () => {
    expect(read('---\ntype: Feature card\n---\n').record.kind).toBe('feature-card');
    expect(read('', { path: 'a/feature-cards/b.md' }).record.kind).toBe('feature-card');
    expect(read('', { path: 'export.feature-card.md' }).record.kind).toBe('feature-card');
    expect(read('---\ntype: article\n---\n', { path: 'feature-cards/readme.md' }).record.kind).toBe(
      'article',
    );
  });

  it('takes short headings, subsections, fields and links', () => {
    const card = cardOf(
      [
        '---',
        'name: Bulk export',
        'aliases: [mass download]',
        'released: 2026-09-01',
        'turn_off: The flag `bulk`.',
        'links: [{label: Recording, url: "https://video.example/1"}, Notes: "https://notes.example", "javascript:alert(1)"]',
        '---',
        'Lets people download everything.',
        '## What to collect',
        '- the job number',
        '### On Windows',
        'the log, see [guide](https://docs.example/guide)',
        '## Known issues',
        '',
      ].join('\n'),
    );
    expect(card).toMatchObject({
      title: 'Bulk export',
      aliases: ['mass download'],
      releasedAt: Date.UTC(2026, 8, 1),
      links: [
        { label: 'Recording', url: 'https://video.example/1' },
        { label: 'Notes', url: 'https://notes.example/' },
        { label: 'guide', url: 'https://docs.example/guide' },
      ],
    });
    expect(card.answers).toMatchObject({
      name: 'Bulk export',
      goal: 'Lets people download everything.',
      turnOff: 'The flag `bulk`.',
      collect: '- the job number\n\nOn Windows\nthe log, see guide',
      knownIssues: '',
    });
    expect(countAnswers(card)).toBe(4);
  });
});
