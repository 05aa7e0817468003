import { describe, expect, it } from 'vitest';
import { describeReader, toPage } from '@/tests/contracts/reader-contract';
import reactExpected from './fixtures/github-react-88.expected.json';
import react from './fixtures/github-react-88.json';
import serverExpected from './fixtures/github-server-5.expected.json';
import server from './fixtures/github-server-5.json';
import walkedExpected from './fixtures/github-walked-31.expected.json';
import walked from './fixtures/github-walked-31.json';
import { github } from './github';
import { SELECTORS } from './selectors';

const DATA = /(data-target="react-app\.embeddedData">)(.*?)(<\/script>)/s;

interface Issue {
  title: string;
  bodyHTML: string;
  issueFieldValues: { nodes: { field: { name: string } }[] };
  frontTimelineItems: { edges: { node: { bodyHTML?: string } }[]; pageInfo: object; totalCount: number };
  [key: string]: unknown;
}

/** The recorded page with its data changed. */
function withData(change: (issue: Issue) => void) {
  const data = JSON.parse(DATA.exec(react.html)?.[2] ?? '');
  change(data.payload.preloadedQueries[0].result.data.repository.issue);
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return { ...react, html: react.html.replace(DATA, (_, open, __, close) => open + json + close) };
}

describeReader({
  reader: github,
  cases: [
    { recorded: react, expected: reactExpected },
    { recorded: walked, expected: walkedExpected },
    { recorded: server, expected: serverExpected },
  ],
  foreign: [
    // Forgejo and Gitea have the same addresses, and so has Bitbucket.
    {
      ...server,
      url: 'https://forge.test/tools/portal/issues/5',
      html: '<meta property="og:site_name" content="Forge"><h1>Blank <span>#5</span></h1>',
    },
  ],
  usesApi: false,
  selectors: Object.values(SELECTORS),
  poison: (_, { subject, body, rest, fieldName }) =>
    withData((issue) => {
      issue.title = subject;
      issue.bodyHTML = body;
      for (const { field } of issue.issueFieldValues.nodes) field.name = fieldName;
      // The test's own parser needs long for three of 12 MB in one page.
      const other = rest.length > 2_000_000 ? '<p>Hello you</p>' : rest;
      for (const { node } of issue.frontTimelineItems.edges) if (node.bodyHTML) node.bodyHTML = other;
    }),
});

describe('GitHub', () => {
  it.each([
    ['https://github.com/orchard/app/issues/42', '/orchard/app', '42'],
    ['https://git.test/o/a.b-c/issues/42?x=1#issuecomment-1', '/o/a.b-c', '42'],
    ['https://github.com/orchard/app/pull/42', undefined, undefined],
    ['https://github.com/orchard/app/issues', undefined, undefined],
    ['https://github.com/orchard/app/issues/new', undefined, undefined],
    ['https://github.com/orchard/app/issues/42/edit', undefined, undefined],
    ['https://github.com/a/b/c/issues/42', undefined, undefined],
    ['https://gitlab.com/orchard/app/-/issues/42', undefined, undefined],
  ])('locates %s', (href, basePath, ticketId) => {
    expect(github.locate(new URL(href))).toEqual(ticketId ? { ticketId, basePath } : null);
    expect(github.matches.some((pattern) => pattern.test(href))).toBe(ticketId !== undefined);
  });

  it('shows neither data nor page of the issue that was open before', async () => {
    for (const page of [react, walked, server]) {
      const url = page.url.replace(/issues\/\d+/, 'issues/77');
      expect(await github.read(toPage({ ...page, url }))).toMatchObject({
        ok: false,
        error: { kind: 'half-loaded' },
      });
      const other = page.url.replace(/\/(ledger|portal)\//, '/$1-two/');
      if (page !== server) expect((await github.read(toPage({ ...page, url: other })))?.ok).toBe(false);
    }
  });

  it('says nothing of hidden parts when all are there', async () => {
    const page = withData((issue) => {
      issue.frontTimelineItems.pageInfo = { hasNextPage: false };
    });
    const html = page.html.replace(/<button.*?<\/button>/, '');
    const result = await github.read(toPage({ ...page, html }));
    expect(result?.ok && result.value.unread).toEqual([]);
  });

  it('takes several hundred comments from the page’s data, none twice', async () => {
    const page = withData((issue) => {
      const first = issue.frontTimelineItems.edges[1]?.node;
      issue.frontTimelineItems.edges = Array.from({ length: 400 }, (_, index) => ({
        node: { ...first, databaseId: 7001 + index },
      }));
    });
    const result = await github.read(toPage(page));
    // The issue itself and its closing.
    expect(result?.ok && result.value.messages).toHaveLength(402);
  });

  it('does not break on data that is no data', async () => {
    const html = react.html.replace(DATA, '$1{"payload": $3');
    const result = await github.read(toPage({ ...react, html }));
    expect(result?.ok && result.value.messages.map(({ id }) => id)).toEqual(['description', '7001', '7009']);
  });

  it('shows the state as the page does when it changed after loading', async () => {
    const html = react.html.replace('>Closed<', '>Open<');
    const result = await github.read(toPage({ ...react, html }));
    expect(result?.ok && result.value.status).toBe('open');
  });
});
