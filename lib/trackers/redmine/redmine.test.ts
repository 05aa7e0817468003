// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { NewIssue } from '@/lib/trackers/new-issue';
import { describeTracker } from '@/tests/contracts/tracker-contract';
import type { RedmineConfig } from './config';
import { toSubject } from './create-issue';
import { type FakeRedmineOptions, fakeRedmine } from './fixtures/fake-redmine';
import issues from './fixtures/issues.json';
import { redmine } from './redmine';

const KEY = 'baton0123456789abcdef0123';
const config: RedmineConfig = {
  url: 'https://tracker.example/redmine/',
  apiKey: 'b'.repeat(40),
  project: 'app',
  trackerName: 'bug',
  formatting: 'textile',
};
const start = (more: Partial<FakeRedmineOptions> = {}) =>
  fakeRedmine({ key: config.apiKey, project: 'app', base: '/redmine', ...more });
const contextOf = (fetch: typeof globalThis.fetch, more: Partial<RedmineConfig> = {}) => ({
  config: { ...config, ...more },
  fetch,
  signal: new AbortController().signal,
  now: () => 0,
});
const issue: NewIssue = {
  title: 'Saving stops',
  body: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: 'h1. <b>' }] }] },
  facts: {
    severity: 3,
    priority: 'high',
    part: 'billing',
    takenUpBy: '2026-12-01',
    ticketUrl: 'https://desk.example/t/1',
    ticketNumber: '1',
  },
};

describeTracker({
  tracker: redmine,
  config,
  secret: config.apiKey,
  start,
  isCreate: (request) => request.method === 'POST' && new URL(request.url).pathname.endsWith('/issues.json'),
  createdWith: (id) => ({ issue: { id, subject: 'x' } }),
});

describe('redmine', () => {
  it('files with tracker, priority, category, date and custom fields', async () => {
    const server = start();
    await redmine.createIssue(issue, KEY, contextOf(server.fetch));
    const second = await redmine.createIssue(issue, 'other', contextOf(server.fetch));
    expect(second).toEqual({
      ok: true,
      value: { id: '2', key: '#2', url: 'https://tracker.example/redmine/issues/2' },
    });
    expect(server.posts[1]).toMatchObject({
      project_id: 'app',
      tracker_id: 1,
      priority_id: 3,
      category_id: 1,
      due_date: '2026-12-01',
      custom_fields: [
        { id: 1, value: 'https://desk.example/t/1 other' },
        { id: 2, value: '3' },
      ],
    });
  });

  it('in an empty project fills the custom fields once the first issue has told their ids', async () => {
    const server = start();
    await redmine.createIssue(issue, KEY, contextOf(server.fetch));
    expect(server.stored[0]?.issue.custom_fields[0]).toMatchObject({
      value: `https://desk.example/t/1 ${KEY}`,
    });
  });

  it('files without optional fields when Redmine refuses them', async () => {
    const server = start({ refusesOptionalFields: true });
    expect(await redmine.createIssue(issue, KEY, contextOf(server.fetch))).toMatchObject({ ok: true });
    expect(server.posts).toHaveLength(2);
    expect(server.issueCount()).toBe(1);
  });

  it('a bad key is unauthorized although Redmine answers the search with an empty list', async () => {
    const ctx = contextOf(start().fetch, { apiKey: 'wrong' });
    expect(await redmine.findIssue(KEY, ctx)).toMatchObject({ error: { kind: 'unauthorized' } });
    expect(await redmine.listChanges(0, ctx)).toMatchObject({ error: { kind: 'unauthorized' } });
  });

  it('takes the oldest of two, and distrusts a server that ignores the filter', async () => {
    const server = start({ ignoresFilters: true });
    const ctx = contextOf(server.fetch);
    await redmine.createIssue(issue, KEY, ctx);
    await redmine.createIssue(issue, KEY, ctx);
    expect(await redmine.findIssue(KEY, ctx)).toMatchObject({ value: { id: '1' } });
    expect(await redmine.findIssue('missing', ctx)).toMatchObject({ error: { kind: 'unexpected-answer' } });
  });

  it('finds an issue whose description was rewritten by the custom field', async () => {
    const server = start();
    await redmine.createIssue(issue, KEY, contextOf(server.fetch));
    const stored = server.stored[0];
    if (stored) stored.issue.description = 'Rewritten';
    expect(await redmine.findIssue(KEY, contextOf(server.fetch))).toMatchObject({ value: { id: '1' } });
  });

  it('pages through changes, oldest first, and is not kept by a server that repeats a page', async () => {
    const [sample] = issues.issues;
    const many = Array.from({ length: 230 }, (_, at) => ({
      ...sample,
      id: at + 1,
      updated_on: new Date(Date.UTC(2026, 0, 1, 0, 0, at)).toISOString(),
    }));
    const server = start();
    const pages: string[] = [];
    const serve =
      (repeat: boolean): typeof fetch =>
      async (input, init) => {
        const url = new URL(new Request(input, init).url);
        if (!url.pathname.endsWith('/issues.json')) return server.fetch(input, init);
        const offset = repeat ? 0 : Number(url.searchParams.get('offset'));
        pages.push(url.search);
        return Response.json({ issues: many.slice(offset, offset + 100), total_count: 1e9 });
      };
    const all = await redmine.listChanges(0, contextOf(serve(false)));
    expect(all.ok && all.value.map(({ ref }) => Number(ref.id))).toEqual(many.map(({ id }) => id));
    const repeated = await redmine.listChanges(0, contextOf(serve(true)));
    expect(repeated.ok && repeated.value).toHaveLength(100);
    expect(pages[0]).toContain('updated_on=%3E%3D1970-01-01T00%3A00%3A00Z');
  });

  it.each<[string, Partial<FakeRedmineOptions>, Partial<RedmineConfig>, string]>([
    ['a bad key', {}, { apiKey: 'wrong' }, 'does not accept this API key'],
    ['the API switched off', { apiEnabled: false }, {}, 'API is switched off'],
    ['a missing project', {}, { project: 'nope' }, 'there is no project nope'],
    ['an unknown tracker', {}, { trackerName: 'Fault' }, 'It has: Bug, Feature, Support'],
    ['no right to add issues', { permissions: ['view_issues'] }, {}, 'may not add issues'],
    ['another address', {}, { url: 'https://tracker.example/redmine/else' }, 'no Redmine at this address'],
  ])('check tells %s in words', async (_name, options, more, words) => {
    const answer = await redmine.check(contextOf(start(options).fetch, more));
    expect(answer.ok ? '' : answer.error.message).toContain(words);
  });

  it('check says who signs in, and what is missing', async () => {
    const report = await redmine.check(contextOf(start({ permissions: ['add_issues'] }).fetch));
    expect(report).toMatchObject({ value: { summary: 'Signed in as Escalation Bot; files into App' } });
    expect(report.ok && report.value.warnings).toHaveLength(4);
  });

  it('says in words that a file is too large', async () => {
    const ctx = contextOf(start().fetch);
    const created = await redmine.createIssue(issue, KEY, ctx);
    if (!created.ok) throw new Error(created.error.message);
    const file = { name: 'C:\\logs\\big.bin', type: '', bytes: new Blob([new Uint8Array(5_300_000)]) };
    const answer = await redmine.attach(created.value, file, 'f', ctx);
    expect(answer).toMatchObject({ error: { kind: 'invalid' } });
    expect(!answer.ok && answer.error.message).toContain('big.bin was not taken.');
  });

  it('keeps a subject within 255 code points', () => {
    expect([...toSubject('👩‍👩‍👧‍👦'.repeat(200))].length).toBeLessThanOrEqual(255);
    expect(toSubject(' \n ')).toBe('Escalation');
  });
});
