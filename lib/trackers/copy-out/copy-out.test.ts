import type { RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { NewIssue } from '@/lib/trackers/new-issue';
import { toClipboardText, toGitHubNewIssueUrl, toMarkdownFile } from './copy-out';

const KEY = 'baton0123456789abcdef0123';
const paragraph = (value: string): RootContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
});
const heading = (value: string): RootContent => ({
  type: 'heading',
  depth: 3,
  children: [{ type: 'text', value }],
});
const issueOf = (...children: RootContent[]): NewIssue => ({
  title: 'Saving stops for @everyone & #1',
  body: { type: 'root', children },
  facts: {
    severity: 3,
    priority: 'high',
    part: '',
    takenUpBy: null,
    ticketUrl: 'https://desk.example/1',
    ticketNumber: 'REQ/48 211',
  },
});
const bodyOf = (url: string) => new URL(url).searchParams.get('body') ?? '';

describe('copy out', () => {
  it('gives a file named after the ticket, title first, key last', () => {
    const file = toMarkdownFile(issueOf(paragraph('It stops.')), KEY);
    expect(file).toEqual({
      name: 'escalation-REQ48211.md',
      text: `# Saving stops for \`@everyone\` & \`#1\`\n\nIt stops.\n\nBaton key: \`${KEY}\`\n`,
    });
    expect(toClipboardText(issueOf(paragraph('It stops.')), KEY)).toBe(file.text);
    const nameless = issueOf();
    expect(toMarkdownFile({ ...nameless, facts: { ...nameless.facts, ticketNumber: '../' } }, KEY).name).toBe(
      `escalation-${KEY}.md`,
    );
  });

  it('fills in GitHub’s form', () => {
    const form = toGitHubNewIssueUrl(
      issueOf(paragraph('It stops.')),
      KEY,
      'https://github.com/acme/app.git/issues',
    );
    expect(form?.shortened).toBe(false);
    const url = new URL(form?.url ?? '');
    expect(url.origin + url.pathname).toBe('https://github.com/acme/app/issues/new');
    expect(url.searchParams.get('title')).toBe('Saving stops for @everyone & #1');
    expect(bodyOf(url.href)).toContain(KEY);
  });

  it('ends a long body between two blocks, says so and keeps the key', () => {
    const long = issueOf(paragraph('first'), heading('Steps'), paragraph('ж'.repeat(900)), heading('Error'), {
      type: 'code',
      value: 'x'.repeat(5_000),
    });
    const form = toGitHubNewIssueUrl(long, KEY, 'https://github.com/acme/app');
    expect(form?.shortened).toBe(true);
    expect(form?.url.length).toBeLessThanOrEqual(8_000);
    const body = bodyOf(form?.url ?? '');
    expect(body).toContain('ж'.repeat(900));
    expect(body).not.toContain('Error');
    expect(body).toMatch(
      new RegExp(`_Shortened: the full text is on the clipboard\\._\\n\\nBaton key: \`${KEY}\``),
    );

    const huge = toGitHubNewIssueUrl(
      issueOf(paragraph('ж'.repeat(9_000))),
      KEY,
      'https://github.com/acme/app',
    );
    expect(bodyOf(huge?.url ?? '')).toContain(KEY);
    expect(huge?.url.length).toBeLessThanOrEqual(8_000);
  });

  it.each([
    '',
    'github.com/acme/app',
    'https://github.com/acme',
    'javascript:alert(1)',
    'https://github.com/a b/c',
  ])('refuses %j', (address) => expect(toGitHubNewIssueUrl(issueOf(), KEY, address)).toBe(null));
});
