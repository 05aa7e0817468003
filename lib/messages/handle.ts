import { browser } from 'wxt/browser';
import { onMessage } from './messaging';
import type { Protocol } from './protocol';

type Data<K extends keyof Protocol> = Parameters<Protocol[K]>[0];
type Answer<K extends keyof Protocol> = ReturnType<Protocol[K]> | Promise<ReturnType<Protocol[K]>>;

/**
 * Answers one message of the protocol, and only to our own pages: a content script lives in a page's process, so
 * whatever it sends counts as sent by the page and is refused.
 */
export function handle<K extends keyof Protocol>(type: K, answer: (data: Data<K>) => Answer<K>): void {
  onMessage(type, ({ data, sender }) => {
    const ownPage = sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/'));
    if (!ownPage) throw new Error('This message is for pages of the extension.');
    return answer(data as Data<K>) as never;
  });
}
