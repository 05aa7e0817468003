// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { describeSource } from '@/tests/contracts/source-contract';
import { readOn } from '@/tests/contracts/source-replica';
import type { SitemapConfig } from './config';
import { fakeSite } from './fixtures/fake-site';
import { readPage } from './read-page';
import { sitemap } from './sitemap';

const config: SitemapConfig = { url: 'https://docs.example/sitemap.xml', folder: '', audience: 'public' };
const contextOf = (fetch: typeof globalThis.fetch, more: Partial<SitemapConfig> = {}) => ({
  config: { ...config, ...more },
  fetch,
  signal: new AbortController().signal,
  now: () => Date.UTC(2026, 10, 20),
});

describeSource({
  source: sitemap,
  config,
  secret: '',
  many: 60,
  idOf: (n) => `https://docs.example/help/${n}`,
  start: fakeSite,
  exempt: {
    'a change within the second it was read in': 'a page changed when its lastmod did, nothing else tells',
  },
});

describe('readPage', () => {
  const page = { url: 'https://docs.example/help/reset-password.html', lastmod: '', changedAt: null };
  const read = (html: string) => readPage(html, page, 'public');

  it('takes the main part and leaves out what stands around it', () => {
    expect(
      read(
        '<title>Reset | Acme</title><meta name=keywords content="a, b"><body><header>Top</header><main><nav>1 2</nav><h1>Reset a password</h1><p>Open it.</p><aside>Ad</aside><p>Done.</p></main><footer>End</footer>',
      ),
    ).toMatchObject({
      title: 'Reset a password',
      text: 'Reset a password\nOpen it.\nDone.',
      labels: ['a', 'b'],
    });
  });

  it.each([
    ['role=main', '<div role=main>Yes</div><p>No</p>', 'Yes'],
    ['an article', '<body>No<article>Yes</article>', 'Yes'],
    ['the body', '<body><p>Yes</p><script>no()</script></body>', 'Yes'],
    ['the body where main is empty', '<body><main></main>Yes</body>', 'Yes'],
  ])('finds the text in %s', (_name, html, text) => {
    expect(read(html)).toMatchObject({ text });
  });

  it('is named by heading, title or address', () => {
    expect(read('<title>T</title><body>x</body>')).toMatchObject({ title: 'T' });
    expect(read('<body>x</body>')).toMatchObject({ title: 'reset password' });
  });

  it('says when there is nothing to read, or nobody should', () => {
    expect(read('<nav>Home</nav>')).toBe('has no text');
    expect(read('<meta name="robots" content="noindex, nofollow"><body>x</body>')).toBeNull();
  });

  it('takes pages nested too deep or never closed', () => {
    expect(read(`<body>${'<main><div>'.repeat(50_000)}`)).toBe('has no text');
    expect(read('<body><main>Yes')).toMatchObject({ text: 'Yes' });
  });
});

describe('sitemap', () => {
  const xml = (body: string) => new Response(body, { headers: { 'content-type': 'text/xml' } });
  const serve =
    (answers: Record<string, () => Response>): typeof fetch =>
    async (input) =>
      answers[new URL(new Request(input).url).pathname]?.() ?? new Response('', { status: 404 });
  const page = () => new Response('<body>Text</body>', { headers: { 'content-type': 'text/html' } });

  it('reads only pages whose date changed', async () => {
    const site = fakeSite();
    for (let n = 1; n <= 30; n += 1) site.put({ n, title: `T${n}`, text: 'x', at: n });
    const { cursor } = await readOn(sitemap, null, contextOf(site.fetch));
    site.put({ n: 7, title: 'New', text: 'x', at: 7_000_000 });
    site.requests.length = 0;
    await readOn(sitemap, cursor, contextOf(site.fetch));
    expect(site.requests).toEqual(['/sitemap.xml', '/help.xml.gz', '/help/7']);
  });

  it('reads a page without a date again after a week, and one that was closed at the next sync', async () => {
    let closed = true;
    const fetch = serve({
      '/sitemap.xml': () => xml('<urlset><url><loc>/a</loc></url><url><loc>/b</loc></url></urlset>'),
      '/a': page,
      '/b': () => (closed ? new Response('', { status: 403 }) : page()),
    });
    const ids = async (cursor: string | null, now: number) => {
      const reading = await readOn(sitemap, cursor, { ...contextOf(fetch), now: () => now });
      return { ...reading, ids: reading.pages.flatMap(({ put }) => put.map(({ id }) => id)) };
    };
    const first = await ids(null, 0);
    expect(first.pages[0]?.broken).toEqual([
      { id: 'https://docs.example/b', reason: 'may not be read without signing in' },
    ]);
    closed = false;
    const second = await ids(first.cursor, 1);
    expect(second.ids).toEqual(['https://docs.example/b']);
    expect((await ids(second.cursor, 2)).ids).toEqual([]);
    expect((await ids(second.cursor, 8 * 86_400_000)).ids).toHaveLength(2);
  });

  it('leaves other hosts, other folders and scripts alone', async () => {
    const locs = [
      'https://evil.example/help/1',
      'javascript:alert(1)',
      'https://docs.example/blog/1',
      'http://docs.example/help/1',
      '/help/1#a',
    ];
    const fetch = serve({
      '/sitemap.xml': () =>
        xml(`<urlset>${locs.map((loc) => `<url><loc>${loc}</loc></url>`).join('')}</urlset>`),
      '/help/1': page,
    });
    const { pages } = await readOn(sitemap, null, contextOf(fetch, { folder: '/help/' }));
    expect(pages.flatMap(({ put }) => put.map(({ id }) => id))).toEqual(['https://docs.example/help/1']);
  });

  it('ends an index that names itself, takes 5,000 pages and tells how many are left', async () => {
    const many = Array.from({ length: 5_003 }, (_, n) => `<url><loc>/p${n}</loc></url>`).join('');
    const fetch = serve({
      '/sitemap.xml': () =>
        xml(
          '<sitemapindex><sitemap><loc>/sitemap.xml</loc></sitemap><sitemap><loc>/a.xml</loc></sitemap></sitemapindex>',
        ),
      '/a.xml': () => xml(`<urlset>${many}</urlset>`),
    });
    const { pages } = await readOn(sitemap, null, contextOf(fetch), 1);
    expect(pages[0]?.total).toBe(5_000);
    expect(pages[0]?.broken).toContainEqual({
      id: 'the sitemap',
      reason: 'names 3 more pages than are taken',
    });
  });

  it('asks for no more than four pages at a time', async () => {
    const site = fakeSite();
    for (let n = 1; n <= 20; n += 1) site.put({ n, title: 'T', text: 'x', at: 1 });
    let now = 0;
    let most = 0;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now -= 1;
      return site.fetch(input, init);
    };
    await readOn(sitemap, null, contextOf(fetch));
    expect(most).toBe(4);
  });
});
