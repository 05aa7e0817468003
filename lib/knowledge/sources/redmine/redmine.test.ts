// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { describeSource } from '@/tests/contracts/source-contract';
import { readOn } from '@/tests/contracts/source-replica';
import { fakeRedmine } from './fixtures/fake-redmine';
import { redmineIssues } from './redmine';

const config = { url: 'https://redmine.example/', apiKey: 'k3y'.repeat(13), project: 'app', trackerName: '' };

describeSource({
  source: redmineIssues,
  config,
  secret: config.apiKey,
  many: 250,
  start: () => fakeRedmine(config.apiKey),
});

const contextOf = (fetch: typeof globalThis.fetch, more: Partial<typeof config> = {}) => ({
  config: { ...config, ...more },
  fetch,
  signal: new AbortController().signal,
  now: () => Date.UTC(2026, 10, 22),
});
const readAll = async (fetch: typeof globalThis.fetch, more: Partial<typeof config> = {}) => {
  const { pages, error } = await readOn(redmineIssues, null, contextOf(fetch, more));
  return { put: pages.flatMap((page) => page.put), error };
};

describe('known bugs of Redmine', () => {
  it('gives the expected record of a recorded issue', async () => {
    const server = fakeRedmine(config.apiKey);
    server.set(1, {});
    expect((await readAll(server.fetch)).put).toEqual([
      {
        kind: 'known-bug',
        id: '1',
        key: '#1',
        title: 'Invoice PDF is blank — Grüße ✅',
        text: '*Steps*\n\n# Open\n# Export\n\n<pre>x</pre>',
        body: null,
        status: 'in-progress',
        statusText: 'In Progress',
        parts: ['Billing'],
        versions: [],
        fixedIn: ['5.4'],
        signatures: [],
        workaround: '',
        reply: '',
        reports: [],
        reportCount: 0,
        organizations: [],
        url: 'https://redmine.example/issues/1',
        createdAt: Date.UTC(2026, 10, 21, 23, 5, 21),
        updatedAt: Date.UTC(2026, 10, 21, 23, 5, 22),
        issue: { trackerId: 'redmine', id: '1', key: '#1', url: 'https://redmine.example/issues/1' },
      },
    ]);
  });

  it('takes custom fields by their names, and duplicates as reports', async () => {
    const server = fakeRedmine(config.apiKey);
    const relation = (from: number, to: number, type: string) => ({
      id: 1,
      issue_id: from,
      issue_to_id: to,
      relation_type: type,
    });
    server.set(1, {
      custom_fields: [
        { id: 3, name: 'Workaround', value: 'Use the web export.' },
        { id: 4, name: 'Customer reply', value: 'We know of it.' },
        { id: 5, name: 'Error code', value: ['E-1207', 'INV_PDF'] },
        { id: 6, name: 'Organizations', value: 'Harbor\r\nLumen' },
        { id: 7, name: 'Affected version', value: '5.3' },
        { id: 8, name: '__proto__', value: { polluted: 1 } },
        { id: 9, name: 'Reply' },
      ],
      relations: [
        relation(2, 1, 'duplicates'),
        relation(1, 3, 'duplicates'),
        relation(9, 1, 'duplicates'),
        relation(1, 4, 'relates'),
      ],
    });
    server.set(2, {
      subject: 'Blank file',
      description: 'The PDF has no pages.',
      relations: [relation(2, 1, 'duplicates')],
    });
    const [bug, report] = (await readAll(server.fetch)).put;
    expect(bug).toMatchObject({
      workaround: 'Use the web export.',
      reply: 'We know of it.',
      signatures: ['E-1207', 'INV_PDF'],
      organizations: ['Harbor', 'Lumen'],
      versions: ['5.3'],
      // One of them cannot be seen by the key.
      reports: [
        { title: 'Blank file', text: 'The PDF has no pages.', url: 'https://redmine.example/issues/2' },
      ],
      reportCount: 2,
    });
    expect(report).toMatchObject({ id: '2', reports: [], reportCount: 0 });
  });

  it('reads a bug again when an issue that was linked to it changes', async () => {
    const server = fakeRedmine(config.apiKey);
    for (let n = 1; n <= 20; n += 1) server.put({ n, title: `Bug ${n}`, text: '', at: Date.UTC(2026, 1, n) });
    const first = await readOn(redmineIssues, null, contextOf(server.fetch));
    // As a real Redmine does: the link stands at both, and the date of the bug stays.
    const relations = [{ id: 1, issue_id: 7, issue_to_id: 3, relation_type: 'duplicates' }];
    server.set(3, { relations });
    server.put({ n: 7, title: 'Bug 7, closed', text: '', at: Date.UTC(2026, 2, 1) });
    server.set(7, { relations });
    const { pages } = await readOn(redmineIssues, first.cursor, contextOf(server.fetch));
    expect(pages.flatMap((page) => page.put)).toMatchObject([
      { id: '7', reports: [] },
      { id: '3', reports: [{ title: 'Bug 7, closed' }] },
    ]);
  });

  it.each([
    ['New', false, 'open'],
    ['In Progress', false, 'in-progress'],
    ['Resolved', false, 'fixed'],
    ['Feedback', false, 'open'],
    ['Closed', true, 'fixed'],
    ['Rejected', true, 'closed'],
  ])('status %s, closed %s, means %s', async (name, is_closed, status) => {
    const server = fakeRedmine(config.apiKey);
    server.set(1, { status: { id: 1, name, is_closed } });
    expect((await readAll(server.fetch)).put).toMatchObject([{ status, statusText: name }]);
  });

  it('takes a bad key for no empty project, at the start and while it reads', async () => {
    const server = fakeRedmine(config.apiKey);
    expect((await readAll(server.fetch, { apiKey: 'wrong' })).error?.kind).toBe('unauthorized');

    for (let n = 1; n <= 150; n += 1) server.set(n, {});
    let pages = 0;
    const withdrawn: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.url.includes('/issues.json')) pages += 1;
      if (pages > 1) request.headers.set('x-redmine-api-key', 'withdrawn');
      return server.fetch(request);
    };
    expect((await readAll(withdrawn)).error?.kind).toBe('unauthorized');
    pages = 0;
    const kinds: unknown[] = [];
    for await (const ids of redmineIssues.listIds?.(contextOf(withdrawn)) ?? [])
      kinds.push(ids.ok || ids.error.kind);
    expect(kinds).toEqual([true, 'unauthorized']);
  });

  it('does not take a listing that came out short for deletions', async () => {
    const server = fakeRedmine(config.apiKey);
    for (let n = 1; n <= 250; n += 1) server.set(n, {});
    const shrinking: typeof fetch = async (input, init) => {
      const answer = await server.fetch(input, init);
      // Ten that were listed already vanish, so ten others slip past the border.
      if (String(input).includes('sort=id'))
        for (let n = 1; n <= 10; n += 1) server.remove(n + server.requests.length * 10);
      return answer;
    };
    const listed: unknown[] = [];
    for await (const ids of redmineIssues.listIds?.(contextOf(shrinking)) ?? [])
      listed.push(ids.ok || ids.error.kind);
    expect(listed.at(-1)).toBe('unexpected-answer');
  });

  it('narrows to one tracker, and names those there are', async () => {
    const server = fakeRedmine(config.apiKey);
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      asked.push(String(input));
      return server.fetch(input, init);
    };
    await readAll(fetch, { trackerName: 'bug' });
    expect(asked.find((url) => url.includes('issues.json'))).toContain('project_id=app&tracker_id=1');
    expect((await readAll(fetch, { trackerName: 'Incident' })).error).toEqual({
      kind: 'invalid',
      message: 'App has no tracker “Incident”; it has: Bug, Feature.',
    });
  });

  it('says what it found', async () => {
    const server = fakeRedmine(config.apiKey);
    for (let n = 1; n <= 12; n += 1) server.set(n, {});
    expect(await redmineIssues.check(contextOf(server.fetch))).toEqual({
      ok: true,
      value: { summary: 'Signed in as Escalation Bot; 12 issues in App', warnings: [] },
    });
    expect(redmineIssues.place(config)).toBe('redmine.example, project app');
  });
});
