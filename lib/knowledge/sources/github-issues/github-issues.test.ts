// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { describeSource } from '@/tests/contracts/source-contract';
import { readOn } from '@/tests/contracts/source-replica';
import { fakeGitHub } from './fixtures/fake-github';
import recorded from './fixtures/issues.json';
import { githubIssues } from './github-issues';

const config = {
  repository: 'acme/app',
  token: 'github_pat_0123456789',
  labels: '',
  url: 'https://api.github.com',
};

describeSource({
  source: githubIssues,
  config,
  secret: config.token,
  many: 150,
  start: () => fakeGitHub(config.token),
});

const contextOf = (fetch: typeof globalThis.fetch, more: Partial<typeof config> = {}) => ({
  config: { ...config, ...more },
  fetch,
  signal: new AbortController().signal,
  now: () => Date.UTC(2026, 10, 22),
});
const readOne = async (fields: Record<string, unknown>) => {
  const server = fakeGitHub(config.token);
  server.set(12, fields);
  const { pages } = await readOn(githubIssues, null, contextOf(server.fetch));
  return pages.flatMap((page) => page.put)[0];
};

describe('known bugs of GitHub', () => {
  it('gives the expected record of the documented issue, and none of a pull request', async () => {
    const server = fakeGitHub(config.token);
    for (const issue of recorded) server.set(issue.number, issue);
    const { pages } = await readOn(githubIssues, null, contextOf(server.fetch));
    const body =
      '\r\n### What happens\r\n\r\nThe exported file has no pages.\r\n\r\n### Error code\r\n\r\n```\r\nE-1207\r\nINV_PDF\r\n```\r\n\r\n### Workaround\r\n\r\nUse the **web** export.\r\n\r\n### Version\r\n\r\n5.3\r\n\r\n### Customer reply\r\n\r\n_No response_';
    expect(pages.flatMap((page) => page.put)).toEqual([
      {
        kind: 'known-bug',
        id: '12',
        key: '#12',
        title: 'Invoice PDF is blank — Grüße ✅',
        text: body.replaceAll('\r', '').trim(),
        body: { format: 'markdown', content: body },
        status: 'fixed',
        statusText: 'completed',
        parts: ['Billing'],
        versions: ['5.3'],
        fixedIn: ['5.4'],
        signatures: ['E-1207', 'INV_PDF'],
        workaround: 'Use the **web** export.',
        reply: '',
        reports: [],
        reportCount: 4,
        organizations: [],
        url: 'https://github.com/acme/app/issues/12',
        createdAt: Date.UTC(2026, 0, 5, 8),
        updatedAt: Date.UTC(2026, 0, 7, 9, 30, 1),
        issue: null,
      },
    ]);
  });

  it.each([
    ['open', null, [], 'open'],
    ['open', 'reopened', ['status: in progress'], 'in-progress'],
    ['closed', 'completed', ['wontfix'], 'fixed'],
    ['closed', 'not_planned', [], 'closed'],
    ['closed', 'duplicate', [], 'closed'],
    ['closed', null, ['wontfix'], 'closed'],
    ['closed', null, ['latest-testing'], 'fixed'],
    ['open', null, ['latest-testing'], 'open'],
  ])('%s, %s, %j means %s', async (state, state_reason, labels, status) => {
    expect(await readOne({ state, state_reason, labels })).toMatchObject({ status });
  });

  it('takes labels as parts and versions', async () => {
    expect(await readOne({ labels: ['bug', 'P1', 'export', 'v5.2', { name: 'pdf' }] })).toMatchObject({
      parts: ['export', 'pdf'],
      versions: ['5.3', 'v5.2'].toReversed(),
    });
    expect(await readOne({ labels: ['component/Export', 'pdf'] })).toMatchObject({ parts: ['Export'] });
  });

  it('asks for the labels of the settings, and waits when no requests are left', async () => {
    const server = fakeGitHub(config.token);
    await readOn(githubIssues, null, contextOf(server.fetch, { labels: ' bug , known issue' }));
    expect(server.asked[0]?.searchParams.get('labels')).toBe('bug,known issue');
    const spent = async () =>
      new Response('{"message":"API rate limit exceeded"}', {
        status: 403,
        headers: {
          'content-type': 'application/json',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Date.UTC(2026, 10, 22, 0, 30) / 1000),
        },
      });
    const { error } = await readOn(githubIssues, null, contextOf(spent));
    expect(error).toMatchObject({ kind: 'rate-limited', retryAfterMs: 30 * 60_000 });
  });

  it('knows GitHub Enterprise Server', () => {
    const enterprise = { ...config, url: 'https://github.example/api/v3' };
    expect(githubIssues.hosts(enterprise)).toEqual(['https://github.example/*']);
    expect(githubIssues.place(enterprise)).toBe('acme/app on github.example');
    expect(githubIssues.place(config)).toBe('acme/app');
  });
});
