import { browser } from 'wxt/browser';

/** The page cannot be reached: a browser page, a page without permission, or a tab that is gone. */
export class PageUnreachableError extends Error {
  override readonly name = 'PageUnreachableError';
}

const SCRIPT = '/content-scripts/ticket.js';

/** The listener is missing, as opposed to having failed. */
const NOBODY_LISTENS = /Receiving end does not exist|Could not establish connection/i;

/**
 * Asks the content script of a tab; puts it there first when nobody answers. The answer is foreign until parsed.
 * @throws PageUnreachableError when Baton may not run on the page.
 */
export async function askPage(tabId: number, request: object): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, request);
  } catch (cause) {
    if (!NOBODY_LISTENS.test(String(cause))) throw new PageUnreachableError(String(cause));
  }
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT] });
    return await browser.tabs.sendMessage(tabId, request);
  } catch (cause) {
    throw new PageUnreachableError(String(cause));
  }
}

/** The selected text of one frame with its line breaks, which `info.selectionText` of a menu click flattens. */
export async function readSelection(tabId: number, frameId: number): Promise<string> {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    func: () => String(getSelection() ?? ''),
  });
  return typeof answer?.result === 'string' ? answer.result : '';
}
