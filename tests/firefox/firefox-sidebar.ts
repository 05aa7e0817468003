import { expect } from '@playwright/test';
import type { Browser } from 'puppeteer-core';

/** The part of Puppeteer's WebDriver BiDi that it shows to nobody: Firefox's own windows are no pages. */
interface BidiBrowser {
  readonly connection: {
    send(method: string, params: object): Promise<{ readonly result: unknown }>;
  };
}

interface Contexts {
  readonly contexts: readonly { readonly context: string; readonly url: string }[];
}

interface Evaluated {
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

/** Runs a script in the window of Firefox itself, which holds toolbar and sidebar; it answers with a text. */
async function inFirefoxWindow(browser: Browser, expression: string): Promise<string> {
  const { connection } = browser as unknown as BidiBrowser;
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = (tree.result as Contexts).contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
  const answer = await connection.send('script.evaluate', {
    expression,
    target: { context: window?.context },
    awaitPromise: true,
  });
  const { result, exceptionDetails } = answer.result as Evaluated;
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return String(result?.value ?? '');
}

const SIDEBAR = `SidebarController.browser.contentDocument?.getElementById('webext-panels-browser')`;

/**
 * Opens the sidebar as the keyboard shortcut does: with the gesture that grants `activeTab` for the tab in front. BiDi's
 * own keys go to the page alone.
 */
export async function openSidebar(browser: Browser): Promise<void> {
  await inFirefoxWindow(browser, `document.querySelector('keyset[id*=baton] key').doCommand()`);
  await expect
    .poll(() => inFirefoxWindow(browser, `String(${SIDEBAR}?.currentURI?.spec)`))
    .toMatch(/\/sidepanel\.html$/);
}

/** Runs a function in the sidebar's document, whose process Firefox reaches by frame scripts. */
export async function inSidebar<A extends readonly unknown[], T>(
  browser: Browser,
  run: (page: Document, ...given: A) => T,
  ...given: A
): Promise<Awaited<T>> {
  const script = `(async () => {
    const answer = async () => (${run})(content.document, ...${JSON.stringify(given)});
    answer().then(
      (value) => sendAsyncMessage('answer', JSON.stringify({ value })),
      (error) => sendAsyncMessage('answer', JSON.stringify({ error: String(error) })),
    );
  })()`;
  const raw = await inFirefoxWindow(
    browser,
    `new Promise((resolve) => {
      const { messageManager } = ${SIDEBAR};
      const take = ({ data }) => {
        messageManager.removeMessageListener('answer', take);
        resolve(data);
      };
      messageManager.addMessageListener('answer', take);
      messageManager.loadFrameScript('data:,' + encodeURIComponent(${JSON.stringify(script)}), false);
    })`,
  );
  const { value, error } = JSON.parse(raw) as { value: Awaited<T>; error?: string };
  if (error !== undefined) throw new Error(error);
  return value;
}

/** Presses a button of the sidebar by its words. False while there is none. */
export const pressInSidebar = (browser: Browser, name: string): Promise<boolean> =>
  inSidebar(
    browser,
    (page, words) => {
      const button = [...page.querySelectorAll('button')].find(
        (it) =>
          (it.getAttribute('aria-label') ?? it.textContent ?? '').trim().startsWith(words) && !it.disabled,
      );
      button?.click();
      return button !== undefined;
    },
    name,
  );

/** Types into a field of the sidebar by its label. False while there is none. */
export const typeInSidebar = (browser: Browser, label: string, text: string): Promise<boolean> =>
  inSidebar(
    browser,
    (page, words, typed) => {
      const owner = [...page.querySelectorAll('label')].find((it) =>
        it.textContent?.trim().startsWith(words),
      );
      // Firefox gives it to privileged scripts; it types as a person does.
      const field = owner?.control as unknown as { setUserInput(text: string): void } | null;
      field?.setUserInput(typed);
      return Boolean(field);
    },
    label,
    text,
  );

/** What frame scripts have to act as the page itself: what a privileged script makes, the page cannot store. */
declare const Cu: {
  readonly Sandbox: new (of: unknown, options: object) => Record<string, unknown>;
  evalInSandbox(code: string, sandbox: object): unknown;
};

/** Drags a file over the sidebar and drops it. */
export const dropOnSidebar = (
  browser: Browser,
  file: { name: string; type: string; base64: string },
): Promise<unknown> =>
  inSidebar(
    browser,
    (page, given) => {
      const own = new Cu.Sandbox(page.defaultView, { sandboxPrototype: page.defaultView, wantXrays: false });
      own.given = JSON.stringify(given);
      return Cu.evalInSandbox(
        `{
          const { name, type, base64 } = JSON.parse(given);
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([bytes], name, { type }));
          const all = { dataTransfer, bubbles: true, cancelable: true };
          for (const kind of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(kind, all));
        }`,
        own,
      );
    },
    file,
  );

export const sidebarText = (browser: Browser): Promise<string> =>
  inSidebar(browser, (page) => page.body.innerText);
