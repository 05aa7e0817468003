// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { toPlaybook } from '@/lib/playbook/parse-playbook';
import { playbookAddress, playbookDraft, storedPlaybook } from '@/lib/settings/settings';
import { DAY_MS, HOUR_MS } from '@/lib/std/time';
import { lockManager } from '@/tests/killable-worker';
import { connectPlaybook, disconnectPlaybook, reloadPlaybook, startPlaybookLoading } from './load-playbook';

const URL_OF_TEAM = 'https://files.example/playbook.json';
const tone = (words: string) => ({
  ...defaultPlaybook,
  messages: { ...defaultPlaybook.messages, tone: words },
});

/** What the host serves; answers 304 to who knows it. */
let served: { body: string; etag: string | null; status?: number; type?: string };
let seen: { url: string; etag: string | null; status: number }[];
/** Runs while a request is on its way. */
let onTheWay: () => Promise<void>;

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { locks: lockManager() });
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => true);
  served = { body: JSON.stringify(tone('First')), etag: '"1"' };
  seen = [];
  onTheWay = async () => undefined;
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    const etag = new Headers(init.headers).get('if-none-match');
    const status = etag !== null && etag === served.etag ? 304 : (served.status ?? 200);
    seen.push({ url: input, etag, status });
    await onTheWay();
    const headers = {
      'content-type': served.type ?? 'application/json',
      ...(served.etag ? { etag: served.etag } : {}),
    };
    return new Response(status === 304 ? null : served.body, { status, headers });
  });
});

const inForce = async () => toPlaybook(await storedPlaybook.getValue()).messages.tone;
const wakeAt = async () => (await fakeBrowser.alarms.get('playbook'))?.scheduledTime;
const DEFAULT_TONE = defaultPlaybook.messages.tone;

describe('the address of a playbook', () => {
  it('puts it in force, remembers its tag and looks again after a day', async () => {
    await playbookDraft.setValue('{}');
    const before = Date.now();
    expect(await connectPlaybook(` ${URL_OF_TEAM}#top`)).toEqual({ ok: true, value: null });
    expect(await inForce()).toBe('First');
    expect(await playbookAddress.getValue()).toMatchObject({ url: URL_OF_TEAM, etag: '"1"', problem: null });
    expect(await playbookDraft.getValue()).toBeNull();
    expect(await wakeAt()).toBeGreaterThanOrEqual(before + DAY_MS);
  });

  it('is asked with the tag, and an unchanged document is not sent again', async () => {
    await connectPlaybook(URL_OF_TEAM);
    const first = await storedPlaybook.getValue();
    expect(await reloadPlaybook()).toEqual({ ok: true, value: null });
    expect(seen.map(({ status }) => status)).toEqual([200, 304]);
    expect(seen[1]?.etag).toBe('"1"');
    expect(await storedPlaybook.getValue()).toBe(first);

    served = { body: JSON.stringify(tone('Second')), etag: '"2"' };
    await reloadPlaybook();
    expect(await inForce()).toBe('Second');
    expect((await playbookAddress.getValue())?.etag).toBe('"2"');
  });

  it('sends the whole document where the stored one is gone', async () => {
    await connectPlaybook(URL_OF_TEAM);
    await storedPlaybook.setValue(null);
    await reloadPlaybook();
    expect(seen[1]?.etag).toBeNull();
    expect(await inForce()).toBe('First');
  });

  it.each<[string, Partial<typeof served>, RegExp]>([
    [
      'a mistake',
      { body: JSON.stringify({ ...defaultPlaybook, severities: [] }) },
      /files\.example .* severities: must hold/,
    ],
    ['a later version', { body: '{"version":2}' }, /version 2, .* Update Baton/],
    ['10 MB', { body: `"${'x'.repeat(10_000_000)}"` }, /more than 1.0 MB/],
    ['an unsafe name', { body: '{"version":1,"__proto__":{}}' }, /__proto__: no field/],
    ['a login page', { body: '<html>Sign in', type: 'text/html' }, /web page/],
    ['a redirect', { status: 302 }, /sends to another address/],
    ['a server that is down', { status: 503 }, /files\.example/],
  ])('keeps the last valid playbook and says why, with %s', async (_name, spoilt, words) => {
    await connectPlaybook(URL_OF_TEAM);
    const good = await playbookAddress.getValue();
    served = { ...served, etag: '"bad"', ...spoilt };
    const again = await reloadPlaybook();
    expect(again).toMatchObject({ ok: false, error: { message: expect.stringMatching(words) } });
    expect(await inForce()).toBe('First');
    const after = await playbookAddress.getValue();
    expect(after).toMatchObject({ etag: '"1"', loadedAt: good?.loadedAt });
    expect(after?.problem?.message).toMatch(words);
    expect((await wakeAt()) ?? 0).toBeLessThanOrEqual(Date.now() + HOUR_MS);

    served = { body: JSON.stringify(tone('Mended')), etag: '"3"' };
    await reloadPlaybook();
    expect(await inForce()).toBe('Mended');
    expect((await playbookAddress.getValue())?.problem).toBeNull();
  });

  it.each<[string, string, RegExp]>([
    ['no address', 'playbook', /not a web address/],
    ['a script', 'javascript:alert(1)', /must begin with https/],
    ['an unencrypted host', 'http://files.example/p.json', /must begin with https/],
    [
      'a host that only begins like this computer',
      'http://localhost.example/p.json',
      /must begin with https/,
    ],
    ['a password in it', 'https://a:b@files.example/p.json', /no user name/],
  ])('is refused before anything is sent: %s', async (_name, typed, words) => {
    expect(await connectPlaybook(typed)).toMatchObject({ error: { message: expect.stringMatching(words) } });
    expect(seen).toEqual([]);
    expect(await playbookAddress.getValue()).toBeNull();
  });

  it('may be on this computer without encryption', async () => {
    expect((await connectPlaybook('http://localhost:8123/p.json')).ok).toBe(true);
  });

  it('changes nothing where the first load brings no playbook', async () => {
    served.body = '{}';
    expect((await connectPlaybook(URL_OF_TEAM)).ok).toBe(false);
    expect(await playbookAddress.getValue()).toBeNull();
    expect(await inForce()).toBe(DEFAULT_TONE);
  });

  it('says so when the permission was taken away, and asks nobody', async () => {
    await connectPlaybook(URL_OF_TEAM);
    vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => false);
    expect(await reloadPlaybook()).toMatchObject({ error: { message: expect.stringMatching(/allow it/) } });
    expect(seen).toHaveLength(1);
    expect(await inForce()).toBe('First');
  });

  it('stays removed when an answer comes late', async () => {
    await connectPlaybook(URL_OF_TEAM);
    served = { body: JSON.stringify(tone('Late')), etag: '"2"' };
    onTheWay = disconnectPlaybook;
    expect((await reloadPlaybook()).ok).toBe(false);
    expect(await playbookAddress.getValue()).toBeNull();
    expect(await inForce()).toBe('First');
    expect(await wakeAt()).toBeUndefined();
  });

  it('is loaded by the alarm, also one that went off while no browser was open', async () => {
    await connectPlaybook(URL_OF_TEAM);
    const address = await playbookAddress.getValue();
    if (!address) throw new Error('No address');
    await playbookAddress.setValue({ ...address, loadedAt: Date.now() - 2 * DAY_MS });
    served = { body: JSON.stringify(tone('Tomorrow')), etag: '"2"' };
    await startPlaybookLoading();
    await vi.waitFor(async () => expect(await inForce()).toBe('Tomorrow'), 20_000);
  });
});
