import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../tools/extension-browser';

interface MenuApi {
  tabs: { query(what: object): Promise<{ id?: number; url?: string }[]> };
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
}

/**
 * Selects an element's text and does what a click in the context menu does from the worker's view; the menu itself is
 * the browser's own window. Returns the selection as the page has it.
 */
export async function selectAndChoose(
  baton: ExtensionBrowser,
  page: Page,
  action: string,
  selector: string,
): Promise<string> {
  await page.bringToFront();
  await page.locator(selector).first().waitFor();
  const text = await page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    const selection = getSelection();
    if (element) selection?.selectAllChildren(element);
    return String(selection ?? '');
  }, selector);
  const worker = await baton.serviceWorker();
  await worker.evaluate(
    async ([menuItemId, pageUrl, flattened]) => {
      const { chrome } = globalThis as unknown as { chrome: MenuApi };
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const info = { menuItemId, pageUrl, frameId: 0, selectionText: flattened, editable: false };
      chrome.contextMenus.onClicked.dispatch(info, tab ?? {});
    },
    [action, page.url(), text.replace(/\s+/g, ' ')] as const,
  );
  return text;
}
