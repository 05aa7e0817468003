import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { askPage, PageUnreachableError } from './page';

const send = vi.fn();
const inject = vi.fn();
const nobody = new Error('Could not establish connection. Receiving end does not exist.');

beforeEach(() => {
  send.mockReset();
  inject.mockReset();
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(send);
  Object.assign(browser, { scripting: { ...browser.scripting, executeScript: inject } });
});

it('asks the script that is there, by the id of its reader', async () => {
  send.mockResolvedValue({ ok: true });
  expect(await askPage(7, 'zammad', { type: 'read' })).toEqual({ ok: true });
  expect(send).toHaveBeenCalledWith(7, { type: 'read', to: 'baton-page', reader: 'zammad' });
  expect(inject).not.toHaveBeenCalled();
});

it.each([
  ['no script is there', () => Promise.reject(nobody)],
  ['only scripts of other readers are there', () => Promise.resolve(undefined)],
  [
    'only scripts of other readers are there, as an error',
    () => Promise.reject(new Error('The message port closed before a response was received.')),
  ],
])('injects the script of the reader when %s', async (_, first) => {
  send.mockImplementationOnce(first).mockResolvedValueOnce({ ok: true });
  expect(await askPage(7, 'zammad', { type: 'read' })).toEqual({ ok: true });
  expect(inject.mock.calls).toEqual([[{ target: { tabId: 7 }, files: ['/read-zammad.js'] }]]);
});

it('says when Baton may not run there, or nobody answers', async () => {
  send.mockRejectedValue(nobody);
  await expect(askPage(7, 'zammad', {})).rejects.toThrow(PageUnreachableError);
  inject.mockRejectedValueOnce(new Error('Cannot access contents of the page.'));
  await expect(askPage(7, 'zammad', {})).rejects.toThrow(PageUnreachableError);
});

it('does not ask twice when the page went away while it answered', async () => {
  const gone =
    'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received';
  send.mockRejectedValue(new Error(gone));
  await expect(askPage(7, 'zammad', { type: 'note' })).rejects.toThrow(PageUnreachableError);
  expect(send).toHaveBeenCalledTimes(1);
  expect(inject).not.toHaveBeenCalled();
});
