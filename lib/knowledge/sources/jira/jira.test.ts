// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { configFields, configProblem } from '@/lib/trackers/config-fields';
import { describeSource } from '@/tests/contracts/source-contract';
import { Replica, readOn } from '@/tests/contracts/source-replica';
import type { JiraSourceConfig } from './config';
import { fakeJira } from './fixtures/fake-jira';
import model from './fixtures/issue-cloud.json';
import { jira } from './jira';

const cloud: JiraSourceConfig = {
  edition: 'cloud',
  url: 'https://acme.example',
  email: 'bot@acme.example',
  token: 'ATATT3x0123456789',
  jql: 'project = APP AND issuetype = Bug',
};
const dataCenter: JiraSourceConfig = {
  ...cloud,
  edition: 'data-center',
  url: 'https://it.example/jira',
  email: '',
  token: 'NjA4MDAyNzQ',
};
const basic = `Basic ${btoa(`${cloud.email}:${cloud.token}`)}`;
const bearer = `Bearer ${dataCenter.token}`;

describeSource({
  source: jira,
  config: cloud,
  secret: cloud.token,
  many: 250,
  start: () => fakeJira('cloud', basic),
});
describeSource({
  source: { ...jira, name: 'Jira Data Center' },
  config: dataCenter,
  secret: dataCenter.token,
  many: 250,
  start: () => fakeJira('data-center', bearer, 'America/St_Johns'),
});

const contextOf = (config: JiraSourceConfig, fetch: typeof globalThis.fetch) => ({
  config,
  fetch,
  signal: new AbortController().signal,
  now: () => Date.UTC(2026, 10, 22),
});
const readOne = async (fields: Record<string, unknown>) => {
  const server = fakeJira('cloud', basic);
  server.set(12, fields);
  const { pages } = await readOn(jira, null, contextOf(cloud, server.fetch));
  return pages.flatMap((page) => page.put)[0];
};

describe('known bugs of Jira', () => {
  it('gives the expected record of the documented issue', async () => {
    expect(await readOne({})).toEqual({
      kind: 'known-bug',
      id: '12',
      key: 'APP-12',
      title: 'Invoice PDF is blank — Grüße ✅',
      text: 'Steps\n- Open Billing\n- Export\n@Octavia\nE-1207\n  at export\nCode | Means',
      body: null,
      status: 'in-progress',
      statusText: 'In Review',
      parts: ['Billing'],
      versions: ['5.3'],
      fixedIn: ['5.4'],
      signatures: ['E-1207', 'INV_PDF'],
      workaround: 'Use the web export.',
      reply: '',
      reports: [{ title: 'Empty invoice', text: '', url: 'https://acme.example/browse/SUP-7' }],
      reportCount: 1,
      organizations: ['Harbor Logistics'],
      url: 'https://acme.example/browse/APP-12',
      createdAt: Date.UTC(2026, 0, 5, 8, 0, 0, 120),
      updatedAt: Date.UTC(2026, 0, 7, 9, 30, 1, 176),
      issue: null,
    });
  });

  it.each([
    ['new', 'Backlog', null, 'open'],
    ['undefined', 'Strange', null, 'open'],
    ['indeterminate', 'Resolved', null, 'in-progress'],
    ['done', 'Done', 'Fixed', 'fixed'],
    ['done', 'Done', "Won't Do", 'closed'],
    ['done', 'Closed', 'Cannot Reproduce', 'closed'],
    ['done', 'Rejected', null, 'closed'],
    ['done', 'Done', null, 'fixed'],
  ])('category %s, %s, resolution %s means %s', async (key, name, resolution, status) => {
    const fields = {
      status: { name, statusCategory: { key } },
      resolution: resolution && { name: resolution },
    };
    expect(await readOne(fields)).toMatchObject({ status, statusText: name });
  });

  it('asks for the custom fields that mean something, with GET alone', async () => {
    const server = fakeJira('cloud', basic);
    server.set(12, model.fields);
    await readOn(jira, null, contextOf(cloud, server.fetch));
    const [, , page] = server.asked;
    expect(page?.searchParams.get('fields')).toContain(
      'updated,customfield_10050,customfield_10051,customfield_10052',
    );
    expect(page?.searchParams.get('jql')).toBe(
      '(project = APP AND issuetype = Bug) ORDER BY updated ASC, key ASC',
    );
  });

  it('starts its list over when the token of a page is no longer good', async () => {
    const server = fakeJira('cloud', basic);
    for (let n = 1; n <= 250; n += 1) server.set(n, {});
    const before = await readOn(jira, null, contextOf(cloud, server.fetch), 2);
    server.tokens.clear();
    const after = await readOn(jira, before.cursor, contextOf(cloud, server.fetch));
    expect(after.error).toBeNull();
    const replica = new Replica();
    replica.applyAll(before);
    replica.applyAll(after);
    expect(replica.ids()).toHaveLength(250);
  });

  it('takes a bad token for no empty result', async () => {
    const server = fakeJira('cloud', 'another');
    expect((await readOn(jira, null, contextOf(cloud, server.fetch))).error?.kind).toBe('unauthorized');

    const good = fakeJira('data-center', bearer);
    for (let n = 1; n <= 1_500; n += 1) good.set(n, {});
    let searches = 0;
    const withdrawn: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.url.includes('/search')) searches += 1;
      if (searches > 1) request.headers.set('authorization', 'withdrawn');
      return good.fetch(request);
    };
    const listed: unknown[] = [];
    for await (const ids of jira.listIds?.(contextOf(dataCenter, withdrawn)) ?? [])
      listed.push(ids.ok || ids.error.kind);
    expect(listed).toEqual([true, 'unauthorized']);
  });

  it('needs an account in Cloud, and says which field is missing', () => {
    const config = { ...cloud, email: '' };
    const parsed = jira.configSchema.safeParse(config);
    expect(parsed.success ? '' : configProblem(jira, config, parsed.error.issues)).toBe(
      'E-mail of the account is missing.',
    );
    expect(jira.configSchema.safeParse(dataCenter).success).toBe(true);
    expect(configFields(jira).map(({ name }) => name)).toEqual(['edition', 'url', 'email', 'token', 'jql']);
  });

  it('takes no order in the query', () => {
    expect(jira.configSchema.safeParse({ ...cloud, jql: 'project = APP order  by created' }).success).toBe(
      false,
    );
    expect(jira.place(cloud)).toBe('acme.example: project = APP AND issuetype = Bug');
  });
});
