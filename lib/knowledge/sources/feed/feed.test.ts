// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { describeSource } from '@/tests/contracts/source-contract';
import { readOn } from '@/tests/contracts/source-replica';
import type { FeedConfig } from './config';
import { feed } from './feed';
import { fakeFeed } from './fixtures/fake-feed';
import { readFeed } from './read-feed';

const config: FeedConfig = { url: 'https://news.example/feed.xml', audience: 'public' };
const contextOf = (fetch: typeof globalThis.fetch) => ({
  config,
  fetch,
  signal: new AbortController().signal,
  now: () => Date.UTC(2026, 10, 20),
});
const exempt = { deletions: 'items that fall off a feed are kept: they are older, not untrue' };

describeSource({ source: feed, config, secret: '', many: 12, start: () => fakeFeed('rss'), exempt });

const read = (xml: string) => readFeed(xml, config.url, 'public');

describe('readFeed', () => {
  it('reads Atom with xhtml, text, authors, categories and links', () => {
    const page = read(`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
      <link rel="self" href="/feed.xml"/><link rel="next" href="/feed.xml?page=2"/>
      <entry><id>urn:1</id><title type="html">A &lt;b&gt;bold&lt;/b&gt; move</title><published>2026-01-01T00:00:00Z</published>
        <updated>2026-01-02T00:00:00Z</updated><link rel="enclosure" href="/x.mp3"/><link href="/posts/1"/>
        <author><name>Ada</name></author><category term="a" label="Alpha"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>Two</p></div></content></entry></feed>`);
    expect(page?.next).toBe('https://news.example/feed.xml?page=2');
    expect(page?.put).toMatchObject([
      {
        id: 'urn:1',
        text: 'One\nTwo',
        labels: ['Alpha'],
        owner: 'Ada',
        url: 'https://news.example/posts/1',
        createdAt: Date.UTC(2026, 0, 1),
        updatedAt: Date.UTC(2026, 0, 2),
      },
    ]);
  });

  it('reads RSS 2.0 with CDATA and content:encoded, and RSS 1.0', () => {
    const two = read(
      '<rss><channel><item><title>T</title><link>https://news.example/a</link><description>short</description><content:encoded><![CDATA[<p>long &amp; <script>x</script>good</p>]]></content:encoded></item></channel></rss>',
    );
    expect(two?.put).toMatchObject([{ id: 'https://news.example/a', title: 'T', text: 'long & good' }]);
    const one = read(
      '<rdf:RDF><channel/><item rdf:about="urn:x"><title>T</title><dc:date>2026-01-02</dc:date><dc:creator>Bo</dc:creator></item></rdf:RDF>',
    );
    expect(one?.put).toMatchObject([{ id: 'urn:x', owner: 'Bo', updatedAt: Date.UTC(2026, 0, 2) }]);
  });

  it('unfolds no entities, and fetches none', () => {
    const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const page = read(
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${lol}<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><guid>1</guid><title>&l9;&x;</title></item></channel></rss>`,
    );
    expect(page?.put[0]?.title).toBe('&l9;&x;');
  });

  it('makes no link of a script, and lists what has neither id nor title', () => {
    const page = read(
      '<rss><channel><item><title>A</title><link>javascript:alert(1)</link></item><item><guid>2</guid></item></channel></rss>',
    );
    expect(page?.put).toEqual([]);
    expect(page?.broken.map(({ reason }) => reason)).toEqual(['has no id and no address', 'has no title']);
  });

  it('takes a document nested too deep, cut short, or that is no feed', () => {
    expect(read(`<rss>${'<a>'.repeat(100_000)}`)?.put).toEqual([]);
    expect(read('<rss><channel><item><guid>1</guid><title>A')?.put).toMatchObject([{ id: '1', title: 'A' }]);
    expect(read('<opml/>')).toBeNull();
    expect(read('')).toBeNull();
  });
});

describe('feed', () => {
  it('asks with the tag, and takes nothing when nothing changed', async () => {
    const server = fakeFeed('atom');
    server.put({ n: 1, title: 'A <b>', text: '1 < 2 & 3', at: 0 });
    const first = await readOn(feed, null, contextOf(server.fetch));
    expect(first.pages[0]?.put).toMatchObject([
      { title: 'A <b>', text: '1 < 2 & 3', url: 'https://news.example/1' },
    ]);
    await readOn(feed, first.cursor, contextOf(server.fetch));
    expect(server.requests.map((headers) => headers.has('if-none-match'))).toEqual([false, true]);
  });

  const part = (n: number, next: string) =>
    new Response(
      `<feed>${next && `<link rel="next" href="${next}"/>`}<entry><id>${n}</id><title>T${n}</title></entry></feed>`,
      {
        headers: { 'content-type': 'application/atom+xml', etag: '"1"' },
      },
    );
  const pageOf = (input: RequestInfo | URL) =>
    Number(new URL(new Request(input).url).searchParams.get('page') ?? 1);

  it('follows older parts, after a kill too, and then only as far as there is news', async () => {
    const asked: number[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      const page = pageOf(input);
      asked.push(page);
      return part(page, page < 4 ? `/feed.xml?page=${page + 1}` : '');
    };
    const killed = await readOn(feed, null, contextOf(fetch), 2);
    const rest = await readOn(feed, killed.cursor, contextOf(fetch));
    expect([...killed.pages, ...rest.pages].flatMap(({ put }) => put.map(({ id }) => id))).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
    asked.length = 0;
    await readOn(feed, rest.cursor, contextOf(fetch));
    expect(asked).toEqual([1]);
  });

  it('leaves no host, and ends an archive without end', async () => {
    const hosts = new Set<string>();
    let requests = 0;
    const away: typeof globalThis.fetch = async (input) => {
      hosts.add(new URL(new Request(input).url).host);
      return part(1, 'https://evil.example/feed.xml');
    };
    await readOn(feed, null, contextOf(away));
    expect([...hosts]).toEqual(['news.example']);
    const endless: typeof globalThis.fetch = async (input) => {
      requests += 1;
      return part(pageOf(input), `/feed.xml?page=${pageOf(input) + 1}`);
    };
    await readOn(feed, null, contextOf(endless));
    expect(requests).toBe(20);
  });
});
