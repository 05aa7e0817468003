import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { jsonResponse, toPage } from '@/tests/contracts/reader-contract';
import { answerPageRequest, listenToPageRequests, PageRequestSchema } from './page-messages';
import desk from './readers/any-page/fixtures/plain-desk.json';
import zammadTicket from './readers/zammad/fixtures/zammad-6-ticket-17.json';

const to = 'baton-page' as const;
const note = {
  ticketId: '17',
  text: 'x',
  link: { title: 'A', url: 'https://t.test/1' },
  marker: 'baton:0123456789',
};

describe('answers of the page', () => {
  it('reads, locates and gives the selection', async () => {
    const page = { ...toPage(zammadTicket), selection: 'one\ntwo' };
    expect(await answerPageRequest({ to, type: 'read' }, page)).toMatchObject({
      ok: true,
      ticket: { number: '22017' },
    });
    expect(await answerPageRequest({ to, type: 'locate' }, page)).toEqual({
      ok: true,
      place: { readerId: 'zammad', deskKey: 'zammad https://zammad.helpdesk.test', ticketId: '17' },
    });
    expect(await answerPageRequest({ to, type: 'selection' }, page)).toEqual({ ok: true, text: 'one\ntwo' });
  });

  it('remembers where a read ended', async () => {
    const remembered = new Map();
    await answerPageRequest({ to, type: 'read' }, toPage(desk), remembered);
    const answer = await answerPageRequest({ to, type: 'locate' }, toPage(desk), remembered);
    expect(answer).toMatchObject({ place: { deskKey: 'page https://desk.orchard.test' } });
  });

  it('fetches files of the desk only, up to the bound', async () => {
    const page = {
      ...toPage(desk),
      fetch: async () => new Response('hello', { headers: { 'content-type': 'text/plain; charset=utf-8' } }),
    };
    const ask = (url: string, maxBytes = 100) =>
      answerPageRequest({ to, type: 'attachment', url, maxBytes }, page);
    expect(await ask('/files/a.txt')).toEqual({ ok: true, base64: btoa('hello'), type: 'text/plain' });
    expect(await ask('https://evil.test/a')).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    expect(await ask('/files/a.txt', 3)).toMatchObject({ ok: false, error: { kind: 'too-large' } });
    expect(await ask('http://[')).toMatchObject({ ok: false, error: { kind: 'not-found' } });
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
    const write = (deskKey: string) => answerPageRequest({ to, type: 'note', deskKey, note }, page);
    for (const wrong of [
      'zammad https://other.test',
      'zammad',
      '',
      'zammad https://zammad.helpdesk.test.evil.test',
      'request-tracker https://zammad.helpdesk.test/rt',
      'page https://zammad.helpdesk.test',
    ]) {
      expect(await write(wrong)).toMatchObject({ ok: false });
    }
    expect(posted).not.toHaveBeenCalled();
    expect(await write('zammad https://zammad.helpdesk.test')).toMatchObject({
      ok: true,
      receipt: { existing: false },
    });
  });

  it.each([
    null,
    'read',
    { to, type: 'eval' },
    { to: 'page', type: 'read' },
    { to, type: 'attachment', url: '/x' },
    { to, type: 'note', deskKey: 'zammad https://z.test', note: { ...note, marker: '' } },
  ])('refuses %o', (message) => expect(PageRequestSchema.safeParse(message).success).toBe(false));
});

describe('the listener', () => {
  const addListener = vi.fn();
  beforeEach(() => {
    addListener.mockReset();
    vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation(addListener);
  });
  const sender = () => ({ id: browser.runtime.id });
  const view = () => ({ location: window.location, document, getSelection: () => null }) as unknown as Window;

  it('is installed once, answers its own extension alone, and stays silent when orphaned', async () => {
    const page = view();
    listenToPageRequests(page);
    listenToPageRequests(page);
    expect(addListener).toHaveBeenCalledTimes(1);
    const listener = addListener.mock.calls[0]?.[0] as (
      m: unknown,
      s: object,
      r: (a: unknown) => void,
    ) => boolean;
    const respond = vi.fn();
    expect(listener({ to, type: 'selection' }, { id: 'another' }, respond)).toBe(false);
    expect(listener({ type: 'other' }, sender(), respond)).toBe(false);
    expect(respond).not.toHaveBeenCalled();
    expect(listener({ to, type: 'unheard-of' }, sender(), respond)).toBe(false);
    expect(respond).toHaveBeenLastCalledWith(expect.objectContaining({ ok: false }));
    expect(listener({ to, type: 'selection' }, sender(), respond)).toBe(true);
    await vi.waitFor(() => expect(respond).toHaveBeenLastCalledWith({ ok: true, text: '' }));

    respond.mockClear();
    const { id } = browser.runtime;
    Object.defineProperty(browser.runtime, 'id', { value: undefined, configurable: true, writable: true });
    expect(listener({ to, type: 'selection' }, { id }, respond)).toBe(false);
    Object.defineProperty(browser.runtime, 'id', { value: id, configurable: true, writable: true });
    expect(respond).not.toHaveBeenCalled();
  });
});
