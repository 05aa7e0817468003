// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import { listFiles } from '@/lib/evidence/store';
import { SECOND_MS } from '@/lib/std/time';
import { type OutboxWorld, startOutboxWorld } from '../../tests/outbox-kit';
import { UNDO_MS } from './delivery';
import { copiedOut, handOff, reopenHandOff, undoHandOff } from './hand-off';
import { drainOutbox, nudgeDesk, resumeConnection, retryDelivery } from './outbox';
import { previewIssue } from './preview';
import { SETTLE_MS } from './retry-policy';
import { leaseNext } from './store';

let world: OutboxWorld;
beforeEach(async () => {
  world = await startOutboxWorld();
});
afterEach(() => world.close());

const POST_ISSUE = { method: 'POST', path: /^\/issues\.json/ };

describe('a hand off', () => {
  it('makes one issue, one attachment and one internal note', async () => {
    const draft = await world.draft('1', 'the log');
    expect(await world.handOff(draft)).toMatchObject({ ok: true });
    await drainOutbox();
    expect(world.sites.tracker.issues()).toHaveLength(0);

    await world.runToEnd();
    const [issue] = world.sites.tracker.issues();
    expect(world.sites.tracker.issues()).toHaveLength(1);
    expect(issue?.attachments.map((file) => file.bytes.toString())).toEqual(['the log']);
    expect(world.notes()).toMatchObject([{ internal: true, type: 'note' }]);
    expect(world.notes()[0]?.body).toContain(world.sites.tracker.issueUrl(issue?.id ?? 0));
    const sent = await world.escalation(draft.id);
    expect(sent).toMatchObject({ state: 'sent', issue: { key: `#${issue?.id}`, trackerId: 'redmine' } });
    expect(sent.history.map((step) => step.state)).toEqual(['draft', 'queued', 'sent']);
  });

  it('lets go of the copy of a file once it is attached, not before', async () => {
    const draft = await world.draft('1', 'the log');
    await world.handOff(draft);
    expect(await listFiles(draft.id)).toHaveLength(1);
    await world.runToEnd();
    expect(await listFiles(draft.id)).toHaveLength(0);
  });

  it('is taken back before anything is leased, and not afterwards', async () => {
    const draft = await world.draft();
    await world.handOff(draft);
    expect(await undoHandOff(draft.id)).toEqual({ ok: true, value: null });
    world.advance(UNDO_MS + 1);
    await world.runToEnd();
    expect(world.sites.tracker.issues()).toHaveLength(0);
    expect(await world.escalation(draft.id)).toMatchObject({ state: 'ready', handedOffAt: null });

    await world.handOff(await world.escalation(draft.id));
    world.advance(UNDO_MS + 1);
    await leaseNext(Date.now(), 60_000);
    expect(await undoHandOff(draft.id)).toMatchObject({ ok: false });
  });

  it('is refused while nobody answers for it, by Copy out as well; the preview is drawn', async () => {
    const draft = await world.draft();
    await database().escalations.update(draft.id, { owner: ' ' });
    const preview = await previewIssue(draft.id);
    const seen = preview.ok ? preview.value.hash : '';
    expect(seen).not.toBe('');
    const refused = { ok: false, error: { message: 'Missing: who answers for it' } };
    expect(await handOff(draft.id, seen)).toMatchObject(refused);
    expect(await copiedOut(draft.id, seen, 'clipboard')).toMatchObject(refused);
    expect((await world.escalation(draft.id)).state).toBe('draft');
    expect(await database().deliveries.count()).toBe(0);
  });

  it('is refused when the draft changed after the preview, and keeps what was typed', async () => {
    const draft = await world.draft();
    const typed = { value: 'typed in another window', source: '' };
    // Between composing and queueing: the files are listed in between.
    const original = database().files.where;
    const files = database().files;
    let listed = 0;
    files.where = ((...rest: Parameters<typeof original>) => {
      listed += 1;
      if (listed === 3) {
        void database().escalations.update(draft.id, { 'report.actual': typed, updatedAt: Date.now() + 5 });
      }
      return original.apply(files, rest);
    }) as typeof original;
    const answer = await world.handOff(draft);
    expect(listed).toBe(3);
    expect(answer).toMatchObject({ ok: false });
    expect(await world.escalation(draft.id)).toMatchObject({ state: 'draft', report: { actual: typed } });
  });

  it('joins the issue of a colleague, adds a file of its own and no second note', async () => {
    const first = await world.draft('1', 'the log');
    await world.handOff(first);
    await world.runToEnd();
    // The colleague's browser knows nothing of it.
    await database().escalations.clear();
    await database().deliveries.clear();
    const second = await world.draft('1', 'another log');
    await world.addFile(second, 'the log');
    await world.handOff(second);
    await world.runToEnd();
    expect(world.sites.tracker.issues()).toHaveLength(1);
    const attached = world.sites.tracker.issues()[0]?.attachments.map((file) => file.bytes.toString());
    expect(attached?.toSorted()).toEqual(['another log', 'the log']);
    expect(world.notes()).toHaveLength(1);
    expect(await world.escalation(second.id)).toMatchObject({ state: 'sent', issue: { key: '#1' } });
  });
});

describe('an answer that is lost or cannot be read', () => {
  it.each([
    ['the connection breaks after the create', { kind: 'drop-after' }],
    ['the answer is cut in half', { kind: 'truncate' }],
    ['the connection breaks before the create', { kind: 'drop-before' }],
    ['a login page comes with 200', { kind: 'html200' }],
    ['nothing comes with 200', { kind: 'empty' }],
    ['a gateway says 502', { kind: 'status', status: 502, body: '<h1>Bad gateway</h1>', html: true }],
  ] as const)('%s: one issue', async (_, fault) => {
    const draft = await world.draft('1', 'the log');
    world.sites.tracker.failNext({ ...POST_ISSUE, ...fault });
    await world.handOff(draft);
    await world.runToEnd();
    expect(world.sites.tracker.issues()).toHaveLength(1);
    expect(world.sites.tracker.issues()[0]?.attachments).toHaveLength(1);
    expect(world.notes()).toHaveLength(1);
    expect((await world.escalation(draft.id)).state).toBe('sent');
    expect((await world.row(draft.id)).attempts).toBe(2);
  });

  it.each([
    ['500 after the create', () => new Response('', { status: 500 })],
    ['201 with broken JSON', () => new Response('{"issue":', { status: 201 })],
    [
      'a web page with 200',
      () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }),
    ],
  ])('%s: the look-up finds it', async (_, answer) => {
    const draft = await world.draft();
    let lost = 0;
    world.worker.replace = (url, method) =>
      method === 'POST' && url.endsWith('/issues.json') && lost++ === 0 ? answer() : undefined;
    await world.handOff(draft);
    await world.runToEnd();
    expect(lost).toBe(1);
    expect(world.sites.tracker.issues()).toHaveLength(1);
    expect((await world.escalation(draft.id)).state).toBe('sent');
  });

  it.each([
    ['is lost after the adoption', 'PUT', /^\/issues\/1\.json/, 'drop-after'],
    ['of the upload is lost', 'POST', /^\/uploads\.json/, 'drop-after'],
  ] as const)('the answer of a file %s: attached once', async (_, method, path, kind) => {
    const draft = await world.draft('1', 'the log');
    // The first issue of an empty project gets its custom fields by a PUT of its own.
    world.sites.tracker.addIssue({ subject: 'older' });
    world.sites.tracker.failNext({ method, path: new RegExp(path.source.replace('1', '2')), kind });
    await world.handOff(draft);
    await world.runToEnd();
    expect((await world.row(draft.id, 'attachment')).attempts).toBe(2);
    expect(world.sites.tracker.issues()[1]?.attachments).toHaveLength(1);
  });

  it('the answer of the note is lost: written once', async () => {
    const draft = await world.draft();
    world.sites.desk.failNext({ method: 'POST', path: /ticket_articles/, kind: 'drop-after' });
    await world.handOff(draft);
    await world.runToEnd();
    expect((await world.row(draft.id, 'note')).attempts).toBe(2);
    expect(world.notes()).toHaveLength(1);
  });

  it('a create that is still on its way is not overtaken by a second one', async () => {
    const draft = await world.draft();
    await world.handOff(draft);
    world.advance(UNDO_MS + 1);
    world.sites.tracker.failNext({ ...POST_ISSUE, kind: 'delay', ms: 300 });
    // The worker dies while the tracker still works on the request.
    const posted = new Promise<void>((resolve) => {
      const plain = globalThis.fetch;
      globalThis.fetch = ((input: string, init?: RequestInit) => {
        const answer = plain(input, init);
        if (init?.method === 'POST') {
          world.worker.killAt(1);
          resolve();
        }
        return answer;
      }) as typeof fetch;
    });
    const dying = drainOutbox().catch(() => undefined);
    await posted;
    await dying;
    expect(world.worker.isDead()).toBe(true);
    world.worker.revive();
    world.worker.passed.length = 0;
    // A nudge, an impatient person, and a mended connection: none may create before the first create has settled.
    await drainOutbox();
    await retryDelivery((await world.row(draft.id)).id);
    await resumeConnection(world.connectionId);
    await drainOutbox();
    expect(world.worker.passed.filter((what) => what.startsWith('request POST'))).toEqual([]);
    expect((await world.row(draft.id)).notBefore).toBeGreaterThan(Date.now());
    await expect.poll(() => world.sites.tracker.issues().length).toBe(1);
    world.advance(SETTLE_MS + 1);
    await world.runToEnd();
    expect(world.sites.tracker.issues()).toHaveLength(1);
    expect((await world.escalation(draft.id)).state).toBe('sent');
  });
});

describe('a tracker that does not take it', () => {
  it('is down for several attempts, then up: filed once, nothing given up', async () => {
    const draft = await world.draft();
    await world.sites.tracker.stop();
    await world.handOff(draft);
    await world.runToEnd(12);
    const row = await world.row(draft.id);
    expect(row).toMatchObject({ state: 'waiting', error: { kind: 'offline' } });
    expect(row.attempts).toBeGreaterThanOrEqual(11);
    world.advance(30 * 24 * 3600 * SECOND_MS);
    await world.sites.tracker.start();
    await world.runToEnd();
    expect(world.sites.tracker.issues()).toHaveLength(1);
  });

  it('asks for patience: nothing is sent before Retry-After', async () => {
    const draft = await world.draft();
    const path = /users\/current/;
    world.sites.tracker.failNext({ path, kind: 'status', status: 429, headers: { 'Retry-After': '120' } });
    await world.handOff(draft);
    world.advance(UNDO_MS + 1);
    await drainOutbox();
    const seen = world.sites.tracker.requests.length;
    expect(await world.row(draft.id)).toMatchObject({ state: 'waiting', error: { kind: 'rate-limited' } });
    world.advance(119 * SECOND_MS);
    await drainOutbox();
    expect(world.sites.tracker.requests).toHaveLength(seen);
    world.advance(2 * SECOND_MS);
    await drainOutbox();
    expect(world.sites.tracker.issues()).toHaveLength(1);
  });

  it('wrong key, answered with 200 and an empty list: blocked, nothing made, goes on with the right one', async () => {
    await world.connect('0'.repeat(40), world.connectionId);
    const draft = await world.draft();
    await world.handOff(draft);
    await world.runToEnd();
    expect(await world.row(draft.id)).toMatchObject({ state: 'blocked', error: { kind: 'unauthorized' } });
    expect((await world.row(draft.id)).error?.message).not.toContain('0'.repeat(40));
    expect((await world.row(draft.id, 'note')).attempts).toBe(0);
    expect(world.badge.text).toBe('1');
    expect(world.sites.tracker.issues()).toHaveLength(0);

    await world.connect(world.sites.tracker.apiKey, world.connectionId);
    await resumeConnection(world.connectionId);
    await world.runToEnd();
    expect(world.sites.tracker.issues()).toHaveLength(1);
    expect(world.notes()).toHaveLength(1);
    expect(world.badge.text).toBe('');
  });

  it.each([
    [401, 'unauthorized', '', 'key'],
    [403, 'forbidden', '', 'does not allow'],
    [404, 'not-found', '', 'does not have this'],
    [422, 'invalid', { errors: ['Part cannot be blank'] }, 'Part cannot be blank'],
  ] as const)('%d: blocked in words (%s)', async (status, kind, body, words) => {
    const draft = await world.draft();
    world.sites.tracker.failNext({ ...POST_ISSUE, kind: 'status', status, body, count: 2 });
    await world.handOff(draft);
    await world.runToEnd();
    const row = await world.row(draft.id);
    expect(row).toMatchObject({ state: 'blocked', error: { kind } });
    expect(row.error?.message).toContain(words);
    expect(world.sites.tracker.issues()).toHaveLength(0);
    expect((await world.escalation(draft.id)).state).toBe('queued');

    await retryDelivery(row.id);
    await world.runToEnd();
    // The two prepared refusals are for one create with and one without its optional fields.
    expect(world.sites.tracker.issues().length).toBeLessThanOrEqual(1);
  });

  it('a refused issue can be opened, changed and handed off again', async () => {
    const draft = await world.draft('1', 'the log');
    const refusal = { kind: 'status', status: 422, body: { errors: ['No'] }, count: 2 } as const;
    world.sites.tracker.failNext({ ...POST_ISSUE, ...refusal });
    await world.handOff(draft);
    expect(await reopenHandOff(draft.id)).toMatchObject({ ok: false });
    await world.runToEnd();
    expect(await reopenHandOff(draft.id)).toEqual({ ok: true, value: null });
    const opened = await world.escalation(draft.id);
    expect(opened.state).toBe('ready');
    expect(await listFiles(draft.id)).toHaveLength(1);
    await world.handOff(opened);
    await world.runToEnd();
    expect(world.sites.tracker.issues()).toHaveLength(1);
    expect(world.sites.tracker.issues()[0]?.attachments).toHaveLength(1);
  });

  it('a file that is too large is refused in words; the issue and the note stand', async () => {
    const draft = await world.draft('1', 'x'.repeat(5 * 1024 * 1024 + 1));
    await world.handOff(draft);
    await world.runToEnd();
    const row = await world.row(draft.id, 'attachment');
    expect(row).toMatchObject({ state: 'blocked', error: { kind: 'invalid' } });
    expect(row.error?.message).toContain('exceeds the maximum allowed file size');
    expect(world.notes()).toHaveLength(1);
    expect((await world.escalation(draft.id)).state).toBe('sent');
    expect(await listFiles(draft.id)).toHaveLength(1);
  });
});

describe('rows beside each other', () => {
  it('a poison row does not stop the others', async () => {
    const poisoned = await world.draft('2');
    await world.handOff(poisoned);
    const row = await world.row(poisoned.id);
    await database().deliveries.put({ ...row, payload: { kind: 'issue', issue: null } as never });
    const alien = { ...row, id: 'alien', payload: { kind: 'nobody knows' }, createdAt: 0 };
    await database().deliveries.add(alien as never);
    const good = await world.draft('1');
    await world.handOff(good);
    await world.runToEnd();
    expect((await world.escalation(good.id)).state).toBe('sent');
    expect(world.sites.tracker.issues()).toHaveLength(1);
    expect(await database().deliveries.get('alien')).toMatchObject({ state: 'blocked' });
    expect(world.badge.text).toBe('1');
  });

  it('the note waits for a page of the desk, and goes when one is opened', async () => {
    const draft = await world.draft();
    const tabs = world.page.tabs.splice(0);
    world.page.tabs.push({ id: 9, url: 'https://elsewhere.test/', discarded: false });
    await world.handOff(draft);
    await world.runToEnd(4);
    const note = await world.row(draft.id, 'note');
    expect(note).toMatchObject({ state: 'waiting', error: { kind: 'offline' } });
    expect(note.error?.message).toContain('open any page of');
    expect(world.sites.tracker.issues()).toHaveLength(1);
    world.page.tabs.push(...tabs);
    await nudgeDesk(draft.ticket.deskKey);
    await drainOutbox();
    expect(world.notes()).toHaveLength(1);
  });

  it('a note refused for being logged out goes by itself once the agent is back', async () => {
    const draft = await world.draft();
    world.sites.desk.logOut();
    await world.handOff(draft);
    await world.runToEnd();
    expect(await world.row(draft.id, 'note')).toMatchObject({
      state: 'blocked',
      error: { kind: 'unauthorized' },
    });
    world.sites.desk.logIn();
    await nudgeDesk(draft.ticket.deskKey);
    await drainOutbox();
    expect(world.notes()).toHaveLength(1);
  });

  it('a nudge does not shorten the wait a desk asked for', async () => {
    const draft = await world.draft();
    world.sites.desk.failNext({ path: /ticket_articles/, kind: 'status', status: 429 });
    await world.handOff(draft);
    world.advance(UNDO_MS + 1);
    await drainOutbox();
    const { notBefore } = await world.row(draft.id, 'note');
    await nudgeDesk(draft.ticket.deskKey);
    expect((await world.row(draft.id, 'note')).notBefore).toBe(notBefore);
  });

  it('two workers never send at the same time', async () => {
    const draft = await world.draft('1', 'the log');
    await world.handOff(draft);
    world.advance(UNDO_MS + 1);
    await Promise.all([drainOutbox(), drainOutbox(), drainOutbox()]);
    expect(world.sites.tracker.issues()).toHaveLength(1);
    expect(world.notes()).toHaveLength(1);
  });

  it('an orphaned row of a killed worker is sent once, although its clock was ahead', async () => {
    const draft = await world.draft();
    await world.handOff(draft);
    world.advance(UNDO_MS + 1);
    const leased = await leaseNext(Date.now(), 60_000);
    await database().deliveries.update(leased?.id ?? '', { updatedAt: Date.now() + 86_400_000 });
    await drainOutbox();
    expect((await world.row(draft.id)).notBefore).toBeLessThanOrEqual(Date.now() + SETTLE_MS);
    await world.runToEnd();
    expect(world.sites.tracker.issues()).toHaveLength(1);
  });
});
