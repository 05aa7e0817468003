import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { jsonResponse, toPage } from '@/tests/contracts/reader-contract';
import { answerPageRequest, listenToPageRequests } from './page-messages';
import desk from './readers/page/fixtures/plain-desk.json';
import { anyPage } from './readers/page/page';
import { requestTracker } from './readers/request-tracker/request-tracker';
import zammadTicket from './readers/zammad/fixtures/zammad-6-ticket-17.json';
import { zammad } from './readers/zammad/zammad';

/** A loaded machine is slow; only what never comes fails. */
const LATE = { timeout: 20_000 };

const to = 'baton-page' as const;
const note = {
  ticketId: '17',
  text: 'x',
  link: { title: 'A', url: 'https://t.test/1' },
  marker: 'baton:0123456789',
};

describe('answers of the page', () => {
  it('reads, says that a page is not its own, and gives the selection', async () => {
    const page = { ...toPage(zammadTicket), selection: 'one\ntwo' };
    expect(await answerPageRequest({ to, reader: 'zammad', type: 'read' }, page, zammad)).toMatchObject({
      ok: true,
      ticket: { number: '22017' },
    });
    const rt = { to, reader: 'request-tracker' } as const;
    expect(await answerPageRequest({ ...rt, type: 'read' }, page, requestTracker)).toEqual({
      ok: true,
      ticket: null,
    });
    expect(await answerPageRequest({ ...rt, type: 'selection' }, page, requestTracker)).toEqual({
      ok: true,
      text: 'one\ntwo',
    });
  });

  it('fetches files of the desk only, up to the bound', async () => {
    const page = {
      ...toPage(desk),
      fetch: async () => new Response('hello', { headers: { 'content-type': 'text/plain; charset=utf-8' } }),
    };
    const ask = (url: string, maxBytes = 100) =>
      answerPageRequest({ to, reader: 'page', type: 'attachment', url, maxBytes }, page, anyPage);
    expect(await ask('/files/a.txt')).toEqual({ ok: true, base64: btoa('hello'), type: 'text/plain' });
    expect(await ask('https://evil.test/a')).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    expect(await ask('/files/a.txt', 3)).toMatchObject({ ok: false, error: { kind: 'too-large' } });
    expect(await ask('http://[')).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });

  it('fills the reply box of its own desk alone, and only where the reader can', async () => {
    const page = toPage(zammadTicket);
    const reply = { ticketId: '17', text: 'Hello', append: false };
    const fill = (deskKey: string, reader = zammad) =>
      answerPageRequest({ to, reader: reader.id, type: 'reply', deskKey, reply }, page, reader);
    expect(await fill('zammad https://other.test')).toMatchObject({ error: { kind: 'not-found' } });
    // The recorded page is the entry alone: the box is drawn by the desk's own script.
    expect(await fill('zammad https://zammad.helpdesk.test')).toMatchObject({
      error: { kind: 'changed-layout' },
    });
    expect(await fill('page https://zammad.helpdesk.test', anyPage)).toMatchObject({ ok: false });
  });

  it('writes a note from any page of the desk, and from no other', async () => {
    const url = new URL('https://zammad.helpdesk.test/#dashboard');
    const posted = vi.fn();
    const page = {
      ...toPage(zammadTicket),
      url,
      fetch: async (_: RequestInfo | URL, init?: RequestInit) => {
        if (init?.method !== 'POST') return jsonResponse([], { headers: { 'csrf-token': 't' } });
        posted();
        return jsonResponse({ id: 1, type: 'note', internal: true });
      },
    };
    const write = (deskKey: string, reader = zammad) =>
      answerPageRequest({ to, reader: reader.id, type: 'note', deskKey, note }, page, reader);
    for (const wrong of [
      'zammad https://other.test',
      'zammad',
      '',
      'zammad https://zammad.helpdesk.test.evil.test',
      'request-tracker https://zammad.helpdesk.test/rt',
      'request-tracker https://zammad.helpdesk.test',
      'page https://zammad.helpdesk.test',
    ]) {
      expect(await write(wrong)).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    }
    expect(await write('page https://zammad.helpdesk.test', anyPage)).toMatchObject({
      error: { kind: 'forbidden' },
    });
    expect(posted).not.toHaveBeenCalled();
    expect(await write('zammad https://zammad.helpdesk.test')).toMatchObject({
      ok: true,
      receipt: { existing: false },
    });
  });
});

type Listener = (message: unknown, sender: object, respond: (answer: unknown) => void) => boolean;

describe('the listener', () => {
  const listeners: Listener[] = [];
  beforeEach(() => {
    listeners.length = 0;
    vi.spyOn(browser.runtime.onConnect, 'addListener').mockImplementation(() => {});
    vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((it) => {
      listeners.push(it as Listener);
    });
  });
  const sender = () => ({ id: browser.runtime.id });
  const view = () => ({ location: window.location, document, getSelection: () => null }) as unknown as Window;
  const selection = { to, reader: 'zammad', type: 'selection' };

  function setId(id: string | undefined): void {
    Object.defineProperty(browser.runtime, 'id', { value: id, configurable: true, writable: true });
  }

  it('is installed once, answers its own extension alone, and stays silent when orphaned', async () => {
    const page = view();
    listenToPageRequests(page, zammad);
    listenToPageRequests(page, zammad);
    expect(listeners).toHaveLength(1);
    const listener = listeners[0] as Listener;
    const respond = vi.fn();
    expect(listener(selection, { id: 'another' }, respond)).toBe(false);
    for (const foreign of [null, undefined, 'selection', 5, { type: 'other' }, { ...selection, to: 'x' }]) {
      expect(listener(foreign, sender(), respond)).toBe(false);
    }
    expect(respond).not.toHaveBeenCalled();
    expect(listener({ ...selection, type: 'unheard-of' }, sender(), respond)).toBe(false);
    expect(respond).toHaveBeenLastCalledWith(expect.objectContaining({ ok: false }));
    expect(listener(selection, sender(), respond)).toBe(true);
    await vi.waitFor(() => expect(respond).toHaveBeenLastCalledWith({ ok: true, text: '' }), LATE);

    respond.mockClear();
    const { id } = browser.runtime;
    setId(undefined);
    expect(listener(selection, { id }, respond)).toBe(false);
    setId(id);
    expect(respond).not.toHaveBeenCalled();
  });

  it('leaves requests for other readers to their scripts, on one page', async () => {
    const page = view();
    for (const reader of [zammad, anyPage, zammad]) listenToPageRequests(page, reader);
    expect(listeners).toHaveLength(2);
    const ask = (message: object) => {
      const respond = vi.fn();
      return { taken: listeners.map((listener) => listener(message, sender(), respond)), respond };
    };
    expect(ask(selection).taken).toEqual([true, false]);
    expect(ask({ ...selection, reader: 'page' }).taken).toEqual([false, true]);
    const nobody = ask({ ...selection, reader: 'request-tracker' });
    expect(nobody.taken).toEqual([false, false]);
    expect(ask({ ...selection, reader: 'page', type: 'unheard-of' }).respond).toHaveBeenCalledTimes(1);
    expect(nobody.respond).not.toHaveBeenCalled();
  });

  it('gives its place to the script of the updated extension', () => {
    const page = view();
    const { id } = browser.runtime;
    setId('before');
    listenToPageRequests(page, zammad);
    setId(id);
    listenToPageRequests(page, zammad);
    expect(listeners).toHaveLength(2);
    expect(listeners.map((listener) => listener(selection, sender(), vi.fn()))).toEqual([false, true]);
  });

  it('says that its reader is broken', async () => {
    listenToPageRequests(view(), { ...zammad, read: () => Promise.reject(new Error('bug')) });
    const respond = vi.fn();
    listeners[0]?.({ to, reader: 'zammad', type: 'read' }, sender(), respond);
    await vi.waitFor(
      () => expect(respond).toHaveBeenCalledWith(expect.objectContaining({ broken: true })),
      LATE,
    );
  });
});
