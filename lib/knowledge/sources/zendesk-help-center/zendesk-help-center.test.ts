// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { ArticleChange } from '@/lib/knowledge/article-change';
import { describeSource } from '@/tests/contracts/source-contract';
import { readOn } from '@/tests/contracts/source-replica';
import type { HelpCenterConfig } from './config';
import { fakeHelpCenter } from './fixtures/fake-help-center';
import { zendeskHelpCenter } from './zendesk-help-center';

const config: HelpCenterConfig = {
  url: 'https://acme.example',
  locale: 'en-US',
  email: 'bot@acme.example',
  token: 'z3nT0kenz3nT0ken',
  section: '98838',
};
const KEY = 'baton0123456789abcdef';
const contextOf = (fetch: typeof globalThis.fetch, more: Partial<HelpCenterConfig> = {}) => ({
  config: { ...config, ...more },
  fetch,
  signal: new AbortController().signal,
  now: () => Date.UTC(2026, 10, 20),
});
const read = (
  server: { fetch: typeof fetch },
  cursor: string | null = null,
  more?: Partial<HelpCenterConfig>,
) => readOn(zendeskHelpCenter, cursor, contextOf(server.fetch, more));

describeSource({
  source: zendeskHelpCenter,
  config,
  secret: config.token,
  many: 250,
  start: () => fakeHelpCenter(config.token),
});

describe('zendesk-help-center reads', () => {
  it('takes over what is documented', async () => {
    const server = fakeHelpCenter();
    server.set(35467, {});
    const { pages } = await read(server);
    expect(pages[0]?.put).toEqual([
      {
        kind: 'article',
        id: '35467',
        title: 'Export stops',
        text: 'The file stays empty.',
        body: { format: 'html', content: '<p>The file stays <em>empty</em>.</p>' },
        labels: ['Exports', 'export'],
        audience: 'public',
        owner: 'Ada Birch',
        verifiedAt: null,
        url: 'https://acme.example/hc/en-us/articles/35467',
        createdAt: Date.UTC(2026, 0, 5, 8),
        updatedAt: Date.UTC(2026, 0, 5, 8),
      },
    ]);
  });

  it('leaves drafts out, also those that were published before, and tells who may read', async () => {
    const server = fakeHelpCenter();
    server.set(1, { draft: true });
    server.set(2, { user_segment_id: 8, outdated: true });
    const { pages } = await read(server);
    expect(pages[0]?.put).toMatchObject([
      { id: '2', audience: 'internal', labels: expect.arrayContaining(['outdated translation']) },
    ]);
    const ids: string[] = [];
    for await (const page of zendeskHelpCenter.listIds?.(contextOf(server.fetch)) ?? [])
      ids.push(...(page.ok ? page.value : []));
    expect(ids).toEqual(['2']);
  });

  it.each([true, false])('finds one change among many, where the help center sorts: %s', async (sorts) => {
    const server = fakeHelpCenter('', { sorts });
    for (let id = 1; id <= 450; id += 1)
      server.set(id, { updated_at: new Date(id * 3_600_000).toISOString(), position: id });
    const { cursor } = await read(server, null, { token: '' });
    server.set(300, { updated_at: '2026-02-01T08:00:00Z', title: 'Changed' });
    server.requests.length = 0;
    const { pages } = await read(server, cursor, { token: '' });
    expect(pages.flatMap(({ put }) => put.map(({ id }) => id))).toEqual(['300']);
    expect(server.requests).toHaveLength(sorts ? 1 : 5);
  });
});

describe('zendesk-help-center writes', () => {
  const fix: ArticleChange = {
    kind: 'fix',
    recordId: '1',
    title: 'New',
    markdown: '**Now** <script>x</script>',
  };
  const add: ArticleChange = {
    kind: 'add',
    title: 'Added',
    markdown: '- a',
    audience: 'internal',
    labels: ['login'],
  };
  const flag: ArticleChange = {
    kind: 'flag',
    recordId: '1',
    title: 'A',
    url: '',
    flag: 'wrong',
    where: 'public-article',
    note: '',
  };
  const start = () => {
    const server = fakeHelpCenter(config.token);
    server.set(1, { title: 'Old', body: 'Old' });
    return server;
  };
  const save = (change: ArticleChange, fetch: typeof globalThis.fetch, more?: Partial<HelpCenterConfig>) =>
    zendeskHelpCenter.saveArticle?.(change, KEY, contextOf(fetch, more));

  it('mends the translation, with HTML as text', async () => {
    const server = start();
    expect(await save(fix, server.fetch)).toEqual({
      ok: true,
      value: { url: 'https://acme.example/hc/en-us/articles/1' },
    });
    expect(server.writes).toEqual([
      {
        path: 'help_center/articles/1/translations/en-us',
        body: {
          translation: {
            title: 'New',
            body: `<p><strong>Now</strong> &lt;script&gt;x&lt;/script&gt;</p>\n<!-- ${KEY} -->`,
          },
        },
      },
    ]);
  });

  it('adds a draft for the team alone, labelled with the key', async () => {
    const server = start();
    await save(add, server.fetch);
    expect(server.writes).toMatchObject([
      {
        path: 'help_center/en-us/sections/98838/articles',
        body: {
          notify_subscribers: false,
          article: { draft: true, label_names: ['login', KEY], permission_group_id: 6, user_segment_id: 8 },
        },
      },
    ]);
  });

  it.each([
    ['fix', fix],
    ['add', add],
  ] as const)('a %s whose answer gets lost is written once', async (_kind, change) => {
    const server = start();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const answer = await server.fetch(request);
      if (request.method !== 'GET') throw new TypeError('Failed to fetch');
      return answer;
    };
    expect(await save(change, fetch)).toMatchObject({ error: { outcomeUnknown: true } });
    expect(await save(change, server.fetch)).toMatchObject({ ok: true });
    expect(server.writes).toHaveLength(1);
  });

  it('refuses in words what it cannot write, and writes nothing when the lookup fails', async () => {
    const server = start();
    expect(await save(flag, server.fetch)).toMatchObject({ error: { kind: 'invalid' } });
    expect(await save(add, server.fetch, { section: '' })).toMatchObject({ error: { kind: 'invalid' } });
    expect(await save(fix, server.fetch, { token: '' })).toMatchObject({ error: { kind: 'unauthorized' } });
    expect(await save({ ...fix, recordId: '../1' }, server.fetch)).toMatchObject({
      error: { kind: 'invalid' },
    });
    const failing: typeof globalThis.fetch = async (input, init) =>
      new Request(input, init).method === 'GET'
        ? new Response('{}', { status: 500 })
        : server.fetch(input, init);
    expect(await save(add, failing)).toMatchObject({ error: { kind: 'server' } });
    expect(await save(fix, failing)).toMatchObject({ error: { kind: 'server' } });
    expect(server.writes).toEqual([]);
  });
});
