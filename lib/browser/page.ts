import { browser, type PublicPath } from 'wxt/browser';

/** The page cannot be reached: a browser page, a page without permission, or a tab that is gone. */
export class PageUnreachableError extends Error {
  override readonly name = 'PageUnreachableError';
  /** An administrator's policy (`runtime_blocked_hosts`) keeps extensions off this site: asking again cannot help. */
  readonly byPolicy: boolean;

  constructor(reason: string) {
    super(reason);
    this.byPolicy = /ExtensionsSettings policy/i.test(reason);
  }
}

/** The listener is missing, as opposed to having failed: no script at all, or only those of other readers. */
const NOBODY_LISTENS =
  /Receiving end does not exist|Could not establish connection|message port closed before a response/i;

/** Undefined when the page has no script of this reader: the scripts of others leave the request alone. */
async function ask(tabId: number, request: object): Promise<unknown> {
  try {
    // A script answers with an object; nothing at all, or null, means that none took the request.
    return (await browser.tabs.sendMessage(tabId, request)) ?? undefined;
  } catch (cause) {
    if (NOBODY_LISTENS.test(String(cause))) return undefined;
    throw new PageUnreachableError(String(cause));
  }
}

/**
 * Asks the script of one reader in a tab; puts it there first when it does not answer. The answer is foreign until
 * parsed.
 * @throws PageUnreachableError when Baton may not run on the page.
 */
export async function askPage(tabId: number, readerId: string, request: object): Promise<unknown> {
  const addressed = { ...request, to: 'baton-page', reader: readerId };
  const resident = await ask(tabId, addressed);
  if (resident !== undefined) return resident;
  // Every reader of the registry has such a script; the browser refuses any other name.
  const script = `/read-${readerId}.js` as Extract<PublicPath, `/read-${string}`>;
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [script] });
  } catch (cause) {
    throw new PageUnreachableError(String(cause));
  }
  const answer = await ask(tabId, addressed);
  if (answer === undefined) throw new PageUnreachableError(`The ${readerId} reader does not answer.`);
  return answer;
}

/**
 * Calls back whenever the page shows something new, until it is stopped, and once when the page goes away. The reader's
 * script must be on the page. Returns the way to stop.
 */
export function watchPage(
  tabId: number,
  readerId: string,
  on: { readonly news: () => void; readonly gone: () => void },
): () => void {
  const port = browser.tabs.connect(tabId, { name: `baton-watch ${readerId}`, frameId: 0 });
  port.onMessage.addListener(on.news);
  port.onDisconnect.addListener(() => {
    // Read, so that a page that is gone leaves no error in the console.
    void browser.runtime.lastError;
    on.gone();
  });
  return () => port.disconnect();
}

/** The address a tab shows; null while Baton may not see it. */
export async function pageUrl(tabId: number): Promise<URL | null> {
  const { url } = await browser.tabs.get(tabId).catch(() => ({ url: undefined }));
  return url && URL.canParse(url) ? new URL(url) : null;
}

/** The selected text of one frame with its line breaks, which `info.selectionText` of a menu click flattens. */
export async function readSelection(tabId: number, frameId: number): Promise<string> {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    func: () => String(getSelection() ?? ''),
  });
  return typeof answer?.result === 'string' ? answer.result : '';
}
