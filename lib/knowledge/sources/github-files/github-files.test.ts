// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { ArticleChange } from '@/lib/knowledge/article-change';
import { describeSource } from '@/tests/contracts/source-contract';
import { Replica, readOn } from '@/tests/contracts/source-replica';
import type { GitHubFilesConfig } from './config';
import { fakeGitHub } from './fixtures/fake-github';
import { gitHubFiles } from './github-files';

const config: GitHubFilesConfig = {
  url: 'https://github.com',
  repository: 'acme/handbook',
  branch: '',
  folder: 'docs',
  audience: 'internal',
  token: 'github_pat_0123456789',
};
const KEY = 'baton0123456789abcdef';
const contextOf = (fetch: typeof globalThis.fetch, more: Partial<GitHubFilesConfig> = {}) => ({
  config: { ...config, ...more },
  fetch,
  signal: new AbortController().signal,
  now: () => 0,
});
const read = (
  server: { fetch: typeof fetch },
  cursor: string | null = null,
  more?: Partial<GitHubFilesConfig>,
) => readOn(gitHubFiles, cursor, contextOf(server.fetch, more));
const idsOf = ({ pages }: Awaited<ReturnType<typeof read>>) =>
  pages.flatMap(({ put }) => put.map(({ id }) => id));

describeSource({
  source: gitHubFiles,
  config,
  secret: config.token,
  many: 60,
  idOf: (n) => `docs/${n}.md`,
  start: () => fakeGitHub(config.token),
});

describe('github-files reads', () => {
  it('takes Markdown below the folder only, with its address for people', async () => {
    const server = fakeGitHub();
    server.main.write('docs/a b#1.md', '# A');
    server.main.write('docs2/b.md', '# B');
    server.main.write('docs/c.png', 'C');
    const { pages } = await read(server, null, { token: '' });
    expect(pages[0]?.put).toMatchObject([
      {
        id: 'docs/a b#1.md',
        title: 'A',
        url: 'https://github.com/acme/handbook/blob/HEAD/docs/a%20b%231.md',
      },
    ]);
    expect(idsOf(await read(server, null, { folder: '' }))).toEqual(['docs/a b#1.md', 'docs2/b.md']);
  });

  it('follows moves and deletions by comparing commits, without listing again', async () => {
    const server = fakeGitHub();
    for (const name of ['a', 'b', 'c']) server.main.write(`docs/${name}.md`, `# ${name} stays empty`);
    const replica = new Replica();
    const first = await read(server);
    replica.applyAll(first);
    server.main.write('docs/new/a.md', '# a stays empty');
    server.main.delete('docs/a.md');
    server.main.delete('docs/b.md');
    server.main.write('docs/d.md', '# D', Date.UTC(2026, 5, 1));
    server.requests.length = 0;
    replica.applyAll(await read(server, first.cursor));
    expect(replica.ids()).toEqual(['docs/c.md', 'docs/d.md', 'docs/new/a.md']);
    expect(replica.get('docs/d.md')).toMatchObject({ updatedAt: Date.UTC(2026, 5, 1) });
    expect(server.requests.filter((request) => request.includes('/trees/'))).toEqual([]);
  });

  it.each([
    ['the commit is gone', 3, true],
    ['too much changed to be told completely', 300, false],
  ])('starts over when %s', async (_name, many, isGone) => {
    const server = fakeGitHub();
    server.main.write('docs/0.md', '# 0');
    const { cursor } = await read(server);
    server.main.writeAll(Array.from({ length: many }, (_, n) => `docs/${n + 1}.md`));
    if (isGone) server.main.forget();
    const again = await read(server, cursor);
    expect(again.error).toBeNull();
    expect(idsOf(again)).toHaveLength(many + 1);
  });

  it('goes on when the commit it was reading was pushed away', async () => {
    const server = fakeGitHub();
    server.main.writeAll(Array.from({ length: 30 }, (_, n) => `docs/${n}.md`));
    const { cursor } = await readOn(gitHubFiles, null, contextOf(server.fetch), 1);
    server.main.forget();
    const again = await read(server, cursor);
    expect(again.error).toBeNull();
    expect(new Set(idsOf(again)).size).toBe(30);
  });

  it('says so when GitHub lists only a part', async () => {
    const server = fakeGitHub();
    server.options.truncated = true;
    const { error } = await read(server);
    expect(error).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('more files than GitHub lists'),
    });
  });

  it('lists what is no text, too large, or has broken front matter, and keeps the others', async () => {
    const server = fakeGitHub();
    server.main.write('docs/big.md', 'x'.repeat(1_000_001));
    server.main.write('docs/front.md', '---\na: [\n---\n# Front');
    server.main.write('docs/good.md', '# Good');
    const { pages } = await read(server);
    expect(pages[0]?.put.map(({ title }) => title)).toEqual(['Front', 'Good']);
    expect(pages[0]?.broken.map(({ id, reason }) => `${id} ${reason}`)).toEqual([
      'docs/big.md is larger than 1 MB',
      expect.stringMatching(/^docs\/front.md has front matter/),
    ]);
  });
});

describe('github-files writes', () => {
  const fix: ArticleChange = { kind: 'fix', recordId: 'docs/a.md', title: 'A', markdown: '# A\n\nMended.' };
  const add: ArticleChange = {
    kind: 'add',
    title: 'Größe: “ändern”?',
    markdown: 'Do this.',
    audience: 'internal',
    labels: ['size'],
  };
  const flag: ArticleChange = {
    kind: 'flag',
    recordId: 'docs/a.md',
    title: 'A',
    url: '',
    flag: 'outdated',
    where: 'internal-article',
    note: 'Since @version 3 ``` it differs.',
  };
  const start = () => {
    const server = fakeGitHub(config.token);
    server.main.write('docs/a.md', '---\nowner: Ada\n---\n# A\n\nWrong.');
    return server;
  };
  const save = (change: ArticleChange, fetch: typeof globalThis.fetch) =>
    gitHubFiles.saveArticle?.(change, KEY, contextOf(fetch));

  it('opens a pull request with the mended file, keeps its front matter, and never a second one', async () => {
    const server = start();
    const saved = { ok: true, value: { url: 'https://github.com/acme/handbook/pull/1' } };
    expect(await save(fix, server.fetch)).toEqual(saved);
    expect(await save(fix, server.fetch)).toEqual(saved);
    expect(server.pulls).toMatchObject([{ head: `baton/${KEY}`, base: 'main', title: 'Fix article: A' }]);
    expect(server.branches.get(`baton/${KEY}`)?.get('docs/a.md')).toBe(
      '---\nowner: Ada\n---\n# A\n\nMended.\n',
    );
    expect(server.main.tree(server.main.head).get('docs/a.md')).toContain('Wrong.');
  });

  it('adds a file with front matter that can be read back', async () => {
    const server = start();
    await save(add, server.fetch);
    expect([...(server.branches.get(`baton/${KEY}`) ?? [])].at(-1)).toEqual([
      'docs/größe-ändern-abcdef.md',
      '---\ntitle: Größe: “ändern”?\naudience: internal\nlabels:\n  - size\n---\n\nDo this.\n'.replace(
        'title: Größe: “ändern”?',
        'title: "Größe: “ändern”?"',
      ),
    ]);
  });

  it('files a flag as one issue whose note mentions nobody', async () => {
    const server = start();
    const saved = { ok: true, value: { url: 'https://github.com/acme/handbook/issues/1' } };
    expect(await save(flag, server.fetch)).toEqual(saved);
    expect(await save(flag, server.fetch)).toEqual(saved);
    expect(server.issues).toHaveLength(1);
    expect(server.issues[0]).toMatchObject({ title: '“A” is outdated', body: expect.stringContaining(KEY) });
    expect(server.issues[0]?.body).toContain('\n````\n'.trim());
  });

  it.each([
    ['fix', fix],
    ['add', add],
    ['flag', flag],
  ] as const)('a %s whose answers get lost, one after the other, is written once', async (_kind, change) => {
    const server = start();
    let writes = 0;
    for (let lost = 1; lost <= 5; lost += 1) {
      writes = 0;
      const fetch: typeof globalThis.fetch = async (input, init) => {
        const request = new Request(input, init);
        const isWrite = request.method !== 'GET';
        const answer = await server.fetch(request);
        writes += Number(isWrite);
        if (isWrite) throw new TypeError('Failed to fetch');
        return answer;
      };
      const outcome = await save(change, fetch);
      if (outcome?.ok) break;
      expect(outcome).toMatchObject({ error: { kind: 'offline', outcomeUnknown: true } });
    }
    expect(await save(change, server.fetch)).toMatchObject({ ok: true });
    expect(server.pulls.length + server.issues.length).toBe(1);
    expect(server.branches.size).toBe(change.kind === 'flag' ? 0 : 1);
    expect(writes).toBe(0);
  });

  it('a failed lookup writes nothing, and without a token it says what is missing', async () => {
    const server = start();
    const fetch: typeof globalThis.fetch = async (input, init) =>
      new Request(input, init).method === 'GET'
        ? new Response('{}', { status: 500 })
        : server.fetch(input, init);
    for (const change of [fix, add, flag]) expect(await save(change, fetch)).toMatchObject({ ok: false });
    expect(server.requests).toEqual([]);
    expect(await gitHubFiles.saveArticle?.(fix, KEY, contextOf(server.fetch, { token: '' }))).toMatchObject({
      error: { kind: 'unauthorized' },
    });
  });

  it('a fix of a file that is gone is not-found', async () => {
    const gone = { ...fix, recordId: 'docs/gone.md' };
    expect(await save(gone, start().fetch)).toMatchObject({ error: { kind: 'not-found' } });
  });
});
