import { describe, expect, it } from 'vitest';
import type { Desk } from '@/lib/ticket/ticket-reader';
import { describeNotes, note } from '@/tests/contracts/note-contract';
import { describeReader, jsonResponse, toPage } from '@/tests/contracts/reader-contract';
import { describeSearch } from '@/tests/contracts/search-contract';
import cloudExpected from './fixtures/jira-cloud-SUP-417.expected.json';
import cloud from './fixtures/jira-cloud-SUP-417.json';
import dataCenterExpected from './fixtures/jira-data-center-HILFE-9.expected.json';
import dataCenter from './fixtures/jira-data-center-HILFE-9.json';
import { jiraServiceManagement as jira } from './jira-service-management';

interface Answered {
  names: Record<string, string>;
  fields: { summary: string };
  renderedFields: { description: string };
  comments: { renderedBody: string }[];
}

describeReader({
  reader: jira,
  cases: [
    { recorded: cloud, expected: cloudExpected },
    { recorded: dataCenter, expected: dataCenterExpected },
  ],
  foreign: [
    // A code browser, and a desk that answers something of its own.
    { ...dataCenter, html: '<title>Code</title><h1>browse</h1>', answers: {} },
    {
      ...dataCenter,
      html: '<h1>HILFE-9</h1>',
      answers: { [Object.keys(dataCenter.answers)[0] ?? '']: { id: 9, title: 'x' } },
    },
  ],
  usesApi: true,
  poison: (recorded, { subject, body, rest, fieldName }) => {
    const [issue, conversation] = Object.values(structuredClone(recorded.answers)) as unknown as [
      Answered,
      Answered,
    ];
    issue.fields.summary = subject;
    issue.renderedFields.description = body;
    issue.names.customfield_10051 = fieldName;
    Object.defineProperty(issue.fields, fieldName, { value: { polluted: 'yes' }, enumerable: true });
    for (const comment of conversation.comments) comment.renderedBody = rest;
    const [one = '', other = ''] = Object.keys(recorded.answers);
    return { ...recorded, answers: { [one]: issue, [other]: conversation } };
  },
});

const CLOUD = 'https://orchard-example.atlassian.net';

describe('Jira addresses', () => {
  it.each([
    [`${CLOUD}/browse/SUP-417`, '', 'SUP-417'],
    [`${CLOUD}/browse/SUP-417?focusedCommentId=1`, '', 'SUP-417'],
    [`${CLOUD}/jira/servicedesk/projects/SUP/queues/custom/12/SUP-417`, '', 'SUP-417'],
    [`${CLOUD}/jira/servicedesk/projects/SUP/queues/issue/SUP-417`, '', 'SUP-417'],
    [`${CLOUD}/jira/servicedesk/projects/SUP/section/incidents/custom/3/SUP-417`, '', 'SUP-417'],
    [`${CLOUD}/jira/software/c/projects/APP/boards/1?selectedIssue=APP-12`, '', 'APP-12'],
    [`${CLOUD}/jira/software/projects/APP/issues/APP-12`, '', 'APP-12'],
    [`${CLOUD}/projects/SUP/issues/SUP-417`, '', 'SUP-417'],
    [`${CLOUD}/servicedesk/customer/portal/2/SUP-417`, '', 'SUP-417'],
    ['https://desk.test/jira/browse/HILFE-9', '/jira', 'HILFE-9'],
    ['https://desk.test/jira/projects/HILFE/queues/custom/1/HILFE-9', '/jira', 'HILFE-9'],
    ['https://desk.test/jira/servicedesk/customer/portal/1/HILFE-9', '/jira', 'HILFE-9'],
    ['https://desk.test/secure/RapidBoard.jspa?rapidView=3&selectedIssue=A2_B-9', '', 'A2_B-9'],
    ['https://desk.test/a/b/secure/RapidBoard.jspa?selectedIssue=AB-9#x', '/a/b', 'AB-9'],
    [`${CLOUD}/browse/sup-417`, undefined, undefined],
    [`${CLOUD}/browse/SUP-417x`, undefined, undefined],
    [`${CLOUD}/browse/SUP`, undefined, undefined],
    [`${CLOUD}/jira/servicedesk/projects/SUP/queues/custom/12`, undefined, undefined],
    [`${CLOUD}/wiki/spaces/SUP/pages/SUP-417`, undefined, undefined],
    [`${CLOUD}/wiki/x?selectedIssue=SUP-417`, undefined, undefined],
    ['https://desk.test/?next=/browse/SUP-417', undefined, undefined],
  ])('%s', (href, basePath, ticketId) => {
    const url = new URL(href);
    expect(jira.locate(url)).toEqual(ticketId ? { ticketId, basePath } : null);
    if (ticketId) expect(jira.matches.some((pattern) => pattern.test(href))).toBe(true);
  });
});

describe('Jira', () => {
  const [issuePath = '', commentsPath = ''] = Object.keys(cloud.answers);
  const answers: Record<string, unknown> = cloud.answers;

  it('pages through a long conversation with one request a page', async () => {
    const asked: string[] = [];
    const result = await jira.read(
      toPage(cloud, (path) => {
        asked.push(path);
        if (path === issuePath) return jsonResponse(answers[path]);
        const start = Number(/startAt=(\d+)/.exec(path)?.[1]);
        const comments = Array.from({ length: Math.min(100, 730 - start) }, (_, index) => ({
          id: String(start + index),
          renderedBody: '<p>Text</p>',
          jsdPublic: true,
        }));
        return jsonResponse({ total: 730, comments });
      }),
    );
    expect(result?.ok && result.value.messages).toHaveLength(731);
    expect(result?.ok && result.value.messages.at(-1)?.id).toBe('729');
    expect(result?.ok && result.value.unread).toEqual([]);
    expect(asked).toHaveLength(9);
  });

  it('says that a very long conversation was cut', async () => {
    const result = await jira.read(
      toPage(cloud, (path) =>
        jsonResponse(
          path === issuePath
            ? answers[path]
            : {
                total: 5_000,
                comments: Array.from({ length: 100 }, () => ({
                  id: '1',
                  renderedBody: 'x',
                  jsdPublic: true,
                })),
              },
        ),
      ),
    );
    expect(result?.ok && result.value.messages).toHaveLength(2_000);
    expect(result?.ok && result.value.unread).toEqual([
      { field: 'messages', reason: 'only the first 1999 of 5000 were read' },
    ]);
  });

  it('knows a stranger by asking who one is', async () => {
    const result = await jira.read(
      toPage(cloud, (path) => jsonResponse('', { status: path.endsWith('/myself') ? 401 : 404 })),
    );
    expect(result).toMatchObject({ ok: false, error: { kind: 'logged-out' } });
  });

  it('takes nothing of the team for public when the desk does not say who sees it', async () => {
    const [, , publicPath = ''] = Object.keys(dataCenter.answers);
    const { [publicPath as never]: _, ...rest } = dataCenter.answers;
    const result = await jira.read(toPage({ ...dataCenter, answers: rest }));
    expect(result?.ok && result.value.messages.map(({ id, visibility }) => [id, visibility])).toEqual([
      ['description', 'public'],
      ['31', 'internal'],
      ['32', 'internal'],
      ['33', 'internal'],
      ['34', 'public'],
    ]);
    expect(result?.ok && result.value.unread).toEqual([
      { field: 'visibility', reason: expect.stringContaining('internal') },
    ]);
  });

  it('reads a software project, whose comments all who see it see', async () => {
    const issue = structuredClone(answers[issuePath]) as { fields: { project: object } };
    issue.fields.project = { key: 'SUP', projectTypeKey: 'software' };
    const comments = {
      total: 1,
      comments: [{ id: '1', author: { accountId: 'a' }, renderedBody: '<p>Hi</p>' }],
    };
    const result = await jira.read(
      toPage({ ...cloud, answers: { [issuePath]: issue, [commentsPath]: comments } }),
    );
    expect(result?.ok && result.value.messages[1]).toMatchObject({ role: 'agent', visibility: 'public' });
    expect(result?.ok && result.value.unread).toEqual([]);
  });
});

interface Stored {
  id: string;
  body: string;
  public: boolean;
}

function imitate(
  mood: { publishes?: boolean; customerQuotes?: boolean; cannotBeRead?: boolean; loggedOut?: boolean },
  readBack: (stored: Stored) => object = (stored) => ({ id: stored.id, jsdPublic: stored.public }),
  isRequest = true,
) {
  const comments: Stored[] = mood.customerQuotes ? [{ id: '1', body: note('').marker, public: true }] : [];
  const written: string[] = [];
  const headers: Headers[] = [];
  const desk: Desk = {
    url: new URL('https://desk.test/jira/'),
    signal: new AbortController().signal,
    fetch: async (input, init) => {
      const { pathname, searchParams } = new URL(String(input));
      if (mood.loggedOut) return jsonResponse('', { status: pathname.endsWith('/myself') ? 401 : 404 });
      if (mood.cannotBeRead) return jsonResponse('', { status: 500 });
      const id = /\/rest\/api\/2\/issue\/SUP-1\/comment\/(\d+)$/.exec(pathname)?.[1];
      if (id) return jsonResponse(readBack(comments.find((it) => it.id === id) as Stored));
      if (pathname.endsWith('/myself')) return jsonResponse({ name: 'sam' });
      if (!isRequest || pathname !== '/jira/rest/servicedeskapi/request/SUP-1/comment')
        return jsonResponse('', { status: 404 });
      if (init?.method !== 'POST') {
        const values = comments.filter(
          (it) => searchParams.get(it.public ? 'public' : 'internal') === 'true',
        );
        return jsonResponse({ isLastPage: true, values });
      }
      const sent = JSON.parse(String(init.body));
      headers.push(new Headers(init.headers));
      written.push(sent.body);
      const stored = {
        id: String(comments.length + 10),
        body: sent.body,
        public: mood.publishes ?? sent.public,
      };
      comments.push(stored);
      return jsonResponse(stored, { status: 201 });
    },
  };
  return { desk, written, headers };
}

describeNotes({
  reader: jira,
  ticketId: 'SUP-1',
  badIds: ['17', 'SUP-1/../2', 'SUP-1?x=', 'sup-1', ''],
  imitate,
});

describe('Jira notes', () => {
  it('does not believe an answer that the issue contradicts', async () => {
    const { desk } = imitate({}, ({ id }) => ({ id, jsdPublic: true }));
    expect(await jira.addNote?.(note('SUP-1'), desk)).toMatchObject({
      ok: false,
      error: { kind: 'changed-layout' },
    });
    const { desk: server } = imitate({}, ({ id }) => ({
      id,
      properties: [{ key: 'sd.public.comment', value: { internal: false } }],
    }));
    expect(await jira.addNote?.(note('SUP-1'), server)).toMatchObject({ ok: false });
  });

  it('refuses in words where every comment is public', async () => {
    const { desk, written } = imitate({}, undefined, false);
    expect(await jira.addNote?.(note('SUP-1'), desk)).toMatchObject({
      ok: false,
      error: { kind: 'forbidden', detail: expect.stringMatching(/^[A-Z].*No note was written\.$/) },
    });
    expect(written).toHaveLength(0);
  });

  it('leaves no markup, macro or mention alive', async () => {
    const { desk, written, headers } = imitate({});
    const text = 'see {code}, [~admin], \\[~all] and !pic.png!';
    await jira.addNote?.(
      { ...note('SUP-1'), text, link: { title: 'A|B', url: 'https://t.test/a|b]c' } },
      desk,
    );
    expect(written[0]).toContain('see \\{code\\}, \\[\\~admin\\], ∖\\[\\~all\\] and \\!pic.png\\!');
    expect(written[0]).toContain('[A\\|B|https://t.test/a%7Cb%5Dc]');
    expect(headers[0]?.get('x-atlassian-token')).toBe('no-check');
  });
});

const JQL =
  'project = "SUP" AND statusCategory != Done AND (text ~ "export" OR text ~ "or 1 1 x y z" OR text ~ "invoice") ORDER BY updated DESC';

describeSearch({
  reader: jira,
  ticketId: 'SUP-417',
  deskUrl: `${CLOUD}/`,
  answers: {
    '/rest/api/3/field': [
      { id: 'summary' },
      { id: 'customfield_10001', schema: { custom: 'com.atlassian.servicedesk:sd-customer-organizations' } },
    ],
    [`/rest/api/3/search/jql?jql=${JQL}&fields=summary,status,reporter,updated,customfield_10001&maxResults=50`]:
      {
        issues: [
          { key: 'SUP-417', fields: { summary: 'Itself' } },
          {
            key: 'SUP-400',
            fields: { summary: 'Old', status: { name: 'Done', statusCategory: { key: 'done' } } },
          },
          {
            key: 'SUP-410',
            fields: {
              summary: 'Export of invoices fails',
              status: { name: 'Open', statusCategory: { key: 'new' } },
              reporter: { accountId: 'a1', displayName: 'Noor', emailAddress: 'noor@fig.example' },
              updated: '2026-03-01T00:00:00.000+0000',
              customfield_10001: [{ id: '8', name: 'Fig Foods' }],
            },
          },
          {
            key: 'SUP-409',
            fields: { summary: 'Invoice', status: { name: 'Open' }, reporter: null, customfield_10001: [] },
          },
        ],
      },
    '/rest/servicedeskapi/knowledgebase/article?query=export or 1 1 x y z invoice&limit=20': {
      size: 2,
      isLastPage: true,
      values: [
        {
          title: 'Exporting invoices',
          excerpt: 'Long exports are cut',
          source: { type: 'confluence', pageId: '8786', spaceKey: 'HELP' },
          content: { iframeSrc: `${CLOUD}/rest/servicedeskapi/knowledgebase/article/view/8786` },
        },
        { title: 'Elsewhere', source: { type: 'other' }, content: { iframeSrc: 'javascript:alert(1)' } },
      ],
    },
  },
  tickets: [
    {
      ticketId: 'SUP-410',
      number: 'SUP-410',
      url: `${CLOUD}/browse/SUP-410`,
      subject: 'Export of invoices fails',
      status: 'Open',
      requester: { id: 'a1', name: 'Noor', email: 'noor@fig.example' },
      organization: { id: '8', name: 'Fig Foods', source: 'desk', url: null },
      updatedAt: 1772323200000,
    },
    {
      ticketId: 'SUP-409',
      number: 'SUP-409',
      url: `${CLOUD}/browse/SUP-409`,
      subject: 'Invoice',
      status: 'Open',
      requester: { id: '', name: '', email: '' },
      organization: null,
      updatedAt: null,
    },
  ],
  articles: [
    {
      id: '8786',
      title: 'Exporting invoices',
      url: `${CLOUD}/wiki/spaces/HELP/pages/8786`,
      excerpt: 'Long exports are cut',
      updatedAt: null,
    },
  ],
});
