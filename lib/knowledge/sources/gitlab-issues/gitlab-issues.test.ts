// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { describeSource } from '@/tests/contracts/source-contract';
import { readOn } from '@/tests/contracts/source-replica';
import { fakeGitLab } from './fixtures/fake-gitlab';
import { gitlabIssues } from './gitlab-issues';

const config = { url: 'https://gitlab.example', project: 'acme/app', token: 'glpat-0123456789', labels: '' };

describeSource({
  source: gitlabIssues,
  config,
  secret: config.token,
  many: 250,
  start: () => fakeGitLab(config.token),
});

const contextOf = (fetch: typeof globalThis.fetch, more: Partial<typeof config> = {}) => ({
  config: { ...config, ...more },
  fetch,
  signal: new AbortController().signal,
  now: () => Date.UTC(2026, 10, 22),
});
const readOne = async (fields: Record<string, unknown>) => {
  const server = fakeGitLab(config.token);
  server.set(12, fields);
  const { pages } = await readOn(gitlabIssues, null, contextOf(server.fetch));
  return pages.flatMap((page) => page.put)[0];
};

describe('known bugs of GitLab', () => {
  it('gives the expected record of the documented issue', async () => {
    const text =
      'The exported file has no pages.\n\n## Workaround\n\nUse the **web** export.\n\n## Customer reply\n\nWe know of it and are on it.';
    expect(await readOne({})).toEqual({
      kind: 'known-bug',
      id: '12',
      key: '#12',
      title: 'Invoice PDF is blank — Grüße ✅',
      text,
      body: { format: 'markdown', content: text },
      status: 'in-progress',
      statusText: 'in review',
      parts: ['Billing'],
      versions: ['v5.3'],
      fixedIn: ['5.4'],
      signatures: [],
      workaround: 'Use the **web** export.',
      reply: 'We know of it and are on it.',
      reports: [],
      reportCount: 4,
      organizations: [],
      url: 'https://gitlab.example/acme/app/-/issues/12',
      createdAt: Date.UTC(2026, 0, 5, 8, 0, 0, 512),
      updatedAt: Date.UTC(2026, 0, 7, 9, 30, 1, 176),
      issue: null,
    });
  });

  it.each([
    ['opened', [], 'open', 'open'],
    ['closed', [], 'fixed', 'closed'],
    ['closed', ['wontfix'], 'closed', 'closed'],
    ['opened', ['status::doing'], 'in-progress', 'doing'],
  ])('%s with %j means %s', async (state, labels, status, statusText) => {
    expect(await readOne({ state, labels })).toMatchObject({ status, statusText });
  });

  it('asks for all issues, not those of the account, and for the labels of the settings', async () => {
    const server = fakeGitLab(config.token);
    await readOn(gitlabIssues, null, contextOf(server.fetch, { labels: 'bug' }));
    expect(server.asked[0]?.search).toContain('scope=all&order_by=updated_at&sort=asc');
    expect(server.asked[0]?.searchParams.get('labels')).toBe('bug');
  });

  it('gives pages below a path and for a project known by number', async () => {
    const answer = async (input: RequestInfo | URL) => {
      expect(String(input)).toMatch(/^https:\/\/git\.example\/lab\/api\/v4\/projects\/4\/issues\?/);
      return Response.json([{ iid: 3, title: 'x', state: 'opened', created_at: '', updated_at: '' }]);
    };
    const { pages } = await readOn(
      gitlabIssues,
      null,
      contextOf(answer, { url: 'https://git.example/lab/', project: '4' }),
    );
    expect(pages[0]?.put).toMatchObject([
      { url: 'https://git.example/lab/projects/4/-/issues/3', updatedAt: null },
    ]);
  });
});
