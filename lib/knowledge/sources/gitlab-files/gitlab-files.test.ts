// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { ArticleChange } from '@/lib/knowledge/article-change';
import { describeSource } from '@/tests/contracts/source-contract';
import { Replica, readOn } from '@/tests/contracts/source-replica';
import type { GitLabFilesConfig } from './config';
import { fakeGitLab } from './fixtures/fake-gitlab';
import { gitLabFiles } from './gitlab-files';

const config: GitLabFilesConfig = {
  url: 'https://git.example/git/',
  project: 'acme/handbook',
  branch: '',
  folder: 'docs',
  audience: 'public',
  token: 'glpat-0123456789',
};
const KEY = 'baton0123456789abcdef';
const contextOf = (fetch: typeof globalThis.fetch) => ({
  config,
  fetch,
  signal: new AbortController().signal,
  now: () => 0,
});
const read = (server: { fetch: typeof fetch }, cursor: string | null = null) =>
  readOn(gitLabFiles, cursor, contextOf(server.fetch));

describeSource({
  source: gitLabFiles,
  config,
  secret: config.token,
  many: 60,
  idOf: (n) => `docs/${n}.md`,
  start: () => fakeGitLab(config.token),
});

describe('gitlab-files reads', () => {
  it.each([true, false])('pages through the tree, keyset %s, never following an address', async (keyset) => {
    const server = fakeGitLab('', { keyset, mostCompared: 1_000 });
    server.main.writeAll(Array.from({ length: 230 }, (_, n) => `docs/${n}.md`));
    const { pages } = await read(server);
    expect(pages.flatMap(({ put }) => put)).toHaveLength(230);
    expect(pages[0]?.put[0]).toMatchObject({
      audience: 'public',
      url: 'https://git.example/git/acme/handbook/-/blob/HEAD/docs/0.md',
    });
  });

  it('follows moves and deletions, also over a forced push that kept the old commit', async () => {
    const server = fakeGitLab();
    for (const name of ['a', 'b', 'c']) server.main.write(`docs/${name}.md`, `# ${name} stays empty`);
    const replica = new Replica();
    replica.applyAll(await read(server));
    server.main.write('docs/new/a.md', '# a stays empty');
    server.main.delete('docs/a.md');
    server.main.delete('docs/b.md');
    server.requests.length = 0;
    replica.applyAll(await read(server, replica.cursor));
    expect(replica.ids()).toEqual(['docs/c.md', 'docs/new/a.md']);
    expect(server.requests.filter((request) => request.endsWith('/tree'))).toEqual([]);
  });

  it('starts over when the commit is gone, or too much changed to be told completely', async () => {
    const server = fakeGitLab();
    server.main.write('docs/0.md', '# 0');
    const { cursor } = await read(server);
    server.main.writeAll(Array.from({ length: 1_000 }, (_, n) => `docs/${n + 1}.md`));
    expect((await read(server, cursor)).pages.at(-1)?.total).toBe(1_001);
    server.main.forget();
    expect((await read(server, cursor)).pages.at(-1)?.total).toBe(1_001);
  });
});

describe('gitlab-files writes', () => {
  const fix: ArticleChange = { kind: 'fix', recordId: 'docs/a b.md', title: 'A', markdown: 'Mended.' };
  const add: ArticleChange = { kind: 'add', title: 'New', markdown: 'Do.', audience: 'public', labels: [] };
  const flag: ArticleChange = {
    kind: 'flag',
    recordId: 'docs/a b.md',
    title: 'A',
    url: '',
    flag: 'missing-step',
    where: 'public-article',
    note: '/close @all',
  };
  const start = () => {
    const server = fakeGitLab(config.token);
    server.main.write('docs/a b.md', '---\nowner: Ada\n---\nWrong.');
    return server;
  };
  const save = (change: ArticleChange, fetch: typeof globalThis.fetch) =>
    gitLabFiles.saveArticle?.(change, KEY, contextOf(fetch));

  it.each([
    ['fix', fix, 'merge_requests', 'docs/a b.md', '---\nowner: Ada\n---\nMended.\n'],
    [
      'add',
      add,
      'merge_requests',
      'docs/new-abcdef.md',
      '---\ntitle: New\naudience: public\nlabels: []\n---\n\nDo.\n',
    ],
    ['flag', flag, 'issues', '', undefined],
  ] as const)(
    'a %s is written once, however often its answer gets lost',
    async (_kind, change, where, path, content) => {
      const server = start();
      const fetch: typeof globalThis.fetch = async (input, init) => {
        const request = new Request(input, init);
        const answer = await server.fetch(request);
        if (request.method !== 'GET') throw new TypeError('Failed to fetch');
        return answer;
      };
      for (let lost = 0; lost < 3; lost += 1) await save(change, fetch);
      const saved = { ok: true, value: { url: `https://git.example/git/acme/handbook/-/${where}/1` } };
      expect(await save(change, server.fetch)).toEqual(saved);
      expect(server.mergeRequests.length + server.issues.length).toBe(1);
      expect(server.branches.get(`baton/${KEY}`)?.get(path)).toBe(content);
    },
  );

  it('a flag quotes its note, so that it is no command and mentions nobody', async () => {
    const server = start();
    await save(flag, server.fetch);
    expect(server.issues[0]?.description).toContain('```\n/close @all\n```');
  });

  it('a failed lookup writes nothing', async () => {
    const server = start();
    const fetch: typeof globalThis.fetch = async (input, init) =>
      new Request(input, init).method === 'GET'
        ? new Response('{}', { status: 503 })
        : server.fetch(input, init);
    for (const change of [fix, add, flag]) expect(await save(change, fetch)).toMatchObject({ ok: false });
    expect(server.requests).toEqual([]);
  });
});
