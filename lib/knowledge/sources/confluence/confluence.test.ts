// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { htmlToText } from '@/lib/knowledge/text/html-to-text';
import { describeSource } from '@/tests/contracts/source-contract';
import { readOn } from '@/tests/contracts/source-replica';
import type { ConfluenceConfig } from './config';
import { confluence } from './confluence';
import { fakeConfluence } from './fixtures/fake-confluence';
import { storageToHtml } from './storage-format';

const config: ConfluenceConfig = {
  url: 'https://acme.example/wiki',
  email: '',
  token: 'c0nfluenceT0ken',
  spaces: 'SUP, KB',
};
const bearer = `Bearer ${config.token}`;
const basic = `Basic ${btoa(`bot@acme.example:${config.token}`)}`;
const contextOf = (fetch: typeof globalThis.fetch, more: Partial<ConfluenceConfig> = {}) => ({
  config: { ...config, ...more },
  fetch,
  signal: new AbortController().signal,
  now: () => Date.UTC(2026, 10, 20),
});

describeSource({
  source: confluence,
  config: { ...config, email: 'bot@acme.example' },
  secret: config.token,
  many: 130,
  start: () => fakeConfluence(basic, 'cloud'),
});

describe('Data Center', () => {
  describeSource({
    source: confluence,
    config,
    secret: config.token,
    many: 130,
    start: () => fakeConfluence(bearer, 'data-center'),
  });
});

describe('confluence', () => {
  it('takes over space, labels, dates and an address of its own', async () => {
    const server = fakeConfluence(bearer);
    server.set(42, Date.UTC(2026, 0, 5, 8), {
      body: { storage: { value: '<h1>Steps</h1><p>Open&nbsp;it &mdash; now.</p>' } },
    });
    const { pages } = await readOn(confluence, null, contextOf(server.fetch));
    expect(pages[0]?.put).toMatchObject([
      {
        id: '42',
        title: 'Page 42',
        text: 'Steps\nOpen it — now.',
        labels: ['Support', 'export'],
        audience: 'internal',
        owner: 'Ada Birch',
        url: 'https://acme.example/wiki/pages/viewpage.action?pageId=42',
        createdAt: Date.UTC(2026, 0, 1),
        updatedAt: Date.UTC(2026, 0, 5, 8),
      },
    ]);
    expect(server.queries[0]?.get('cql')).toBe(
      'type = page and space in ("SUP","KB") order by lastmodified desc',
    );
  });

  it('reads no further than to what is known', async () => {
    const server = fakeConfluence(bearer, 'data-center');
    for (let n = 1; n <= 170; n += 1) server.set(n, n * 3_600_000);
    const { cursor } = await readOn(confluence, null, contextOf(server.fetch));
    server.set(2, 200 * 3_600_000);
    server.queries.length = 0;
    const { pages } = await readOn(confluence, cursor, contextOf(server.fetch));
    expect(pages.flatMap(({ put }) => put.map(({ id }) => id))).toEqual(['2']);
    expect(server.queries).toHaveLength(1);
  });

  it('takes a token that means nobody for a bad one, and refuses words of CQL as a space', async () => {
    const fetch = async () => Response.json({ type: 'anonymous', displayName: 'Anonymous' });
    expect(await confluence.check(contextOf(fetch))).toMatchObject({ error: { kind: 'unauthorized' } });
    expect(confluence.configSchema.safeParse({ ...config, spaces: 'A") or (type=blogpost' }).success).toBe(
      false,
    );
  });
});

describe('storageToHtml', () => {
  const toText = (storage: string) => htmlToText(storageToHtml(storage));

  it.each([
    [
      'code as it is',
      '<p>Run</p><ac:structured-macro ac:name="code"><ac:parameter ac:name="language">bash</ac:parameter><ac:plain-text-body><![CDATA[if [ a < b ]\n  echo "<b>&amp;"]]></ac:plain-text-body></ac:structured-macro>',
      'Run\nif [ a < b ]\n  echo "<b>&amp;"',
    ],
    [
      'panels',
      '<ac:structured-macro ac:name="info"><ac:parameter ac:name="title">T</ac:parameter><ac:rich-text-body><p>Mind <b>it</b></p></ac:rich-text-body></ac:structured-macro>',
      'Mind it',
    ],
    [
      'links to pages',
      '<p>See <ac:link><ri:page ri:content-title="Reset &amp; go" /></ac:link>.</p>',
      'See Reset & go.',
    ],
    [
      'links with words',
      '<ac:link><ri:user ri:userkey="1" /><ac:plain-text-link-body><![CDATA[the <guide>]]></ac:plain-text-link-body></ac:link>',
      'the <guide>',
    ],
    [
      'tasks',
      '<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Do it</ac:task-body></ac:task></ac:task-list>',
      '- Do it',
    ],
    ['pictures', 'a<ac:image ac:width="9"><ri:attachment ri:filename="x.png" /></ac:image>b', 'ab'],
    ['tables', '<table><tbody><tr><th>A</th><td>B</td></tr></tbody></table>', 'A | B'],
  ])('shows %s', (_name, storage, text) => {
    expect(toText(storage)).toBe(text);
  });

  it('keeps no attribute but addresses, and outlives endless nesting', () => {
    expect(
      storageToHtml(
        '<p onclick="x()" style="y">a<br/><a href="https://a.example/?a=1&amp;b=2" onclick="z">l</a></p><script>s</script>',
      ),
    ).toBe('<p>a<br><a href="https://a.example/?a=1&amp;b=2">l</a></p>');
    expect(storageToHtml('<ac:layout-cell>'.repeat(50_000)).length).toBeLessThan(100_000);
  });
});
