// @vitest-environment node
import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClock, type Sites, startSites } from './index';

let sites: Sites;

beforeEach(async () => {
  sites = await startSites({ clock: createClock('2026-11-09T09:30:00Z') });
});

afterEach(async () => {
  await sites.close();
});

/** The page's way in: the entry sets the cookie, answers carry the token. */
async function openDesk() {
  const entry = await fetch(`${sites.desk.url}/`);
  const cookie = (entry.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const get = (path: string) => fetch(`${sites.desk.url}/api/v1/${path}`, { headers: { cookie } });
  const token = (await get('users/me')).headers.get('csrf-token') ?? '';
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${sites.desk.url}/api/v1/ticket_articles`, {
      method: 'POST',
      headers: { cookie, 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return { html: await entry.text(), get, post, token };
}

function callTracker(path: string, init: RequestInit = {}, key = sites.tracker.apiKey) {
  return fetch(`${sites.tracker.url}${path}`, {
    ...init,
    headers: { 'X-Redmine-API-Key': key, 'Content-Type': 'application/json', ...init.headers },
  });
}

function createIssue(issue: Record<string, unknown>, key?: string) {
  return callTracker('/issues.json', { method: 'POST', body: JSON.stringify({ issue }) }, key);
}

test('desk answers nothing without a session and everything with one', async () => {
  const bare = await fetch(`${sites.desk.url}/api/v1/tickets/1`);
  expect(bare.status).toBe(401);
  expect(await bare.json()).toEqual({ error: 'Authentication required' });

  const { get } = await openDesk();
  const ticket = await (await get('tickets/1?expand=true')).json();
  expect(ticket).toMatchObject({ id: 1, number: '48213', state: 'open', organization: 'Halden Ferry Lines' });
  expect(ticket.created_at).toBe('2026-11-09T07:30:00.000Z');
  const all = await (await get('tickets/1?all=true')).json();
  expect(all.ticket_article_ids).toHaveLength(4);
  expect(all.assets.Organization[1]).toMatchObject({ customer_id: 'hfl-2207', plan: 'Enterprise' });
  expect((await get('tickets/99')).status).toBe(403);
  expect((await get('tickets/1000')).status).toBe(404);
  expect(await (await get('tags?object=Ticket&o_id=1')).json()).toEqual({ tags: ['reports', 'export'] });
  expect(await (await get('users/20?expand=true')).json()).toMatchObject({
    organization: 'Halden Ferry Lines',
  });

  sites.desk.logOut();
  expect((await get('users/me')).status).toBe(401);
  sites.desk.logIn();
  expect((await get('users/me')).status).toBe(200);
});

test('search finds the same error at three organizations', async () => {
  const { get } = await openDesk();
  const found = await (await get('tickets/search?query=E-4102&per_page=20&page=1&expand=true')).json();
  expect(found.map(({ organization }: { organization: string }) => organization).sort()).toEqual([
    'Aster Bikes',
    'Halden Ferry Lines',
    'Tiller & Oak Furniture',
  ]);
  const ids = await (await get('tickets/search?query=hieroglyphs')).json();
  expect(ids.tickets).toHaveLength(3);
  expect(await (await get('tickets/search?query=number:48231&expand=true')).json()).toHaveLength(1);
});

test('search reads brackets and NOT, links are seen from both sides, the knowledge base needs no token', async () => {
  const { get } = await openDesk();
  const search = async (query: string) =>
    (await get(`tickets/search?expand=true&query=${encodeURIComponent(query)}`)).json();
  expect(await search('("E-4102" OR "hieroglyphs") AND NOT state.name:(new OR closed)')).not.toHaveLength(0);
  expect(await search('("E-4102") AND NOT state.name:(new OR open OR closed)')).toEqual([]);
  const states = await (await get('ticket_states?expand=true')).json();
  expect(states).toContainEqual(expect.objectContaining({ name: 'closed', state_type: 'closed' }));

  const links = async (id: number) => (await get(`links?link_object=Ticket&link_object_value=${id}`)).json();
  expect((await links(8)).links).toEqual([
    { link_type: 'child', link_object: 'Ticket', link_object_value: 20 },
  ]);
  expect(await links(20)).toMatchObject({
    links: [{ link_type: 'parent', link_object_value: 8 }],
    assets: { Ticket: { 8: { title: 'The system does not open for anybody here' } } },
  });

  const entry = await fetch(`${sites.desk.url}/`);
  const answers = await fetch(`${sites.desk.url}/api/v1/knowledge_bases/search`, {
    method: 'POST',
    headers: {
      cookie: (entry.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ query: '("export" OR "csv")', flavor: 'public' }),
  });
  expect(await answers.json()).toMatchObject({ details: [{ title: 'Export a report as CSV' }] });
});

test('a note needs the token and stays internal', async () => {
  const { post, token } = await openDesk();
  const note = { ticket_id: 1, body: 'Filed as #1', type: 'note', internal: true };
  expect((await post(note)).status).toBe(401);
  const before = sites.desk.articles(1).length;
  sites.clock.advance(60_000);
  const answer = await post(note, { 'X-CSRF-Token': token });
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({
    internal: true,
    type: 'note',
    sender: 'Agent',
    created_at: '2026-11-09T09:31:00.000Z',
  });
  expect(sites.desk.articles(1)).toHaveLength(before + 1);
  sites.desk.addCustomerMessage(1, 'Any news?');
  expect(sites.desk.articles(1).at(-1)).toMatchObject({ sender: 'Customer', internal: false });
});

test('attachments are real files with harmless headers', async () => {
  const { get } = await openDesk();
  const [article] = sites.desk.articles(16);
  const files = article?.attachments ?? [];
  expect(files.map(({ filename }) => filename)).toEqual([
    'board screenshot.png',
    'console.log',
    '../../CON.png.exe',
  ]);
  const answer = await get(`ticket_attachment/16/${article?.id}/${files[0]?.id}`);
  const png = Buffer.from(await answer.arrayBuffer());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([640, 360]);
  const data = png.subarray(41, 41 + png.readUInt32BE(33));
  expect(inflateSync(data)).toHaveLength((640 * 3 + 1) * 360);
  expect((await get(`ticket_attachment/1/${article?.id}/${files[0]?.id}`)).status).toBe(403);
});

test('tickets cover what the tests need', async () => {
  expect(sites.desk.tickets.length).toBeGreaterThanOrEqual(14);
  expect(sites.desk.articles(12)).toHaveLength(200);
  expect(new Set(sites.desk.articles(12).map(({ createdById }) => createdById)).size).toBe(3);
  for (const { id } of sites.desk.tickets) {
    const times = sites.desk.articles(id).map(({ createdAt }) => createdAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
  }
  const { html } = await openDesk();
  expect(html).not.toContain('evil.test');
  expect(html).not.toMatch(/onerror|<script>/);
});

test('a wrong key reads empty lists from the tracker, and only the user tells', async () => {
  await createIssue({ project_id: 'app', subject: 'One' });
  const wrong = 'x'.repeat(40);
  const list = await callTracker('/issues.json', {}, wrong);
  expect([list.status, (await list.json()).total_count]).toEqual([200, 0]);
  expect((await (await callTracker('/search.json?q=One', {}, wrong)).json()).results).toEqual([]);
  const user = await callTracker('/users/current.json', {}, wrong);
  expect([user.status, user.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="Redmine API"']);
  expect((await createIssue({ project_id: 'app', subject: 'Two' }, wrong)).status).toBe(401);
  expect((await callTracker('/custom_fields.json')).status).toBe(403);
  expect((await callTracker('/custom_fields.json', {}, sites.tracker.adminApiKey)).status).toBe(200);
  expect((await callTracker('/issues.json', { method: 'OPTIONS' })).status).toBe(404);
});

test('an issue is created, found again and followed', async () => {
  const uploaded = await callTracker('/uploads.json?filename=..%2Fshot.png', {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: 'bytes',
  });
  const { upload } = await uploaded.json();
  const created = await createIssue({
    project_id: 'app',
    tracker_id: 77,
    priority_id: 4,
    category_id: 2,
    subject: 'Export stops',
    description: 'line one\nmarker baton:abc',
    custom_fields: [
      { id: 1, value: 'zammad:1' },
      { id: 2, value: '3' },
      { id: 9, value: 'nobody' },
    ],
    uploads: [{ token: upload.token, filename: 'shot.png', content_type: 'image/png' }],
  });
  expect(created.status).toBe(201);
  const { issue } = await created.json();
  expect(issue).toMatchObject({ id: 1, tracker: { name: 'Bug' }, priority: { name: 'Urgent' } });
  expect(issue.description).toBe('line one\r\nmarker baton:abc');

  const count = async (query: string) =>
    (await (await callTracker(`/issues.json?${query}`)).json()).total_count as number;
  expect(await count('cf_1=zammad:1&status_id=*')).toBe(1);
  expect(await count('cf_1=zammad:2&status_id=*')).toBe(0);
  expect(await count('description=~baton:abc&status_id=*')).toBe(1);
  expect(await count('subject=~nothing')).toBe(0);
  expect(await count('updated_on=%3E%3D2026-11-09T09:30:01Z&status_id=*')).toBe(0);

  sites.clock.advance(90_000);
  sites.tracker.assign(1, 'Vera Lund');
  sites.tracker.setDueDate(1, '2026-11-13');
  sites.tracker.addComment(1, 'Which browser?\nThanks', 'Vera Lund');
  sites.tracker.setStatus(1, 'Closed');
  expect(await count('updated_on=%3E%3D2026-11-09T09:30:01Z&status_id=*&sort=updated_on:desc')).toBe(1);
  expect(await count('sort=updated_on')).toBe(0);
  const shown = await (
    await callTracker('/issues/1.json?include=journals,attachments,allowed_statuses')
  ).json();
  expect(shown.issue).toMatchObject({ assigned_to: { name: 'Vera Lund' }, due_date: '2026-11-13' });
  expect(shown.issue.journals).toHaveLength(4);
  expect(shown.issue.journals[2]).toMatchObject({
    notes: 'Which browser?\r\nThanks',
    user: { name: 'Vera Lund' },
  });
  expect(shown.issue.attachments[0]).toMatchObject({ filename: 'shot.png', filesize: 5 });
  const put = await callTracker('/issues/1.json', {
    method: 'PUT',
    body: JSON.stringify({ issue: { notes: 'Firefox', private_notes: true } }),
  });
  expect([put.status, await put.text()]).toEqual([204, '']);
  expect(sites.tracker.issues()[0]?.journals.at(-1)).toMatchObject({ isPrivate: true, notes: 'Firefox' });
});

test('the tracker refuses in words', async () => {
  const blank = await createIssue({
    project_id: 'app',
    subject: ' ',
    custom_fields: [{ id: 2, value: '9' }],
  });
  expect([blank.status, await blank.json()]).toEqual([
    422,
    { errors: ['Severity is not included in the list', 'Subject cannot be blank'] },
  ]);
  const long = await createIssue({ project_id: 'app', subject: 'x'.repeat(256) });
  expect(await long.json()).toEqual({ errors: ['Subject is too long (maximum is 255 characters)'] });
  expect((await createIssue({ project_id: 'nowhere', subject: 'x' })).status).toBe(404);
  const big = await callTracker('/uploads.json?filename=big', {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: Buffer.alloc(5 * 1024 * 1024 + 1),
  });
  expect(big.status).toBe(422);
});

test('tracker pages show hostile text as text', async () => {
  const subject = sites.desk.tickets.find(({ id }) => id === 15)?.title ?? '';
  const description = sites.desk
    .articles(15)
    .map(({ body }) => body)
    .join('\n');
  await createIssue({
    project_id: 'app',
    subject,
    description,
    custom_fields: [{ id: 1, value: '"><script>' }],
  });
  sites.tracker.addComment(1, '<script>alert(1)</script>');
  for (const path of ['/issues/1', '/projects/app/issues']) {
    const html = await (await fetch(`${sites.tracker.url}${path}`)).text();
    expect(html).toContain('&lt;img src=x onerror');
    expect(html).not.toMatch(/<(script|img|svg|iframe|form|textarea|math)\b/i);
  }
});

test('faults: each kind, once, where it fits', async () => {
  const { tracker } = sites;
  const post = () => createIssue({ project_id: 'app', subject: 'Once' });
  tracker.failNext({ kind: 'drop-before', method: 'POST', path: /issues\.json/ });
  await expect(post()).rejects.toThrow();
  expect(tracker.issues()).toHaveLength(0);
  tracker.failNext({ kind: 'drop-after', method: 'POST' });
  expect((await callTracker('/issues.json')).status).toBe(200);
  await expect(post()).rejects.toThrow();
  expect(tracker.issues()).toHaveLength(1);
  tracker.failNext({ kind: 'status', status: 503, headers: { 'Retry-After': '2' }, count: 2 });
  expect((await post()).headers.get('retry-after')).toBe('2');
  expect((await post()).status).toBe(503);
  tracker.failNext({ kind: 'html200' });
  expect((await post()).headers.get('content-type')).toContain('text/html');
  tracker.failNext({ kind: 'empty' });
  expect(await (await post()).text()).toBe('');
  tracker.failNext({ kind: 'truncate' });
  await expect((await callTracker('/issues.json')).json()).rejects.toThrow();
  tracker.failNext({ kind: 'huge' });
  expect((await (await callTracker('/issues.json')).text()).length).toBeGreaterThan(10_000_000);
  tracker.failNext({ kind: 'delay', ms: 60 });
  const startedAt = Date.now();
  await callTracker('/issues.json');
  expect(Date.now() - startedAt).toBeGreaterThan(50);
  tracker.failNext({ kind: 'hang' });
  await expect(callTracker('/issues.json', { signal: AbortSignal.timeout(80) })).rejects.toThrow();
  expect(tracker.issues()).toHaveLength(1);
});

test('a tracker that is down refuses, and comes back on its port with its issues', async () => {
  const { tracker } = sites;
  tracker.addIssue({ subject: 'Known', severity: 3, sourceTicket: 'zammad:2' });
  await tracker.stop();
  await expect(callTracker('/issues.json')).rejects.toThrow();
  await tracker.start();
  expect((await (await callTracker('/issues.json')).json()).total_count).toBe(1);
});
