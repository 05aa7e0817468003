import { describe, expect, it } from 'vitest';
import type { Desk } from '@/lib/ticket/ticket-reader';
import { type DeskMood, describeNotes, note } from '@/tests/contracts/note-contract';
import { describeReader, jsonResponse, toPage, toResponse } from '@/tests/contracts/reader-contract';
import { describeSearch } from '@/tests/contracts/search-contract';
import belowPathExpected from './fixtures/gitlab-15-below-path-7.expected.json';
import belowPath from './fixtures/gitlab-15-below-path-7.json';
import serviceDeskExpected from './fixtures/gitlab-17-service-desk-42.expected.json';
import serviceDesk from './fixtures/gitlab-17-service-desk-42.json';
import { gitlab } from './gitlab';
import { toReadable } from './markdown';

describeReader({
  reader: gitlab,
  cases: [
    { recorded: serviceDesk, expected: serviceDeskExpected },
    { recorded: belowPath, expected: belowPathExpected },
  ],
  foreign: [
    { ...serviceDesk, url: 'https://forge.test/a/b/-/issues/42', html: '<h1>Forge</h1>', answers: {} },
  ],
  usesApi: true,
  poison: (recorded, { subject, body, rest }) => {
    const answers = structuredClone(recorded.answers) as Record<string, never>;
    for (const answer of Object.values(answers)) {
      const { $json, title } = answer as { $json?: { body: string; system: boolean }[]; title?: string };
      if (title) Object.assign(answer, { title: subject, description: body });
      for (const item of $json ?? []) if (!item.system) item.body = rest;
    }
    return { ...recorded, answers };
  },
});

describe('GitLab addresses', () => {
  it.each([
    ['https://gitlab.com/orchard/app/-/issues/42', '/orchard/app', '42'],
    ['https://gitlab.com/orchard/a/b/c.d/-/work_items/42#note_1', '/orchard/a/b/c.d', '42'],
    ['https://gitlab.com/orchard/app/-/issues/incident/42/timeline', '/orchard/app', '42'],
    ['https://git.test/sub/orchard/app/-/issues/42?x=1', '/sub/orchard/app', '42'],
    ['https://gitlab.com/groups/orchard/-/work_items/42', undefined, undefined],
    ['https://gitlab.com/orchard/app/-/issues', undefined, undefined],
    ['https://gitlab.com/orchard/app/-/issues/service_desk', undefined, undefined],
    ['https://gitlab.com/orchard/app/-/issues/42x', undefined, undefined],
    ['https://gitlab.com/orchard/app/-/merge_requests/42', undefined, undefined],
    ['https://gitlab.com/orchard/-/issues/42', undefined, undefined],
    ['https://github.com/orchard/app/issues/42', undefined, undefined],
  ])('%s', (href, basePath, ticketId) => {
    expect(gitlab.locate(new URL(href))).toEqual(ticketId ? { ticketId, basePath } : null);
    if (ticketId) expect(gitlab.matches.some((pattern) => pattern.test(href))).toBe(true);
  });
});

describe('GitLab', () => {
  it('pages through a long conversation, one request a page', async () => {
    const asked: string[] = [];
    const answers: Record<string, unknown> = serviceDesk.answers;
    const result = await gitlab.read(
      toPage(serviceDesk, (path) => {
        asked.push(path);
        if (!path.includes('/notes')) return toResponse(answers[path] ?? []);
        const page = Number(/[?&]page=(\d+)/.exec(path)?.[1]);
        const notes = Array.from({ length: 100 }, (_, index) => ({
          id: page * 1000 + index,
          body: 'Text',
          author: { id: 5, name: 'Ines Roth' },
          system: false,
          internal: false,
        }));
        const link = page < 6 ? { link: `<https://gitlab.com/x?id=1&page=${page + 1}&y=2>; rel="next"` } : {};
        return jsonResponse(notes, { headers: link });
      }),
    );
    expect(result?.ok && result.value.messages).toHaveLength(601);
    expect(result?.ok && result.value.unread).toEqual([]);
    // Issue, links, six pages of notes, members.
    expect(asked).toHaveLength(9);
  });

  it('stops at a conversation without end, and says so', async () => {
    const answers: Record<string, unknown> = serviceDesk.answers;
    const result = await gitlab.read(
      toPage(serviceDesk, (path) =>
        path.includes('/notes')
          ? jsonResponse(
              Array.from({ length: 100 }, (_, id) => ({ id, body: 'x', system: false, internal: true })),
              { headers: { 'x-next-page': String(Number(/[?&]page=(\d+)/.exec(path)?.[1]) + 1) } },
            )
          : toResponse(answers[path] ?? []),
      ),
    );
    expect(result?.ok && result.value.messages).toHaveLength(2_000);
    expect(result?.ok && result.value.unread.map(({ field }) => field)).toEqual(['messages']);
  });

  it('knows a stranger by asking who one is', async () => {
    const result = await gitlab.read(
      toPage(serviceDesk, (path) => jsonResponse('', { status: path.endsWith('/user') ? 401 : 404 })),
    );
    expect(result).toMatchObject({ ok: false, error: { kind: 'logged-out' } });
  });

  it('shows no half-hidden address as one', async () => {
    const answers = structuredClone(serviceDesk.answers) as Record<
      string,
      { service_desk_reply_to?: string }
    >;
    const [issue] = Object.values(answers);
    if (issue) issue.service_desk_reply_to = 'om***@p***.example';
    const result = await gitlab.read(toPage({ ...serviceDesk, answers }));
    expect(result?.ok && result.value.requester).toEqual({ id: '', name: 'om***@p***.example', email: '' });
  });

  it('takes the opener of a ticket made from an issue for an agent', async () => {
    const answers = structuredClone(serviceDesk.answers) as Record<string, { author?: object }>;
    const [issue] = Object.values(answers);
    if (issue) issue.author = { id: 5, username: 'ines', name: 'Ines Roth' };
    const result = await gitlab.read(toPage({ ...serviceDesk, answers }));
    expect(result?.ok && result.value.messages[0]).toMatchObject({ author: 'Ines Roth', role: 'agent' });
    expect(result?.ok && result.value.requester.email).toBe('omar@plum.example');
  });
});

describe('Markdown of GitLab', () => {
  it.each([
    ['Plain *text*\n- a < b', 'Plain *text*\n- a < b', false],
    [
      'Mail <omar@plum.example> or <https://plum.example>',
      'Mail omar@plum.example or https://plum.example',
      false,
    ],
    ['Use `List<b>` of <Thing>', 'Use `List&lt;b>` of &lt;Thing>', true],
    ['<b>x</b>\n```\n<b>\n```', '<b>x</b><br>```<br>&lt;b><br>```', true],
    ['see <!-- hidden --> this', 'see <!-- hidden --> this', true],
  ])('%j', (markdown, body, isHtml) => expect(toReadable(markdown)).toEqual({ body, isHtml }));
});

function imitate(mood: DeskMood, { version = '17.4.1', token = 'fresh', root = '' } = {}) {
  const path = 'orchard/app';
  const notes: object[] = mood.customerQuotes
    ? [{ id: 1, body: `quoted ${note('').marker}`, system: false, internal: false }]
    : [];
  const written: string[] = [];
  const sent: { headers: Headers; body: Record<string, unknown> }[] = [];
  const desk: Desk = {
    url: new URL(`https://gitlab.test${root}/${path}/`),
    signal: new AbortController().signal,
    fetch: async (input, init) => {
      const { pathname } = new URL(String(input));
      if (pathname === `${root}/${path}/-/issues/42`) {
        const form = '<form><input type="password"></form>';
        const meta = token ? `<meta name="csrf-token" content="${token}">` : '';
        const html = `${meta}<link rel="manifest" href="${root}/-/manifest.json">${mood.loggedOut ? form : ''}`;
        return new Response(html, { headers: { 'content-type': 'text/html' } });
      }
      if (mood.cannotBeRead) return jsonResponse('', { status: 500 });
      if (pathname === `${root}/api/v4/version`) return jsonResponse({ version });
      if (pathname !== `${root}/api/v4/projects/orchard%2Fapp/issues/42/notes`)
        return jsonResponse('', { status: 404 });
      if (init?.method !== 'POST') return jsonResponse(notes);
      const body = JSON.parse(String(init.body));
      sent.push({ headers: new Headers(init.headers), body });
      written.push(body.body);
      const stored = { id: notes.length + 9, body: body.body, system: false, internal: !mood.publishes };
      notes.push(stored);
      return jsonResponse(stored, { status: 201 });
    },
  };
  return { desk, written, sent };
}

describeNotes({ reader: gitlab, ticketId: '42', badIds: ['4x', '1/../2', '-1', ''], imitate });

describe('GitLab notes', () => {
  it('defuses quick actions, mentions, references and markup', async () => {
    const { desk, written, sent } = imitate({}, { root: '/sub' });
    const text =
      'First\n/close\n  /label ~bug\n@all see #12, !3, $4 and [x](y)\n1. item\n> quote\n```\n/close';
    expect(await gitlab.addNote?.({ ...note('42'), text }, desk)).toMatchObject({ ok: true });
    for (const line of written[0]?.split('\n') ?? []) expect(line).not.toMatch(/^\s*\/[a-z]/);
    expect(written[0]).not.toMatch(/[@#!~$](?=\w)/);
    expect(written[0]).not.toMatch(/^(?:```|>|\d+\.)/m);
    expect(sent[0]?.headers.get('x-csrf-token')).toBe('fresh');
    expect(sent[0]?.body.internal).toBe(true);
  });

  it('writes nothing without a token, or to a GitLab that knows no internal notes', async () => {
    const closed = imitate({}, { token: '' });
    expect(await gitlab.addNote?.(note('42'), closed.desk)).toMatchObject({
      ok: false,
      error: { kind: 'logged-out' },
    });
    const old = imitate({}, { version: '13.12.1' });
    expect(await gitlab.addNote?.(note('42'), old.desk)).toMatchObject({
      ok: false,
      error: { kind: 'forbidden' },
    });
    expect([...closed.written, ...old.written]).toEqual([]);
  });
});

const found = (iid: number, title: string, more: object = {}) => ({
  iid,
  title,
  state: 'opened',
  author: { id: 900, username: 'support-bot' },
  service_desk_reply_to: `user${iid}@fig.example`,
  updated_at: '2026-03-01T00:00:00.000Z',
  ...more,
});
const searched = (word: string) =>
  `/api/v4/projects/orchard/app/issues?search=${word}&in=title,description&state=opened&per_page=50&order_by=updated_at`;
const record = (iid: number, subject: string) => ({
  ticketId: String(iid),
  number: `#${iid}`,
  url: `https://gitlab.test/orchard/app/-/issues/${iid}`,
  subject,
  status: 'opened',
  requester: {
    id: `user${iid}@fig.example`,
    name: `user${iid}@fig.example`,
    email: `user${iid}@fig.example`,
  },
  organization: { id: 'fig.example', name: 'fig.example', source: 'email', url: null },
  updatedAt: 1772323200000,
});

describeSearch({
  reader: gitlab,
  ticketId: '42',
  deskUrl: 'https://gitlab.test/orchard/app/',
  answers: {
    [searched('export')]: [found(42, 'Itself'), found(50, 'Slow export'), found(51, 'Export of invoices')],
    [searched('OR 1 1 x y z')]: [],
    [searched('invoice')]: [found(51, 'Export of invoices'), found(52, 'Old invoice', { state: 'closed' })],
  },
  tickets: [record(51, 'Export of invoices'), record(50, 'Slow export')],
});
