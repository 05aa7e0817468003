import { describe, expect, it } from 'vitest';
import { escapeHtml } from '@/lib/ticket/note';
import { describeReader, type Recorded, toPage } from '@/tests/contracts/reader-contract';
import { findNumber } from './address';
import forumExpected from './fixtures/forum-json-ld.expected.json';
import forum from './fixtures/forum-json-ld.json';
import deskExpected from './fixtures/plain-desk.expected.json';
import desk from './fixtures/plain-desk.json';
import { anyPage } from './page';
import { toPageId, toPageUrl } from './page-id';

const recorded = (html: string, url = 'https://desk.test/t'): Recorded => ({
  ...desk,
  url,
  html,
  answers: {},
});
const read = async (html: string, selection = '') => {
  const result = await anyPage.read({ ...toPage(recorded(html)), selection });
  if (!result?.ok) throw new Error(result?.error.detail ?? 'null');
  return result.value;
};

describeReader({
  reader: anyPage,
  cases: [
    { recorded: desk, expected: deskExpected },
    { recorded: forum, expected: forumExpected },
  ],
  foreign: [],
  usesApi: false,
  // This reader gets the document ready parsed, and jsdom's own parser overflows near 8 000 levels.
  poison: (page, { subject, body: whole }) => ({
    ...page,
    html: `<title>${escapeHtml(subject)}</title><body><main><h1>${escapeHtml(subject)}</h1><div>${whole.replace(/(?:<div>){3000,}/, '<div>'.repeat(2_000))}</div></main>`,
  }),
});

describe('any page', () => {
  it('puts the selection first', async () => {
    const ticket = await read('<h1>Login loop</h1><p>Some text of the page.</p>', 'It fails\nsince today');
    expect(ticket.messages.map(({ id, text }) => [id, text])).toEqual([
      ['selection', 'It fails\nsince today'],
      ['1', 'Some text of the page.'],
    ]);
  });

  it('names what it did not find', async () => {
    const ticket = await read('<p>Only text.</p>');
    expect(ticket.subject).toBe('');
    expect(ticket.unread.map((entry) => entry.field)).toEqual([
      'subject',
      'number',
      'requester',
      'created at',
      'status',
      'priority',
      'assignee',
    ]);
    expect(ticket.unread[0]?.reason).toBe('select text on the page to fill this');
  });

  it('reads microdata', async () => {
    const ticket = await read(
      `<div itemscope itemtype="https://schema.org/DiscussionForumPosting"><h2 itemprop="headline">Slow search</h2>
       <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ada</b></span>
       <time itemprop="datePublished" datetime="2026-03-02T09:00:00Z"></time><p itemprop="text">It takes a minute.</p></div>`,
    );
    expect(ticket.subject).toBe('Slow search');
    expect(ticket.messages[0]).toMatchObject({
      author: 'Ada',
      text: 'It takes a minute.',
      at: 1772442000000,
    });
  });

  it.each([
    '',
    '<',
    '<frameset><frame src=x></frameset>',
    '<svg><title>x</title></svg>',
    '<h1></h1><main></main>',
    '<script type="application/ld+json">{"@graph":[null,1,"x",{"@type":5},{"@type":["Question"],"name":{"name":{}}}]}</script>',
    `<script type="application/ld+json">${'['.repeat(50_000)}</script><p>x</p>`,
    '<time datetime="0000-00-00">x</time><time datetime="+275761-01-01">y</time>',
    '<div itemscope itemtype="https://schema.org/Question"><div itemprop="comment" itemscope></div></div>',
  ])('never throws, page %#', async (html) => {
    await expect(anyPage.read(toPage(recorded(html)))).resolves.toBeDefined();
  });

  it('gives the same id whatever tracking, secret or scroll position the address carries', () => {
    const id = toPageId(new URL('https://desk.test/a/Ticket?b=2&a=1'));
    expect(id).toBe('desk-test-a-ticket-a-1-b-2');
    expect(toPageId(new URL('https://u:p@desk.test/a/Ticket?a=1&b=2&utm_source=x&token=s3cret#top'))).toBe(
      id,
    );
    expect(toPageId(new URL('https://desk.test/#/ticket/5'))).not.toBe(
      toPageId(new URL('https://desk.test/#/ticket/6')),
    );
    expect(toPageId(new URL(`https://desk.test/${'x/'.repeat(5000)}`)).length).toBeLessThanOrEqual(300);
    expect(toPageUrl(new URL('https://u:p@desk.test/?password=x&id=5')).href).toBe('https://desk.test/?id=5');
  });

  it.each([
    ['#880652 Login', 'https://d.test/', '880652'],
    ['[ABC-123] Login', 'https://d.test/', 'ABC-123'],
    ['Ticket 77: Login', 'https://d.test/', '77'],
    ['UTF-8 is broken', 'https://d.test/', ''],
    ['Login', 'https://d.test/agent/tickets/41', '41'],
    ['Login', 'https://d.test/scp/tickets.php?id=9', '9'],
    ['Login 2026', 'https://d.test/2026/post', ''],
  ])('finds the number of %s at %s', (title, url, number) => {
    expect(findNumber([title], new URL(url))).toBe(number);
  });
});
